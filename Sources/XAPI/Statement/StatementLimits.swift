public import JSON

/// What a body of statements may at most be before it is refused.
public struct StatementLimits: Sendable {
    /// Size and nesting of the whole body.
    public var json: JSONLimits
    /// How many statements a batch may hold.
    public var maximumStatements: Int
    /// How many violations are described; further ones are only counted.
    public var maximumViolations: Int

    /// Sets the limits; the defaults suit a server.
    public init(
        json: JSONLimits = JSONLimits(boundsNumbers: true), maximumStatements: Int = 100_000,
        maximumViolations: Int = 1000
    ) {
        self.json = json
        self.maximumStatements = maximumStatements
        self.maximumViolations = maximumViolations
    }
}
