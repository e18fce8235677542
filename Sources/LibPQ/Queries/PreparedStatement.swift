/// Static SQL with `$1`, `$2`, … and a name to find it by in errors.
///
/// ```swift
/// let byVerb = PreparedStatement(name: "byVerb", sql: "SELECT id FROM statement WHERE verb = $1")
/// let ids = try await db.rows(byVerb(verb), as: UUID.self)
/// ```
///
/// Every query is prepared once per connection, whether it comes from here or from an interpolated ``Query``.
public struct PreparedStatement: Sendable {
    /// The name shown in errors.
    public let name: String
    /// The SQL text.
    public let sql: String

    /// Names a static SQL text.
    public init(name: String, sql: String) {
        self.name = name
        self.sql = sql
    }

    /// Binds the parameters, in the order of `$1`, `$2`, ….
    public func callAsFunction<each Parameter: PostgresEncodable>(_ parameter: repeat each Parameter) -> Query {
        var parameters = Parameters()
        repeat parameters.append(each parameter)
        return Query(sql: sql, name: name, parameters: parameters)
    }
}
