/// A word that a profile introduces, such as a verb (xAPI Profiles 1.0 §7).
public struct ProfileConcept: Sendable {
    /// What a concept can be; the raw values are the specification's names.
    public enum Kind: String, Sendable, CaseIterable {
        /// A verb.
        case verb = "Verb"
        /// A type of activities.
        case activityType = "ActivityType"
        /// A kind of use of attachments.
        case attachmentUsageType = "AttachmentUsageType"
        /// An extension of `context`.
        case contextExtension = "ContextExtension"
        /// An extension of `result`.
        case resultExtension = "ResultExtension"
        /// An extension of an activity's definition.
        case activityExtension = "ActivityExtension"
        /// A document of the State Resource.
        case stateResource = "StateResource"
        /// A document of the Agent Profile Resource.
        case agentProfileResource = "AgentProfileResource"
        /// A document of the Activity Profile Resource.
        case activityProfileResource = "ActivityProfileResource"
        /// An activity with its definition.
        case activity = "Activity"
    }

    /// The concept's IRI.
    public let id: String
    /// What it is.
    public let kind: Kind
    /// Its names; nil for an activity, whose definition names it.
    public let prefLabel: LanguageMap?
    /// What it means; nil for an activity.
    public let definition: LanguageMap?
    /// Whether it is not to be used any more.
    public let isDeprecated: Bool
    /// The JSON Schema of an extension, or the IRI of one.
    public let schema: String?
    /// The concepts that it is related to, by the relation's name.
    public let relations: [Relation]
    /// The concept exactly as the document has it.
    public let json: [UInt8]

    /// What relates a concept to others, such as `broadMatch`.
    public struct Relation: Sendable, Equatable {
        /// The property's name.
        public let name: String
        /// The IRIs of the other concepts.
        public let targets: [String]
    }
}
