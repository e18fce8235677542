public import FoundationEssentials
public import JSON
public import XAPI

/// A line that an import could not take.
public struct ImportFault: Sendable, Equatable {
    /// The line, counted from 1.
    public let line: Int
    /// The id of its statement, where it is known.
    public let id: UUID?
    /// What is wrong with it.
    public let rejection: StatementRejection
    /// Whether a statement with the id is stored already and says something else.
    public let isConflict: Bool

    init(line: Int, id: UUID? = nil, rejection: StatementRejection) {
        self.line = line
        self.id = id
        self.rejection = rejection
        isConflict = false
    }

    /// A fault of a line under a rule of the import.
    init(line: Int, id: UUID? = nil, pointer: String, rule: String, reason: String) {
        self.init(
            line: line, id: id,
            rejection: StatementRejection(violations: [
                Violation(index: nil, pointer: pointer, rule: rule, reason: reason)
            ]))
    }

    /// A line whose id is taken.
    init(line: Int, conflict id: UUID) {
        self.line = line
        self.id = id
        isConflict = true
        rejection = StatementRejection(violations: [
            Violation(
                index: nil, pointer: "/id", rule: "statement-conflict",
                reason: "A statement with this id is stored already and says something else; statements never change.")
        ])
    }

    /// The fault as JSON: line, id, and violations with pointer, rule and reason.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("line", number: line)
            writer.member("id", stringIfPresent: id.map { $0.uuidString.lowercased() })
            rejection.writeMembers(to: &writer)
        }
    }
}
