/// A host that a holder let in, as an access token tells.
public struct HostGuest: Sendable {
    /// Key of the host.
    let client: Int64
    /// Key of the holder.
    let holder: Int64
    /// The partner to whose pilots' credentials the holder's link was limited, by code; nil for all.
    let partner: String?
    /// What the host may do.
    public let scopes: Set<HostScope>
}

/// Tokens for a host, told this once.
public struct HostTokens: Sendable {
    /// The access token.
    public let access: LinkSecret
    /// The refresh token; nil where the holder granted no access while away.
    public let refresh: LinkSecret?
    /// What the access token is for.
    public let scopes: [HostScope]
}
