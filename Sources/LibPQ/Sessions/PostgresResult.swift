import CLibPQ

/// A result of a query: owns the `PGresult`, whose bytes the decoders read in place.
@safe
final class PostgresResult: @unchecked Sendable {
    // Sendable: a PGresult that was received whole doesn't change.
    let result: OpaquePointer

    init(adopting result: OpaquePointer) { unsafe self.result = result }

    deinit { unsafe PQclear(result) }

    var status: ExecStatusType { unsafe PQresultStatus(result) }
    var rowCount: Int { unsafe Int(PQntuples(result)) }
    var columnCount: Int { unsafe Int(PQnfields(result)) }

    /// How many rows the command touched or returned; 0 for commands that don't count.
    var affectedRows: Int {
        guard let text = unsafe PQcmdTuples(result) else { return 0 }
        return unsafe Int(String(cString: text)) ?? 0
    }

    /// The command tag, such as `COMMIT` or `INSERT 0 1`.
    var commandTag: String { unsafe PQcmdStatus(result).map { unsafe String(cString: $0) } ?? "" }

    /// Whether the command made the server forget every prepared statement.
    var forgetsStatements: Bool {
        guard status == PGRES_COMMAND_OK, let tag = unsafe PQcmdStatus(result), unsafe tag[0] == 0x44
        else { return false }
        return unsafe ["DISCARD ALL", "DEALLOCATE ALL"].contains(String(cString: tag))
    }

    func type(of column: Int) -> PostgresType { PostgresType(rawValue: unsafe PQftype(result, Int32(column))) }

    func name(of column: Int) -> String {
        unsafe PQfname(result, Int32(column)).map { unsafe String(cString: $0) } ?? "\(column + 1)"
    }

    /// The server's report, when this is an error.
    func error() -> PostgresError {
        var fields = PostgresError.Fields()
        fields.sqlState = field(.sqlState).map(SQLState.init(rawValue:))
        fields.severity = field(.severity)
        fields.detail = field(.detail)
        fields.hint = field(.hint)
        fields.context = field(.context)
        fields.constraint = field(.constraint)
        fields.schema = field(.schema)
        fields.table = field(.table)
        fields.column = field(.column)
        fields.dataType = field(.dataType)
        fields.position = field(.position).flatMap { Int($0) }
        fields.sourceFunction = field(.sourceFunction)
        let text = unsafe PQresultErrorMessage(result).map { unsafe trimmed(String(cString: $0)) }
        return PostgresError(.server, field(.message) ?? text ?? "no message", fields: fields)
    }

    /// The letters of `PG_DIAG_…`, which are character macros that Swift doesn't import.
    private enum Field: String {
        case severity = "V", sqlState = "C", message = "M", detail = "D", hint = "H", position = "P", context = "W"
        case schema = "s", table = "t", column = "c", dataType = "d", constraint = "n", sourceFunction = "R"
    }

    private func field(_ field: Field) -> String? {
        let letter = field.rawValue.utf8.first.map(Int32.init) ?? 0
        return unsafe PQresultErrorField(result, letter).map { unsafe String(cString: $0) }
    }
}
