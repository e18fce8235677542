public import JSON

/// Why a body of statements is refused as a whole: all its faults.
public struct StatementRejection: Error, Sendable, Equatable {
    /// The faults, in the order of the body.
    public let violations: [Violation]
    /// How many more faults there are than are described.
    public let omitted: Int

    /// A refusal for these faults.
    public init(violations: [Violation], omitted: Int = 0) {
        self.violations = violations
        self.omitted = omitted
    }

    /// All of several refusals.
    public init(_ rejections: [StatementRejection]) {
        self.init(
            violations: rejections.flatMap(\.violations), omitted: rejections.reduce(0) { $0 + $1.omitted })
    }

    /// A refusal because the body isn't acceptable JSON.
    public init(_ error: JSONError) {
        self.init(violations: [
            Violation(
                index: nil, pointer: error.pointer, rule: error.rule.id,
                reason: "\(error.reason) (line \(error.line), column \(error.column))")
        ])
    }
}
