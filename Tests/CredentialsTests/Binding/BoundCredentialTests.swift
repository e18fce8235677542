import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Credentials bound to their holders")
struct BoundCredentialTests {
    let issuance: ProofIssuance
    let tokens = SigningKey()

    init() throws { issuance = try ProofIssuance() }

    var verifier: CredentialVerifier {
        CredentialVerifier(
            issuers: KnownIssuers([
                DIDDocument(issuer: issuance.issuer, signing: [issuance.key.publicKey, tokens.publicKey])
            ]))
    }

    func bound() throws -> BoundCredential {
        try BoundCredential(issuance.unsigned(), holder: HolderKey(WalletKey().key.publicKey))
    }

    @Test("The subject's id is the holder's, and all else is as it was, byte for byte")
    func subject() throws {
        let bound = try bound()
        let unsigned = try String(decoding: issuance.unsigned(), as: UTF8.self)
        let expected = unsigned.replacingOccurrences(
            of: "urn:uuid:8a2f9f0c-6f43-4c0e-9b56-0d8b9d1a7c55", with: bound.holder.did)
        #expect(String(decoding: bound.json, as: UTF8.self) == expected && expected != unsigned)
    }

    @Test("It is valid with a proof within it and as a token")
    func verified() async throws {
        let bound = try bound()
        let document = try await DataIntegritySecuring(signer: issuance.signer, clock: { Example.start }).secure(bound)
        let token = try await JWTSecuring(signer: KeySigner(key: tokens, issuer: issuance.issuer)).secure(bound)
        for secured in [document, token] {
            let report = await verifier.verify(secured.bytes, at: Example.during, recipient: "zoe@example.org")
            #expect(report.verdict == .valid, "\(report.text)")
            let root = try JSONDocument(parsing: #require(report.content?.json)).root
            #expect(root["credentialSubject"]?["id"]?.string == bound.holder.did)
        }
    }

    @Test(
        "What was no credential of ours before is refused",
        arguments: ["{}", "x", #"{"id":"a","credentialSubject":{}}"#])
    func refused(text: String) {
        #expect(throws: CredentialError.self) {
            try BoundCredential(Array(text.utf8), holder: HolderKey(SigningKey().publicKey))
        }
    }
}
