/// What went wrong, at the server or on the way to it.
///
/// `description` never holds values: it leaves out `detail`, `context` and the quoted parts of data errors, because
/// PostgreSQL puts values there (`Key (id)=(5) already exists`). Read those properties where values may be seen.
public struct PostgresError: Error, Sendable {
    /// The kind of the failure.
    public var code: Code { storage.code }
    /// The primary message.
    public var message: String { storage.message }
    /// The SQLSTATE, when the server reported the failure.
    public var sqlState: SQLState? { storage.fields.sqlState }
    /// The severity the server gave: `ERROR`, `FATAL` or `PANIC`.
    public var severity: String? { storage.fields.severity }
    /// The server's detail.
    ///
    /// It often quotes values of the row at fault, so don't show or log it without thought.
    public var detail: String? { storage.fields.detail }
    /// The server's hint on what to do.
    public var hint: String? { storage.fields.hint }
    /// Where in nested SQL or functions it happened.
    ///
    /// It may quote values.
    public var context: String? { storage.fields.context }
    /// The violated constraint.
    public var constraint: String? { storage.fields.constraint }
    /// The schema concerned.
    public var schema: String? { storage.fields.schema }
    /// The table concerned.
    public var table: String? { storage.fields.table }
    /// The column concerned; for ``Code/decoding`` the result's column.
    public var column: String? { storage.fields.column }
    /// The data type concerned.
    public var dataType: String? { storage.fields.dataType }
    /// The place of a syntax error in the SQL, counted in characters from 1.
    public var position: Int? { storage.fields.position }
    /// The name of the ``PreparedStatement`` or ``Query`` that failed.
    public var statementName: String? { storage.fields.statementName }
    /// The place of the failed statement in its pipeline, counted from 0.
    public var statementIndex: Int? { storage.fields.statementIndex }

    var fields: Fields { storage.fields }
    private var storage: Storage

    init(_ code: Code, _ message: String, fields: Fields = Fields()) {
        storage = Storage(code: code, message: message, fields: fields)
    }

    /// What the server tells beside its message.
    struct Fields: Sendable {
        var sqlState: SQLState?
        var severity: String?
        var detail: String?
        var hint: String?
        var context: String?
        var constraint: String?
        var schema: String?
        var table: String?
        var column: String?
        var dataType: String?
        var position: Int?
        var sourceFunction: String?
        var statementName: String?
        var statementIndex: Int?
    }

    // A thrown struct of this many strings would be moved about on every typed throw; one reference is not.
    private final class Storage: Sendable {
        let code: Code
        let message: String
        let fields: Fields

        init(code: Code, message: String, fields: Fields) {
            self.code = code
            self.message = message
            self.fields = fields
        }
    }

    func with(_ change: (inout Fields) -> Void) -> PostgresError {
        var fields = storage.fields
        change(&fields)
        return PostgresError(code, message, fields: fields)
    }

    func with(code: Code, message: String? = nil) -> PostgresError {
        PostgresError(code, message ?? storage.message, fields: storage.fields)
    }

    func named(_ statement: String?) -> PostgresError {
        guard let statement, statementName == nil else { return self }
        return with { $0.statementName = statement }
    }
}

extension PostgresError {
    /// Whether running the whole transaction again may succeed.
    ///
    /// True for serialization failures and deadlocks, and for a prepared statement whose plan went stale inside a
    /// transaction (the connection prepares it anew for the next attempt).
    public var isRetryable: Bool { (sqlState?.isRetryable ?? false) || isStaleStatement }

    /// A prepared statement that must be prepared anew.
    ///
    /// The source function is compared since messages are translated.
    var isStaleStatement: Bool {
        switch sqlState {
        case .some(.invalidStatementName): true
        case .some(.featureNotSupported): fields.sourceFunction == "RevalidateCachedQuery"
        default: false
        }
    }
}
