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

    /// Signs a learner record.
    public func secure(_ record: LearnerRecordCredential) async throws -> SecuredCredential {
        let claims: [JSONTree.Member] = [
            .init("iss", record.issuer.id), .init("jti", record.id.urn), .init("sub", record.subjectID),
            .init("nbf", .integer(Instant(record.validFrom).seconds)),
        ]
        return try await secure(record.members + claims, id: record.id.urn)
    }

    func secure(_ members: [JSONTree.Member], id: String) async throws -> SecuredCredential {
        try await secure(payload: JSONTree.object(members).bytes, id: id)
    }

    func secure(payload: [UInt8], id: String) async throws -> SecuredCredential {
        SecuredCredential(
            id: id, mediaType: Self.mediaType, verificationMethod: signer.verificationMethod,
            bytes: try await token(of: payload))
    }

    /// The token of a payload.
    func token(of payload: [UInt8]) async throws -> [UInt8] {
        let header = JSONTree.object(.init("alg", signer.algorithm.name), .init("kid", signer.verificationMethod))
        return try await CompactJWS.token(header: header, payload: payload, signer: signer)
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
