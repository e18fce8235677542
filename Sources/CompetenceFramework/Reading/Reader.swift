import JSON

/// Where reading has come to, and what it has found.
struct Reader: Sendable {
    private enum Step: Sendable {
        case name(String)
        case position(Int)
    }

    /// What makes the text unacceptable.
    private(set) var faults: [Finding] = []
    /// What is worth knowing.
    private(set) var remarks: [Finding] = []
    private var path: [Step] = []

    /// Goes to a member of the object at hand.
    mutating func enter(_ name: String) { path.append(.name(name)) }

    /// Goes to an element of the array at hand.
    mutating func enter(_ position: Int) { path.append(.position(position)) }

    /// Goes back to what the value at hand stands in.
    mutating func leave() { path.removeLast() }

    /// Notes a fault of the value at hand.
    mutating func fault(_ rule: CASERule, _ reason: String) {
        faults.append(Finding(pointer: pointer, rule: rule, reason: reason))
    }

    /// Notes something worth knowing of the value at hand.
    mutating func remark(_ rule: CASERule, _ reason: String) {
        remarks.append(Finding(pointer: pointer, rule: rule, reason: reason))
    }

    // Made only where something is found, so that a text without findings pays for no pointer.
    private var pointer: String {
        path.map { step in
            switch step {
            case .name(let name): "/" + JSONDocument.pointerToken(name)
            case .position(let position): "/\(position)"
            }
        }.joined()
    }
}
