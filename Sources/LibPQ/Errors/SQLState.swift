/// A five-character SQLSTATE, as PostgreSQL reports it with every error.
///
/// ```swift
/// catch let error where error.sqlState == .uniqueViolation { … }
/// ```
public struct SQLState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The five characters.
    public let rawValue: String

    /// Wraps the five characters of a SQLSTATE.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The first two characters, which name the class of the condition (`23` is integrity violations).
    public var `class`: String { String(rawValue.prefix(2)) }

    /// Whether the same transaction, run again from its start, may succeed: serialization failures and deadlocks.
    public var isRetryable: Bool { self == .serializationFailure || self == .deadlockDetected }

    /// The five characters.
    public var description: String { rawValue }
}

extension SQLState {
    /// 08006: the connection failed.
    public static let connectionFailure = SQLState(rawValue: "08006")
    /// 08P01: a message broke the protocol.
    public static let protocolViolation = SQLState(rawValue: "08P01")
    /// 0A000: not supported, or a cached plan whose result type changed.
    public static let featureNotSupported = SQLState(rawValue: "0A000")
    /// 22001: a text is too long for its column.
    public static let stringDataRightTruncation = SQLState(rawValue: "22001")
    /// 22003: a number is out of range.
    public static let numericValueOutOfRange = SQLState(rawValue: "22003")
    /// 22012: division by zero.
    public static let divisionByZero = SQLState(rawValue: "22012")
    /// 22P02: a text is not a value of the type.
    public static let invalidTextRepresentation = SQLState(rawValue: "22P02")
    /// 22P03: bytes are not a value of the type.
    public static let invalidBinaryRepresentation = SQLState(rawValue: "22P03")
    /// 23502: NULL in a NOT NULL column.
    public static let notNullViolation = SQLState(rawValue: "23502")
    /// 23503: a foreign key has no partner.
    public static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// 23505: a unique constraint was violated.
    public static let uniqueViolation = SQLState(rawValue: "23505")
    /// 23514: a check constraint was violated.
    public static let checkViolation = SQLState(rawValue: "23514")
    /// 23P01: an exclusion constraint was violated.
    public static let exclusionViolation = SQLState(rawValue: "23P01")
    /// 25001: not allowed inside a transaction.
    public static let activeTransaction = SQLState(rawValue: "25001")
    /// 25006: a write in a read-only transaction.
    public static let readOnlyTransaction = SQLState(rawValue: "25006")
    /// 25P02: the transaction is aborted; only ROLLBACK is accepted.
    public static let inFailedTransaction = SQLState(rawValue: "25P02")
    /// 26000: the prepared statement does not exist.
    public static let invalidStatementName = SQLState(rawValue: "26000")
    /// 28P01: the password is wrong.
    public static let invalidPassword = SQLState(rawValue: "28P01")
    /// 3D000: the database does not exist.
    public static let invalidDatabaseName = SQLState(rawValue: "3D000")
    /// 40001: a serializable transaction lost; run it again.
    public static let serializationFailure = SQLState(rawValue: "40001")
    /// 40P01: a deadlock was broken; run the transaction again.
    public static let deadlockDetected = SQLState(rawValue: "40P01")
    /// 42501: not permitted.
    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// 42601: the SQL is malformed.
    public static let syntaxError = SQLState(rawValue: "42601")
    /// 42703: the column does not exist.
    public static let undefinedColumn = SQLState(rawValue: "42703")
    /// 42P01: the table does not exist.
    public static let undefinedTable = SQLState(rawValue: "42P01")
    /// 42P04: the database exists already.
    public static let duplicateDatabase = SQLState(rawValue: "42P04")
    /// 42P07: the table exists already.
    public static let duplicateTable = SQLState(rawValue: "42P07")
    /// 53300: the server has no connection left.
    public static let tooManyConnections = SQLState(rawValue: "53300")
    /// 55P03: a lock was not available within `lock_timeout`.
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// 57014: the statement was cancelled, by request or by `statement_timeout`.
    public static let queryCanceled = SQLState(rawValue: "57014")
    /// 57P01: the server is shutting down or an administrator ended the session.
    public static let adminShutdown = SQLState(rawValue: "57P01")
    /// 57P03: the server is starting up or shutting down.
    public static let cannotConnectNow = SQLState(rawValue: "57P03")
    /// P0001: `RAISE EXCEPTION` without a code of its own.
    public static let raiseException = SQLState(rawValue: "P0001")
}
