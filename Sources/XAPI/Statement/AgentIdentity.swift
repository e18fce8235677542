/// Who an Agent or Group is: its inverse functional identifier.
public struct AgentIdentity: Sendable, Hashable {
    /// The kinds of identifiers; the raw values are the specification's names.
    public enum Kind: String, Sendable, CaseIterable {
        /// A mail address, as a `mailto:` IRI.
        case mbox
        /// The SHA-1 digest of a `mailto:` IRI, in lower case.
        case mboxSHA1 = "mbox_sha1sum"
        /// An OpenID.
        case openID = "openid"
        /// An account on a system.
        case account
        /// A Group without an identifier; only its members say who it is.
        case anonymousGroup = "anonymous"
    }

    /// Which kind of identifier it is.
    public let kind: Kind
    /// The identifier; the account's name; empty for an anonymous Group.
    public let identifier: String
    /// The account's system.
    public let homePage: String?
    /// Whether it is a Group.
    public let isGroup: Bool
    /// The name that was sent along; no part of the identity.
    public let name: String?

    /// An identity.
    public init(kind: Kind, identifier: String, homePage: String? = nil, isGroup: Bool = false, name: String? = nil) {
        self.kind = kind
        self.identifier = identifier
        self.homePage = homePage
        self.isGroup = isGroup
        self.name = name
    }
}
