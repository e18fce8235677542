/// SQL with its parameters bound.
///
/// Interpolated values become `$1`, `$2`, … and travel in binary form apart from the SQL, so they can't be taken for
/// SQL. The raw escape, for identifiers that can't be parameters, is spelled out:
///
/// ```swift
/// let query: Query = "SELECT payload FROM \(unescaped: table) WHERE id = \(id)"
/// ```
public struct Query: Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The SQL text with `$1`, `$2`, … in place of the values.
    public let sql: String
    /// A name to find the statement by in errors; never sent to the server.
    public var name: String?
    let parameters: Parameters

    init(sql: String, name: String?, parameters: Parameters) {
        self.sql = sql
        self.name = name
        self.parameters = parameters
    }

    /// A query without parameters.
    public init(stringLiteral value: String) { self.init(sql: value, name: nil, parameters: Parameters()) }

    /// A query whose interpolated values are bound.
    public init(stringInterpolation interpolation: StringInterpolation) {
        self.init(sql: interpolation.sql, name: nil, parameters: interpolation.parameters)
    }

    /// A query from SQL that is known at run time only, without parameters.
    public init(unescaped sql: String, name: String? = nil) {
        self.init(sql: sql, name: name, parameters: Parameters())
    }

    /// The same query with a name to find it by in errors.
    public func named(_ name: String) -> Query { Query(sql: sql, name: name, parameters: parameters) }

    /// The SQL text, without values.
    public var description: String { sql }

    /// Gathers the pieces of an interpolated query.
    public struct StringInterpolation: StringInterpolationProtocol {
        var sql = ""
        var parameters = Parameters()

        /// Makes room for the pieces.
        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.reserveCapacity(literalCapacity + 4 * interpolationCount)
        }

        /// Takes a piece of SQL.
        public mutating func appendLiteral(_ literal: String) { sql += literal }

        /// Binds a value.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
            parameters.append(value)
            sql += "$\(parameters.count)"
        }

        /// Inserts SQL as it is.
        ///
        /// Never use it with text that comes from outside.
        public mutating func appendInterpolation(unescaped sql: String) { self.sql += sql }

        /// Inserts a name in double quotes, as an identifier.
        public mutating func appendInterpolation(identifier: String) { sql += quoted(identifier: identifier) }
    }
}

/// A name in double quotes, with those within it doubled.
func quoted(identifier: String) -> String {
    var text = "\""
    for character in identifier.unicodeScalars {
        if character == "\"" { text += "\"" }
        text.unicodeScalars.append(character)
    }
    return text + "\""
}
