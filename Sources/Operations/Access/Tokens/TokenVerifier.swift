public import FoundationEssentials
internal import JWTKit

/// Finds out whom a bearer token names: a JWT of one issuer (RFC 6750, RFC 7519, RFC 8725), signed by a key that the
/// issuer publishes now.
public struct TokenVerifier: Sendable {
    /// Bytes of a token.
    private static let maximumBytes = 16_384
    /// Seconds by which the issuer's clock may differ from ours.
    private static let leeway = 30.0

    private let issuer: TokenIssuer
    private let keys: IssuerKeys

    /// A verifier of an issuer's tokens.
    public init(_ issuer: TokenIssuer, keys: IssuerKeys) {
        self.issuer = issuer
        self.keys = keys
    }

    /// Whom a token names.
    /// - Throws: ``TokenError``.
    public func caller(of token: String, at now: Date = Date()) async throws(TokenError) -> Caller {
        guard token.utf8.count <= Self.maximumBytes else { throw .invalid("the token is too long") }
        let header = try Self.header(of: token)
        guard let algorithm = header.alg, TokenIssuer.algorithms.contains(algorithm) else {
            throw .invalid("alg: it must be one of \(TokenIssuer.algorithms.sorted().joined(separator: ", "))")
        }
        guard header.crit == nil else { throw .invalid("crit: extensions of the header are not understood") }
        let key = try await keys.key(header.kid)
        guard key.algorithm == nil || key.algorithm?.rawValue == algorithm else {
            throw .invalid("alg: the key \(header.kid ?? "") is for another")
        }
        let claims: TokenClaims
        do {
            let collection = JWTKeyCollection()
            try await collection.add(jwk: key, isDefault: true)
            claims = try await collection.verify(token, as: TokenClaims.self)
        } catch {
            throw .invalid("the signature or the form of the token is wrong")
        }
        return try caller(claims, at: now.timeIntervalSince1970)
    }

    private func caller(_ claims: TokenClaims, at now: Double) throws(TokenError) -> Caller {
        guard claims.issuer == issuer.issuer else { throw .invalid("iss: it must be \(issuer.issuer)") }
        guard claims.audience.contains(issuer.audience) else { throw .invalid("aud: it must hold \(issuer.audience)") }
        guard let expiry = claims.expiresAt else { throw .invalid("exp: missing") }
        guard now < expiry + Self.leeway else { throw .invalid("exp: the token has expired") }
        if let start = claims.notBefore, now < start - Self.leeway { throw .invalid("nbf: the token is not valid yet") }
        guard let subject = claims.subject, !subject.isEmpty else { throw .invalid("sub: missing") }
        let scopes = issuer.scopes(claims.words(of: issuer.scopeClaim))
        return Caller(
            issuer: issuer.issuer, subject: subject, application: claims.application, scopes: scopes,
            partner: try partner(claims))
    }

    /// The partner to which a token is limited; nil for the whole scheme.
    private func partner(_ claims: TokenClaims) throws(TokenError) -> String? {
        guard let name = issuer.partnerClaim else { return nil }
        let codes = claims.words(of: name)
        guard codes.count == 1, let code = codes.first else {
            throw .invalid("\(name): it must be the code of one partner, or *")
        }
        return code == "*" ? nil : code
    }

    private struct Header: Decodable {
        let alg: String?
        let kid: String?
        let crit: [String]?
    }

    private static func header(of token: String) throws(TokenError) -> Header {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .invalid("the token is no JWT of three parts") }
        var text = String(parts[0]).replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: text), let header = try? JSONDecoder().decode(Header.self, from: data)
        else { throw .invalid("the token's header is not JSON in base64url") }
        return header
    }
}
