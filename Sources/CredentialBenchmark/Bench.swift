import Credentials
import FoundationEssentials

/// What is measured: each by itself, on the same awards.
enum Stage: String, CaseIterable {
    case bareSigning, bareVerifying, issuing, issuingDocument, issuingToken, verifyingDocument, verifyingToken
}

/// The awards, and what becomes of them, made before anything is measured.
struct Bench {
    private let bare = Bare()
    private let awards: [CompetenceAward]
    private let proofs: DataIntegritySecuring
    private let tokens: JWTSecuring
    private let verifier: CredentialVerifier
    private let plain: [[UInt8]]
    private let signatures: [[UInt8]]
    private let documents: [[UInt8]]
    private let compact: [[UInt8]]

    /// Something measured does not do what it should.
    struct Broken: Error {
        let stage: Stage
    }

    init(awards count: Int) async throws {
        let issuer = try DIDWeb(baseURL: SampleAwards.baseURL)
        let (proofKey, tokenKey) = (SigningKey.ed25519(), SigningKey())
        proofs = DataIntegritySecuring(signer: KeySigner(key: proofKey, issuer: issuer))
        tokens = JWTSecuring(signer: KeySigner(key: tokenKey, issuer: issuer))
        let keys = DIDDocument(issuer: issuer, signing: [proofKey.publicKey, tokenKey.publicKey])
        verifier = CredentialVerifier(issuers: KnownIssuers([keys]), statuses: NothingRevoked())
        awards = try SampleAwards.make(
            count,
            issuer: IssuerProfile(
                id: issuer.did, name: "Tessera", url: SampleAwards.baseURL + "/issuer", description: "Of a benchmark."))
        let credentials = try awards.map { try OpenBadgeCredential($0) }
        plain = credentials.map(\.json)
        signatures = try plain.map { [bare] in try bare.sign($0) }
        (documents, compact) = try await Self.secured(credentials, proofs, tokens)
    }

    private static func secured(
        _ credentials: [OpenBadgeCredential], _ proofs: DataIntegritySecuring, _ tokens: JWTSecuring
    ) async throws -> (documents: [[UInt8]], tokens: [[UInt8]]) {
        var (documents, compact): ([[UInt8]], [[UInt8]]) = ([], [])
        for credential in credentials {
            documents.append(try await proofs.secure(credential).bytes)
            compact.append(try await tokens.secure(credential).bytes)
        }
        return (documents, compact)
    }

    /// Measures a stage for some seconds of one core.
    func measure(_ rate: inout Rate, _ stage: Stage, for seconds: Double) async throws {
        try await rate.measure(for: seconds) { turn in
            let place = turn % awards.count
            switch stage {
            case .bareSigning: _ = try bare.sign(plain[place])
            case .bareVerifying:
                guard try bare.verify(plain[place], signatures[place]) else { throw Broken(stage: stage) }
            case .issuing:
                let credential = try OpenBadgeCredential(awards[place])
                _ = try await proofs.secure(credential)
                _ = try await tokens.secure(credential)
            case .issuingDocument: _ = try await proofs.secure(OpenBadgeCredential(awards[place]))
            case .issuingToken: _ = try await tokens.secure(OpenBadgeCredential(awards[place]))
            case .verifyingDocument: try await verify(documents[place], stage)
            case .verifyingToken: try await verify(compact[place], stage)
            }
        }
    }

    private func verify(_ bytes: [UInt8], _ stage: Stage) async throws {
        let report = await verifier.verify(bytes, at: Date(timeIntervalSince1970: 1_800_000_000))
        guard report.verdict == .valid else { throw Broken(stage: stage) }
    }

    /// Statuses as they are in a database that was just asked: they cost nothing here.
    private struct NothingRevoked: StatusResolver {
        func standing(by status: CredentialStatusReference) async throws -> CredentialStanding { .good }
    }
}
