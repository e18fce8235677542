public import FoundationEssentials
internal import JSON

/// Secures a credential as SD-JWT VC, of which its holder shows only what they want to (RFC 9901,
/// draft-ietf-oauth-sd-jwt-vc).
///
/// What the credential is, who issued it and when it ends is always shown. The person's name and hashes, the criteria, the
/// result on its scale, each piece of evidence and the rest are shown one by one, or not. The holder's key stands in `cnf`,
/// so that only its owner can present the credential.
public struct SDJWTSecuring: Sendable {
    /// The media type of an SD-JWT VC.
    public static let mediaType = "application/dc+sd-jwt"

    /// The URL at which an issuer with a URL publishes its keys: the well-known name comes between host and path.
    public static func metadataURL(of issuer: String) -> String {
        let scheme = issuer.prefix { $0 != ":" }
        let authority = issuer.dropFirst(scheme.count + 3).prefix { $0 != "/" && $0 != "?" }
        var path = issuer.dropFirst(scheme.count + 3 + authority.count)
        if path.last == "/" { path.removeLast() }
        return "\(scheme)://\(authority)/.well-known/jwt-vc-issuer\(path)"
    }

    private let signer: any Signer
    private let issuer: String
    private let clock: @Sendable () -> Date

    /// Secures with an ES256 signer of the issuer's.
    ///
    /// - Parameters:
    ///   - issuer: the issuer's URL, under which `/.well-known/jwt-vc-issuer` lists its keys.
    ///   - clock: what tells the time at which credentials are signed.
    public init(signer: any Signer, issuer: String, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.signer = signer
        self.issuer = issuer
        self.clock = clock
    }

    /// Signs a credential that is bound to its holder; the result ends with a tilde, and every disclosure stands in it.
    ///
    /// - Parameter status: the credential's place on a status list token, where it has one.
    public func secure(
        _ credential: BoundCredential, type: CredentialType, status: TokenStatusReference?
    ) async throws -> SecuredCredential {
        let claims = DisclosableClaims(credential)
        let header = JSONTree.object(
            .init("alg", signer.algorithm.name), .init("typ", "dc+sd-jwt"), .init("kid", signer.verificationMethod))
        // To the day, so that the moment at which somebody fetched it can't be told from it.
        let day = Instant(clock()).seconds / 86_400 * 86_400
        let registered: [JSONTree.Member] = [
            .init("iss", issuer), .init("iat", .integer(day)), .init("nbf", credential.seconds("validFrom")),
            .init("exp", credential.seconds("validUntil")), .init("vct", type.identifier),
            .init("cnf", .object(.init("jwk", credential.holder.publicKey.bareTree))), .init("status", status?.tree),
        ]
        let hidden: [JSONTree.Member] = [
            // Sorted, so that the order says nothing of what they stand for.
            .init("_sd", texts: claims.members.map(\.digest).sorted()), .init("_sd_alg", "sha-256"),
        ]
        let payload = JSONTree.object(registered + claims.open + hidden)
        let token = try await CompactJWS.token(header: header, payload: payload.bytes, signer: signer)
        let tilde = UInt8(ascii: "~")
        let parts = [token] + (claims.members + claims.elements).map(\.text)
        return SecuredCredential(
            id: credential.id, mediaType: Self.mediaType, verificationMethod: signer.verificationMethod,
            bytes: parts.flatMap { $0 + [tilde] })
    }
}
