extension PostgresError {
    /// The kind of a failure.
    ///
    /// New kinds may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String {
            case server, connectionFailed, connectionLost, connectionBusy, acquireTimeout, tooManyWaiters, poolClosed
            case cancelled, decoding, encoding, protocolViolation, unexpectedRowCount, pipelineAborted
            case transactionAborted, configuration
        }

        private let kind: Kind

        private init(_ kind: Kind) { self.kind = kind }

        /// The code's name.
        public var description: String { kind.rawValue }

        /// The server reported an error; see ``PostgresError/sqlState``.
        public static let server = Code(.server)
        /// No connection could be made.
        public static let connectionFailed = Code(.connectionFailed)
        /// The connection broke.
        ///
        /// What it was doing may or may not have happened.
        public static let connectionLost = Code(.connectionLost)
        /// The connection was used while a stream or COPY on it was still open.
        public static let connectionBusy = Code(.connectionBusy)
        /// No connection became free within the pool's acquire timeout.
        public static let acquireTimeout = Code(.acquireTimeout)
        /// More tasks wait for a connection than the pool admits.
        public static let tooManyWaiters = Code(.tooManyWaiters)
        /// The pool is draining or closed.
        public static let poolClosed = Code(.poolClosed)
        /// The task was cancelled.
        public static let cancelled = Code(.cancelled)
        /// A column does not hold what the caller asked for.
        public static let decoding = Code(.decoding)
        /// A value can't be sent as asked.
        public static let encoding = Code(.encoding)
        /// Server and client disagree on the protocol's state.
        public static let protocolViolation = Code(.protocolViolation)
        /// A query for one row gave none or several.
        public static let unexpectedRowCount = Code(.unexpectedRowCount)
        /// An earlier statement of the pipeline failed, so this one did not run.
        public static let pipelineAborted = Code(.pipelineAborted)
        /// COMMIT rolled back, because a statement in the transaction had failed.
        public static let transactionAborted = Code(.transactionAborted)
        /// The connection string or an option is not valid.
        public static let configuration = Code(.configuration)
    }
}
