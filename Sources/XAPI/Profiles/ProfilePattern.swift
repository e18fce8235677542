/// How statements follow each other within a registration (xAPI Profiles 1.0 §9).
public struct ProfilePattern: Sendable {
    /// How the members are put together; the raw values are the specification's names.
    public enum Kind: String, Sendable, CaseIterable {
        /// One of several.
        case alternates
        /// Once or not at all.
        case optional
        /// Once or more often.
        case oneOrMore
        /// All in this order.
        case sequence
        /// Any number of times, none included.
        case zeroOrMore
    }

    /// The pattern's IRI.
    public let id: String
    /// How its members are put together.
    public let kind: Kind
    /// The IRIs of templates and patterns that it is made of.
    public let members: [String]
    /// Whether statements are to follow it as it is.
    public let isPrimary: Bool
    /// Its names; a primary pattern has them.
    public let prefLabel: LanguageMap?
    /// What it is for; a primary pattern tells it.
    public let definition: LanguageMap?
    /// The pattern exactly as the document has it.
    public let json: [UInt8]
}
