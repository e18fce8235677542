/// Secures a credential as VC-JWT in the form that both Open Badges 3.0 and VC-JOSE-COSE accept.
///
/// The header holds `alg` and `kid` only: Open Badges wants `typ` to be `JWT`, VC-JOSE-COSE wants `vc+jwt`, and both
/// are content without. The payload is the credential, followed by the claims that repeat parts of it.
public struct JWTSecuring: CredentialSecuring {
    /// The media type of a credential as a JWT.
    public static let mediaType = "application/vc+jwt"

    private let signer: any Signer

    /// Secures with a signer of the issuer's.
    public init(signer: any Signer) {
        self.signer = signer
    }

    /// Signs the credential.
    public func secure(_ credential: OpenBadgeCredential) async throws -> SecuredCredential {
        let payload = JSONTree.object(credential.members + Self.claims(of: credential))
        return try await secure(payload: payload.bytes, id: credential.id)
    }

    /// Signs a status list.
    public func secure(_ list: StatusListCredential) async throws -> SecuredCredential {
        let claims: [JSONTree.Member] = [
            .init("iss", list.issuer), .init("jti", list.id), .init("sub", list.subjectID),
            .init("nbf", .integer(Instant(list.validFrom).seconds)),
            .init("exp", list.validUntil.map { .integer(Instant($0).seconds) }),
        ]
        return try await secure(payload: JSONTree.object(list.members() + claims).bytes, id: list.id)
    }

    func secure(payload: [UInt8], id: String) async throws -> SecuredCredential {
        SecuredCredential(
            id: id, mediaType: Self.mediaType, verificationMethod: signer.verificationMethod,
            bytes: try await token(of: payload))
    }

    /// The token of a payload.
    func token(of payload: [UInt8]) async throws -> [UInt8] {
        guard signer.algorithm == .es256 else {
            throw CredentialError(.signingFailed, "Tokens are signed with ES256, not with \(signer.algorithm).")
        }
        let header = JSONTree.object(.init("alg", signer.algorithm.name), .init("kid", signer.verificationMethod))
        let input = Base64URL.encode(header.bytes) + [UInt8(ascii: ".")] + Base64URL.encode(payload)
        let signature = try await signer.signature(over: input)
        guard signature.count == 64 else {
            throw CredentialError(.signingFailed, "The signer gave \(signature.count) bytes where ES256 has 64.")
        }
        return input + [UInt8(ascii: ".")] + Base64URL.encode(signature)
    }

    /// The registered claims, each equal to the part of the credential that it stands for.
    private static func claims(of credential: OpenBadgeCredential) -> [JSONTree.Member] {
        [
            .init("iss", credential.award.issuer.id),
            .init("jti", credential.id),
            .init("sub", credential.subjectID),
            .init("nbf", .integer(Instant(credential.award.validFrom).seconds)),
            .init("exp", credential.award.validUntil.map { .integer(Instant($0).seconds) }),
        ]
    }
}
