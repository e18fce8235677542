public import struct FoundationEssentials.UUID

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

extension StatementBatch {
    /// Refuses a batch, and another id, where one statement is stored under an id that is known (xAPI 2.0 §4.1.3.1).
    public func requireOne(id: UUID) throws(StatementRejection) {
        guard !isArray, let statement = statements.first else {
            throw Self.refusal("", "One statement, an object, is stored under an id; batches are for POST.")
        }
        guard statement.id == nil || statement.id == id else {
            throw Self.refusal("/id", "It is not the id of the request, \(id.uuidString.lowercased()); leave one out.")
        }
    }

    private static func refusal(_ pointer: String, _ reason: String) -> StatementRejection {
        StatementRejection(violations: [
            Violation(index: nil, pointer: pointer, rule: "put-statement", reason: reason)
        ])
    }
}
