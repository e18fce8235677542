public import FoundationEssentials

/// A person who has shown, by a claim link, that certain credentials are about them.
public struct Holder: Sendable, Hashable {
    /// Key of the person's account in `lrs.agent`, which awards are made out to.
    package let key: Int64
    /// The partner to whose pilots' credentials the link is limited, by code; nil for all.
    ///
    /// What a partner's key cannot see, a link that was made with it does not show either.
    public let partner: String?
    /// The account, its home page and a space before it, or the mail address: what credentials have the hash of.
    public let identity: String
    /// When the session ends.
    public let sessionEndsAt: Date
}

/// A session that was opened for a holder.
public struct OpenedSession: Sendable {
    /// What the holder's browser keeps; it is kept nowhere else.
    public let secret: LinkSecret
    /// When the session ends.
    public let endsAt: Date
}

/// A claim link that was made.
public struct MadeClaimLink: Sendable {
    /// Its id, by which it is revoked.
    public let id: UUID
    /// What stands in `/claim/{secret}`; it is shown this once.
    public let secret: LinkSecret
    /// Until when it opens sessions.
    public let expiresAt: Date
}
