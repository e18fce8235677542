internal import JSON

/// Gathers the faults of a body, up to a limit.
struct ViolationReport {
    private let document: JSONDocument
    private let maximum: Int
    private var violations: [Violation] = []
    private var omitted = 0
    /// The statement that is being checked: its place in the batch, and its node.
    var index: Int?
    var statement = 0

    /// A report that has no fault yet.
    init(document: JSONDocument, maximum: Int) {
        self.document = document
        self.maximum = maximum
    }

    /// The refusal, when there are faults.
    var rejection: StatementRejection? {
        violations.isEmpty && omitted == 0 ? nil : StatementRejection(violations: violations, omitted: omitted)
    }

    /// Whether there is no fault.
    var isEmpty: Bool { violations.isEmpty && omitted == 0 }

    /// Notes a fault of the value (or member) at a node.
    mutating func add(_ rule: Rule, _ node: Int, _ reason: String) {
        guard violations.count < maximum else {
            omitted += 1
            return
        }
        violations.append(
            Violation(
                index: index, pointer: document.pointer(node, from: statement), rule: rule.id,
                requirement: rule.requirement, reason: reason))
    }
}
