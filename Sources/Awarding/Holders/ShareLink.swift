public import Credentials
public import FoundationEssentials

/// What a holder wants of a link that shows a credential.
public struct ShareWish: Sendable, Equatable {
    /// What the holder calls it, for themselves: up to 100 characters.
    public var label: String?
    /// For how many days it shows the credential; nil without end.
    public var days: Int?
    /// Whether it shows what the credential rests on, piece by piece.
    public var showsEvidence: Bool
    /// The name that it shows the credential with; nil for none.
    public var name: PersonName?

    /// Describes a link.
    public init(label: String? = nil, days: Int? = nil, showsEvidence: Bool = false, name: PersonName? = nil) {
        self.label = label
        self.days = days
        self.showsEvidence = showsEvidence
        self.name = name
    }
}

/// What a link that somebody opens shows.
public enum SharedCredential: Sendable, Equatable {
    /// A credential, with or without what it rests on; until when the link shows it; and the name that the holder shows
    /// it with.
    case shown(UUID, showsEvidence: Bool, until: Date?, name: PersonName?)
    /// Nothing any more: the holder took it back.
    case revoked
    /// Nothing any more: its time is over.
    case expired
}
