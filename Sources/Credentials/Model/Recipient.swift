public import FoundationEssentials

/// Whom a credential is about.
public struct Recipient: Hashable, Sendable {
    /// The identifier of the credential's subject, `urn:uuid:`, fresh for each credential so that two can't be joined.
    public var subjectID: UUID
    /// What the person can be recognised by; at least one in most credentials.
    public var identifiers: [RecipientIdentifier]

    /// Describes a recipient.
    public init(subjectID: UUID, identifiers: [RecipientIdentifier]) {
        self.subjectID = subjectID
        self.identifiers = identifiers
    }
}
