public import FoundationEssentials

/// What a holder wants of a link that shows a credential.
public struct ShareWish: Sendable, Equatable {
    /// What the holder calls it, for themselves: up to 100 characters.
    public var label: String?
    /// For how many days it shows the credential; nil without end.
    public var days: Int?
    /// Whether it shows what the credential rests on, piece by piece.
    public var showsEvidence: Bool

    /// Describes a link.
    public init(label: String? = nil, days: Int? = nil, showsEvidence: Bool = false) {
        self.label = label
        self.days = days
        self.showsEvidence = showsEvidence
    }
}

/// What a link that somebody opens shows.
public enum SharedCredential: Sendable, Equatable {
    /// A credential, with or without what it rests on; and until when the link shows it.
    case shown(UUID, showsEvidence: Bool, until: Date?)
    /// Nothing any more: the holder took it back.
    case revoked
    /// Nothing any more: its time is over.
    case expired
}
