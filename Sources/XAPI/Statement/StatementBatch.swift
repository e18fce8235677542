/// The statements of one request's body.
///
/// ```swift
/// let batch = try StatementBatch.parse(bytes: body, version: .v2_0)
/// for statement in batch.statements { … }
/// ```
public struct StatementBatch: Sendable {
    /// The version by whose rules the body was read.
    public let version: XAPIVersion
    /// Whether the body was an array; a single statement's body is an object.
    public let isArray: Bool
    /// The statements, in the order received.
    public let statements: [ParsedStatement]
}
