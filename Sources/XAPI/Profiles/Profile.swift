/// An xAPI profile in one version: words, templates of statements and patterns of them (xAPI Profiles 1.0 §6).
///
/// ```swift
/// let profile = try Profile(parsing: document)
/// let checker = ProfileChecker(profile)
/// ```
public struct Profile: Sendable {
    /// The IRI of the profile overall.
    public let id: String
    /// The IRI of the version that the document describes: its parts' `inScheme`.
    public let version: String
    /// All versions, as the document lists them.
    public let versions: [Version]
    /// The profile's names.
    public let prefLabel: LanguageMap
    /// What the profile is about.
    public let definition: LanguageMap
    /// Where more is told about it.
    public let seeAlso: String?
    /// The name of the organization or person that wrote it.
    public let author: String
    /// The words that it introduces.
    public let concepts: [ProfileConcept]
    /// How statements that follow it are built.
    public let templates: [ProfileTemplate]
    /// How such statements follow each other.
    public let patterns: [ProfilePattern]

    /// A version of a profile (xAPI Profiles 1.0 §6.1).
    public struct Version: Sendable, Equatable {
        /// The version's IRI, which statements name in `contextActivities.category`.
        public let id: String
        /// When it was made.
        public let generatedAtTime: String
        /// The versions that it revises.
        public let wasRevisionOf: [String]
    }
}

/// A text in several languages (xAPI 2.0 §4.2.7, language map).
public struct LanguageMap: Sendable, Equatable {
    /// The texts by language tag, in the order of the document.
    public let entries: [Entry]

    /// A text in one language.
    public struct Entry: Sendable, Equatable {
        /// The language tag (RFC 5646).
        public let tag: String
        /// The text.
        public let text: String
    }

    /// The English text, or else the first.
    public var text: String {
        (entries.first { $0.tag == "en" || $0.tag.hasPrefix("en-") } ?? entries.first)?.text ?? ""
    }
}
