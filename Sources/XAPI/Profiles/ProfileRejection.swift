/// Why a document is no conforming profile: all its faults.
public struct ProfileRejection: Error, Sendable, Equatable {
    /// The faults, in the order in which they were found.
    public let faults: [Fault]

    /// One fault of a profile document.
    public struct Fault: Sendable, Equatable {
        /// The JSON Pointer (RFC 6901) of the value at fault.
        public let pointer: String
        /// The rule that is broken.
        public let rule: ProfileRequirement
        /// What is wrong, in words.
        public let reason: String
    }
}

/// What the specification demands of profile documents; the raw values never change.
public enum ProfileRequirement: String, Sendable, CaseIterable {
    /// It is JSON within bounds.
    case json = "profile-json"
    /// It is not larger than a server can be asked to check.
    case size = "profile-size"
    /// Nothing is null, or an empty text, object or array (xAPI Profiles 1.0 §4).
    case emptyValue = "profile-empty-value"
    /// What is required is there (xAPI Profiles 1.0 §6 to §9).
    case required = "profile-required"
    /// A value has the type, or is one of the values, that the specification names.
    case value = "profile-value"
    /// An id stands for one thing only.
    case uniqueID = "profile-unique-id"
    /// `inScheme` is the version that the document describes (xAPI Profiles 1.0 §7 to §9).
    case inScheme = "profile-in-scheme"
    /// All versions but the first tell what they revise (xAPI Profiles 1.0 §6.1).
    case revision = "profile-revision"
    /// Extensions have one schema, and the recommendations for their kind (xAPI Profiles 1.0 §7.2).
    case `extension` = "profile-extension"
    /// `related` leads from a deprecated concept to its replacement (xAPI Profiles 1.0 §7.1).
    case related = "profile-related"
    /// A template has no type for an object that is a StatementRef (xAPI Profiles 1.0 §8).
    case templateObject = "profile-template-object"
    /// A rule demands something, at a place that is legal JSONPath (xAPI Profiles 1.0 §8.1).
    case templateRule = "profile-template-rule"
    /// A pattern is put together in one way, of enough members (xAPI Profiles 1.0 §9).
    case pattern = "profile-pattern"
    /// No pattern is within itself (xAPI Profiles 1.0 §9).
    case patternCycle = "profile-pattern-cycle"
    /// What is named under the profile's own IRI exists.
    case reference = "profile-reference"
}
