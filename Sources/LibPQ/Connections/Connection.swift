/// A connection, lent for the time of a closure.
///
/// It can't be copied, kept or sent to another task: the compiler refuses that, so a statement never meets another
/// one on its way. Get one from ``ConnectionPool/withConnection(_:)`` or ``withConnection(to:_:)``.
///
/// ```swift
/// let names = try await pool.withConnection { db in
///     try await db.rows("SELECT id, name FROM partner WHERE code = \(code)", as: (Int, String).self)
/// }
/// ```
///
/// When the task is cancelled, the running query is cancelled on the server and the call throws an error of the code
/// ``PostgresError/Code/cancelled``; if the query ended before the request arrived, its result is returned.
public struct Connection: ~Copyable {
    let session: Session

    init(_ session: Session) { self.session = session }

    /// Opens a connection of its own, lends it and closes it.
    @discardableResult
    public static func withConnection<Result>(
        to configuration: ConnectionConfiguration,
        _ body: (borrowing Connection) async throws -> Result
    ) async throws -> Result {
        let session = try await Connector(configuration: configuration).connect()
        defer { session.giveUp() }
        return try await body(Connection(session))
    }

    /// The process ID of the server's backend, as in `pg_stat_activity`.
    public var processID: Int32 { session.processID }

    /// The server's version as a number, such as 150012 for 15.12.
    public var serverVersion: Int { session.serverVersion }

    /// Whether the connection is encrypted by TLS.
    public var isEncrypted: Bool { session.isEncrypted }

    /// Whether a transaction is open, failed ones included.
    public var isInTransaction: Bool { session.transactionStatus != .idle }
}

@available(*, unavailable)
extension Connection: Sendable {}
