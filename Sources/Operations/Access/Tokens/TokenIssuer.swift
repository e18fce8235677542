/// An OAuth 2.0 or OpenID Connect issuer whose bearer tokens are accepted.
public struct TokenIssuer: Sendable, Hashable {
    /// What `iss` must be.
    public var issuer: String
    /// What `aud` must hold: this installation, as the issuer names it.
    public var audience: String
    /// The claim with the scopes: a text with spaces between, or a list.
    public var scopeClaim: String
    /// What stands before each of our scopes in that claim; scopes without it are not ours.
    public var scopePrefix: String

    /// The claim with the code of the partner whose data a token is limited to, or `*` for the whole scheme; when it is
    /// nil, every token is for the whole scheme.
    public var partnerClaim: String?

    /// Describes an issuer.
    public init(
        issuer: String, audience: String, scopeClaim: String = "scope", scopePrefix: String = "",
        partnerClaim: String? = nil
    ) {
        self.issuer = issuer
        self.audience = audience
        self.scopeClaim = scopeClaim
        self.scopePrefix = scopePrefix
        self.partnerClaim = partnerClaim
    }

    /// Signatures that are accepted: asymmetric ones only, so that a public key never serves as a secret.
    static let algorithms: Set<String> = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
    ]

    /// The scopes that a claim grants.
    func scopes(_ names: [String]) -> Set<Scope> {
        Set(
            names.compactMap { name in
                guard name.hasPrefix(scopePrefix) else { return nil }
                return Scope(rawValue: String(name.dropFirst(scopePrefix.count)))
            })
    }
}
