import Foundation
import JSON
import Testing

@testable import Credentials

/// An issuer with an Ed25519 key, whose credentials carry proofs over canonical JSON.
struct ProofIssuance {
    let key = SigningKey.ed25519()
    let issuer: DIDWeb
    let signer: KeySigner
    let document: DIDDocument
    let documents: DocumentSigner

    init() throws {
        issuer = try Example.identity()
        signer = KeySigner(key: key, issuer: issuer)
        document = DIDDocument(issuer: issuer, signing: [key.publicKey])
        documents = DocumentSigner(signer: signer, suite: .eddsaJCS2022, graphs: nil)
    }

    var verifier: CredentialVerifier { CredentialVerifier(issuers: KnownIssuers([document])) }

    var options: ProofOptions { ProofOptions(created: Example.start) }

    func issue() async throws -> [UInt8] {
        let securing = DataIntegritySecuring(
            signer: signer, suite: .eddsaJCS2022, graphs: nil, clock: { Example.start })
        return try await securing.secure(OpenBadgeCredential(Example.award())).bytes
    }

    func unsigned() throws -> [UInt8] { try OpenBadgeCredential(Example.award()).json }

    func report(_ credential: [UInt8]) async -> VerificationReport {
        await verifier.verify(credential, at: Example.during, recipient: "zoe@example.org")
    }

    func report(_ text: String) async -> VerificationReport { await report(Array(text.utf8)) }
}
