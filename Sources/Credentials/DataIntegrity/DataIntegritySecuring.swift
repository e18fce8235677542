public import FoundationEssentials

/// Secures a credential with a Data Integrity proof within it.
public struct DataIntegritySecuring: CredentialSecuring {
    /// The media type of a credential with an embedded proof (VC Data Model 2.0).
    public static let mediaType = "application/vc"

    private let signer: any Signer
    private let documents: DocumentSigner
    private let clock: @Sendable () -> Date

    /// Secures with an Ed25519 signer of the issuer's.
    ///
    /// - Parameter clock: what tells the time at which a proof is made.
    public init(
        signer: any Signer, suite: Cryptosuite = .eddsaRDFC2022, clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.init(signer: signer, suite: suite, graphs: LinkedDataProcessor.known, clock: clock)
    }

    package init(
        signer: any Signer, suite: Cryptosuite, graphs: (any DocumentGraphs)?,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.signer = signer
        self.clock = clock
        documents = DocumentSigner(signer: signer, suite: suite, graphs: graphs)
    }

    /// Signs the credential.
    public func secure(_ credential: OpenBadgeCredential) async throws -> SecuredCredential {
        try await secure(credential.json, id: credential.id)
    }

    /// Signs a status list.
    public func secure(_ list: StatusListCredential) async throws -> SecuredCredential {
        try await secure(list.json(), id: list.id)
    }

    /// Signs a learner record.
    public func secure(_ record: LearnerRecordCredential) async throws -> SecuredCredential {
        try await secure(record.json, id: record.id.urn)
    }

    func secure(_ json: [UInt8], id: String) async throws -> SecuredCredential {
        SecuredCredential(
            id: id, mediaType: Self.mediaType, verificationMethod: signer.verificationMethod,
            bytes: try await documents.sign(json, ProofOptions(created: clock())))
    }
}
