internal import JSON

/// What differs between two versions of a framework.
public struct FrameworkChanges: Sendable {
    /// What happened to an item.
    public enum Change: String, Sendable {
        /// Only the version that is looked at has it.
        case added
        /// Only the other version has it.
        case removed
        /// Both have it, with different texts.
        case changed
    }

    /// A text that differs.
    public struct Field: Sendable, Hashable {
        /// Which text: `code`, `statement`, `name`, `parent`, `eqf` or `notes`.
        public let name: String
        /// The text in the version that is compared with.
        public let old: String?
        /// The text in the version that is looked at.
        public let new: String?
    }

    /// An item that differs.
    public struct Item: Sendable, Hashable {
        /// What happened.
        public let change: Change
        /// What it is.
        public let kind: FrameworkContent.Kind
        /// Its code; the old one of what was removed.
        public let code: String
        /// Its code in the version that is compared with, if that has it.
        public let oldCode: String?
        /// The code of a level's competence, and of a competence's area.
        public let parent: String?
        /// Its statement.
        public let name: String
        /// What differs.
        public let fields: [Field]
    }

    /// A target that differs.
    public struct Target: Sendable, Hashable {
        /// The profile's code.
        public let profile: String
        /// The competence's code.
        public let competence: String
        /// The level in the version that is compared with, if there is a target.
        public let oldLevel: Int?
        /// The level in the version that is looked at, if there is a target.
        public let newLevel: Int?
        /// The weight in the version that is compared with.
        public let oldWeight: String?
        /// The weight in the version that is looked at.
        public let newWeight: String?
    }

    /// Items that differ: areas, competences, levels, profiles.
    public let items: [Item]
    /// Targets that differ.
    public let targets: [Target]
}

extension FrameworkChanges {
    /// Reads the answer of `framework/changes`.
    init(json: JSONValue) throws {
        items = try json.list("items") { item in
            guard let change = try Change(rawValue: item.text("change")),
                let kind = try FrameworkContent.Kind(rawValue: item.text("kind"))
            else { throw UnexpectedContent(member: "change") }
            return try Item(
                change: change, kind: kind, code: item.text("code"), oldCode: item["oldCode"]?.string,
                parent: item["parent"]?.string, name: item.text("name"),
                fields: item.list("fields") { field in
                    try Field(name: field.text("field"), old: field["old"]?.string, new: field["new"]?.string)
                })
        }
        targets = try json.list("targets") { target in
            try Target(
                profile: target.text("profile"), competence: target.text("competence"),
                oldLevel: target["oldLevel"]?.integer.map { Int($0) },
                newLevel: target["newLevel"]?.integer.map { Int($0) }, oldWeight: target["oldWeight"]?.string,
                newWeight: target["newWeight"]?.string)
        }
    }
}
