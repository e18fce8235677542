internal import JSON

/// What a proposal changes, with what it replaces.
public enum ProposalEdit: Sendable, Hashable {
    /// Which level of a competence a profile demands.
    public struct Demand: Sendable, Hashable {
        /// The level, 1 to 4.
        public let level: Int64
        /// Importance within the profile, in decimal digits.
        public let weight: String
    }

    /// A text of an item.
    ///
    /// - item: The item's code.
    /// - field: The name of the text in CASE: `fullStatement`, `abbreviatedStatement` or `notes`.
    /// - language: BCP 47 tag of a translation; nil for the text in the document's own language.
    /// - from: The text that is replaced; nil for none.
    /// - to: The text that is proposed; nil for none.
    case text(item: String, field: String, language: String?, from: String?, to: String?)
    /// A profile's target in a competence, each by its code; nil for no target.
    case target(profile: String, competence: String, from: Demand?, to: Demand?)
}

extension ProposalEdit {
    init(json: JSONValue) throws {
        switch json["kind"]?.string {
        case "text":
            self = try .text(
                item: json.text("item"), field: json.text("field"), language: json["language"]?.string,
                from: json["from"]?.string, to: json["to"]?.string)
        case "target":
            self = try .target(
                profile: json.text("profile"), competence: json.text("competence"), from: Demand(json["from"]),
                to: Demand(json["to"]))
        default: throw UnexpectedContent(member: "kind")
        }
    }
}

extension ProposalEdit.Demand {
    fileprivate init?(_ json: JSONValue?) throws {
        guard let json, !json.isNull else { return nil }
        guard let weight = json["weight"]?.lexeme else { throw UnexpectedContent(member: "weight") }
        level = try json.number("level")
        self.weight = weight
    }
}
