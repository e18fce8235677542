public import LibPQ

/// One version of a framework, as far as a page shows it, in one language.
public struct FrameworkContent: Sendable {
    /// What an item is.
    public enum Kind: String, Sendable, PostgresDecodable {
        /// A group of competences.
        case area
        /// Something that people can be able to do.
        case competence
        /// The descriptor of one of a competence's four levels.
        case level
        /// A staff profile: a role, with target levels.
        case profile
        /// An item of another publisher's type; its code here is its identifier, its name what people call it.
        case item
    }

    /// An area, competence, level descriptor or staff profile.
    public struct Item: Sendable {
        /// Its CASE identifier.
        public let identifier: String
        /// What it is.
        public let kind: Kind
        /// Its code, unique in the document.
        public let code: String
        /// The code of a level's competence, and of a competence's area.
        public let parent: String?
        /// A level's number, 1 to 4.
        public let level: Int?
        /// The EQF level that a level was written with reference to; indicative only.
        public let eqf: Int?
        /// CASE conceptKeywords.
        public let keywords: [String]
        /// The name of an area, competence or profile; the descriptor of a level.
        public let statement: FrameworkText
        /// A short form, such as `L3 Advanced`.
        public let name: FrameworkText?
        /// Notes, such as who else has a competence.
        public let notes: FrameworkText?
    }

    /// Which level of a competence a profile demands.
    public struct Target: Sendable, Hashable {
        /// The profile's code.
        public let profile: String
        /// The competence's code.
        public let competence: String
        /// The level, 1 to 4.
        public let level: Int
        /// Importance within the profile, in decimal digits.
        public let weight: String
    }

    /// Where an item leads outside, such as to an ESCO occupation.
    public struct Alignment: Sendable, Hashable {
        /// The item's code.
        public let item: String
        /// CASE associationType.
        public let type: String
        /// The address that it leads to.
        public let address: String
        /// What stands there, for people.
        public let title: String?
        /// CASE targetType, such as `ext:esco`.
        public let scheme: String
        /// How well it fits: exact, close, broad, narrow or related.
        public let match: String?
        /// The version of the outside scheme.
        public let version: String?
        /// The group in the outside scheme.
        public let group: String?
        /// Notes on the match.
        public let notes: String?
    }

    /// The document.
    public let document: FrameworkDocument
    /// Areas, competences, profiles, and the levels that were asked for, each kind in its order.
    public let items: [Item]
    /// Every target.
    public let targets: [Target]
    /// Every alignment.
    public let alignments: [Alignment]
}

extension FrameworkContent {
    /// The items of a kind, in order.
    public func items(_ kind: Kind) -> [Item] { items.filter { $0.kind == kind } }

    /// The items of a kind below an item, in order.
    public func items(_ kind: Kind, of parent: String) -> [Item] {
        items.filter { $0.kind == kind && $0.parent == parent }
    }

    /// The item of a kind that has a code.
    public func item(_ kind: Kind, _ code: String) -> Item? {
        items.first { $0.kind == kind && $0.code == code }
    }
}
