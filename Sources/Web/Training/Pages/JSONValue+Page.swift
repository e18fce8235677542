internal import JSON

/// What the documents of `TrainingReader` say, as pages put it.
extension JSONValue {
    /// A member's text; empty when it has none.
    func said(_ member: String) -> String { saidIfAny(member) ?? "" }

    /// A member's text or number; nil when it has none.
    func saidIfAny(_ member: String) -> String? { self[member].flatMap { $0.string ?? $0.lexeme } }

    /// A member that is a list; empty when there is none.
    func entries(_ member: String) -> [JSONValue] { self[member].map { Array($0.elements) } ?? [] }

    /// Names of the partners in a list, for people.
    var partnerNames: String { entries("partners").map { $0.said("name") }.joined(separator: ", ") }

    /// First and last day.
    var days: String { "\(said("startsOn")) to \(said("endsOn"))" }
}
