public import FoundationEssentials

/// A statement that a credential rests on, bound to it by digest.
///
/// The credential holds the digest, not the statement: whoever is later shown the statement can check that it is the
/// one, and nobody else learns its content.
public struct EvidenceEntry: Hashable, Sendable {
    /// The statement's id.
    public var statementID: UUID
    /// The statement's digest; see ``EvidenceDigest``.
    public var digestMultibase: String
    /// A title.
    public var name: String
    /// What was done and found, in words.
    public var narrative: String?
    /// The kind of evidence, such as `Assessment`.
    public var genre: String?

    /// Describes a piece of evidence.
    public init(
        statementID: UUID, digestMultibase: String, name: String, narrative: String? = nil, genre: String? = nil
    ) {
        self.statementID = statementID
        self.digestMultibase = digestMultibase
        self.name = name
        self.narrative = narrative
        self.genre = genre
    }

    var tree: JSONTree {
        .object(
            .init("id", statementID.urn), .init("type", texts: ["Evidence"]), .init("name", name),
            .init("narrative", narrative), .init("genre", genre), .init("digestMultibase", digestMultibase))
    }
}
