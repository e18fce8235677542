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
        try await secure(credential.members + Self.claims(of: credential), id: credential.id)
    }

    /// Signs a status list.
    public func secure(_ list: StatusListCredential) async throws -> SecuredCredential {
        let claims: [JSONTree.Member] = [
            .init("iss", list.issuer), .init("jti", list.id), .init("sub", list.subjectID),
            .init("nbf", .integer(Instant(list.validFrom).seconds)),
            .init("exp", list.validUntil.map { .integer(Instant($0).seconds) }),
        ]
        return try await secure(list.members() + claims, id: list.id)
    }

    /// Signs a learner record.
    public func secure(_ record: LearnerRecordCredential) async throws -> SecuredCredential {
        let claims: [JSONTree.Member] = [
            .init("iss", record.issuer.id), .init("jti", record.id.urn), .init("sub", record.subjectID),
            .init("nbf", .integer(Instant(record.validFrom).seconds)),
        ]
        return try await secure(record.members + claims, id: record.id.urn)
    }

    private func secure(_ members: [JSONTree.Member], id: String) async throws -> SecuredCredential {
        guard signer.algorithm == .es256 else {
            throw CredentialError(.signingFailed, "Tokens are signed with ES256, not with \(signer.algorithm).")
        }
        let header = JSONTree.object(.init("alg", signer.algorithm.name), .init("kid", signer.verificationMethod))
        let payload = JSONTree.object(members)
        var token = Base64URL.encode(header.bytes) + [UInt8(ascii: ".")] + Base64URL.encode(payload.bytes)
        let signature = try await signer.signature(over: token)
        guard signature.count == 64 else {
            throw CredentialError(.signingFailed, "The signer gave \(signature.count) bytes where ES256 has 64.")
        }
        token += [UInt8(ascii: ".")] + Base64URL.encode(signature)
        return SecuredCredential(
            id: id, mediaType: Self.mediaType, verificationMethod: signer.verificationMethod, bytes: token)
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
