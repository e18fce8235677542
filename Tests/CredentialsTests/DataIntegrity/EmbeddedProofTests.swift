import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("Embedded proofs")
struct EmbeddedProofTests {
    let issuance: ProofIssuance

    init() throws { issuance = try ProofIssuance() }

    func text() async throws -> String { try await String(decoding: issuance.issue(), as: UTF8.self) }

    @Test("A credential with a proof of the issuer's is valid, and says what it says")
    func valid() async throws {
        let credential = try await issuance.issue()
        let report = await issuance.report(credential)
        #expect(report.verdict == .valid)
        #expect(report.content?.recipientName == "Zoë Kowalczyk-Łuć")
        let proofs = try #require(JSONDocument(parsing: credential).root["proof"])
        #expect(proofs.kind == .array && proofs.count == 1)
        let proof = try #require(proofs[0])
        #expect(proof["type"]?.string == "DataIntegrityProof" && proof["cryptosuite"]?.string == "eddsa-jcs-2022")
        #expect(
            proof["created"]?.string == "2026-11-02T09:00:00Z" && proof["proofPurpose"]?.string == "assertionMethod")
        #expect(proof["verificationMethod"]?.string == "did:web:badges.example#" + issuance.key.publicKey.multibase)
        #expect(proof["proofValue"]?.string?.hasPrefix("z") == true)
    }

    @Test("A credential is refused whichever text in it, or in its proof, is changed")
    func everyText() async throws {
        let credential = try await issuance.issue()
        let document = try JSONDocument(parsing: credential)
        var accepted: [String] = []
        var count = 0
        func visit(_ value: JSONValue) async {
            for element in value.elements { await visit(element) }
            for (key, member) in value.members {
                await change(key)
                await visit(member)
            }
            if value.kind == .string { await change(value) }
        }
        func change(_ value: JSONValue) async {
            var changed = credential
            let index = value.range.lowerBound + 1
            changed[index] = changed[index] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
            count += 1
            let report = await issuance.report(changed)
            if report.verdict == .valid || report.content != nil { accepted.append(value.pointer) }
        }
        await visit(document.root)
        #expect(accepted.isEmpty)
        #expect(count > 200)
    }

    @Test("A key that stands in the proof's name of it, but not in the issuer's document, is refused")
    func forgedFragment() async throws {
        let attacker = SigningKey.ed25519()
        let signer = KeySigner(key: attacker, issuer: issuance.issuer)
        let forged = try await DocumentSigner(signer: signer, suite: .eddsaJCS2022, graphs: nil)
            .sign(issuance.unsigned(), issuance.options)
        let report = await issuance.report(forged)
        #expect(report.verdict == .invalid && report.content == nil)
        #expect(report[.issuer]?.text == "The issuer does not list the key that it names.")
    }

    @Test("A key that the issuer lists, but not for signing credentials, is refused")
    func compromised() async throws {
        let document = DIDDocument(
            issuer: issuance.issuer, signing: [SigningKey.ed25519().publicKey], compromised: [issuance.key.publicKey])
        let verifier = CredentialVerifier(issuers: KnownIssuers([document]))
        let report = await verifier.verify(try await issuance.issue(), at: Example.during)
        #expect(report.verdict == .invalid && report[.issuer]?.outcome.isFailed == true)
    }

    @Test("A key that names somebody else is refused, though the signature fits")
    func foreignKey() async throws {
        let signer = KeySigner(key: issuance.key)
        let credential = try await DocumentSigner(signer: signer, suite: .eddsaJCS2022, graphs: nil)
            .sign(issuance.unsigned(), issuance.options)
        let report = await issuance.report(credential)
        #expect(report.verdict == .invalid)
        #expect(report[.signature]?.outcome == .passed && report[.issuer]?.outcome.isFailed == true)
    }

    @Test("A P-256 key of the issuer's doesn't stand for an Ed25519 signature")
    func otherAlgorithm() async throws {
        let key = SigningKey()
        let document = DIDDocument(issuer: issuance.issuer, signing: [key.publicKey])
        let text = try await text().replacingOccurrences(
            of: issuance.signer.verificationMethod, with: issuance.issuer.verificationMethod(for: key.publicKey))
        let report = await CredentialVerifier(issuers: KnownIssuers([document]))
            .verify(Array(text.utf8), at: Example.during)
        #expect(report[.signature]?.outcome.isFailed == true && report.verdict == .invalid)
        let signer = KeySigner(key: key, issuer: issuance.issuer)
        await #expect(throws: CredentialError.self) {
            try await DocumentSigner(signer: signer, suite: .eddsaJCS2022, graphs: nil)
                .sign(issuance.unsigned(), issuance.options)
        }
    }

    @Test(
        "Proofs that are incomplete, of another kind or for another purpose are not taken",
        arguments: [
            (#""type":"DataIntegrityProof","#, "", "couldNotCheck"),
            (#""type":"DataIntegrityProof""#, #""type":"DataIntegrity""#, "couldNotCheck"),
            (#""cryptosuite":"eddsa-jcs-2022""#, #""cryptosuite":"ecdsa-sd-2023""#, "couldNotCheck"),
            (#""proofPurpose":"assertionMethod""#, #""proofPurpose":"authentication""#, "failed"),
            (#""proofPurpose":"assertionMethod","#, "", "failed"), (#""proofValue":"z"#, #""proofValue":"u"#, "failed"),
            (#""proofValue":"z"#, #""proofValue":"z0"#, "failed"),
            (#""proofValue":"z"#, #""value":"z"#, "failed"), (#""created":"2026-"#, #""created":"26-"#, "failed"),
            (#""created":"#, #""expires":"2026-12-01T00:00:00Z","created":"#, "failed"),
            (#""created":"#, #""expires":7,"created":"#, "failed"),
            (#""created":"#, #""previousProof":"urn:none","created":"#, "failed"),
            (#""proof":[{"#, #""proof":["x",{"#, "failed"),
        ])
    func malformed(old: String, new: String, outcome: String) async throws {
        let text = try await text()
        let changed = text.replacingOccurrences(of: old, with: new)
        #expect(text != changed)
        let report = await issuance.report(changed)
        #expect(report[.signature]?.outcome.name == outcome)
        #expect(report.verdict != .valid && report.content == nil)
    }

    @Test("A proof that has expired, signed with its end, is refused from then on")
    func expired() async throws {
        var options = issuance.options
        options.expires = Example.during
        let credential = try await issuance.documents.sign(issuance.unsigned(), options)
        let before = await issuance.verifier.verify(credential, at: Example.during - 1)
        let after = await issuance.verifier.verify(credential, at: Example.during)
        #expect(before.verdict == .valid && after.verdict == .invalid)
    }

    @Test("A proof for a presentation answers its challenge, for its domain")
    func expectations() async throws {
        var options = issuance.options
        options.purpose = "authentication"
        options.domain = "verifier.example"
        options.challenge = "c1"
        let signed = try await issuance.documents.sign(Array("{}".utf8), options)
        let proof = try DataIntegrityProof(#require(Proofs(of: JSONDocument(parsing: signed).root).values.first))
        var expectation = ProofExpectation(purpose: "authentication", instant: Instant(Example.during))
        #expect(proof.objection(expectation) == nil)
        expectation.domain = "verifier.example"
        expectation.challenge = "c1"
        #expect(proof.objection(expectation) == nil)
        expectation.challenge = "c2"
        #expect(proof.objection(expectation)?.contains("challenge") == true)
        expectation = ProofExpectation(
            purpose: "authentication", domain: "other.example", instant: Instant(Example.during))
        #expect(proof.objection(expectation)?.contains("domain") == true)
        #expect(proof.objection(ProofExpectation(instant: Instant(Example.during)))?.contains("purpose") == true)
    }

    @Test("Under canonical JSON more contexts may follow those that were signed, but none before or instead")
    func contexts() async throws {
        let text = try await text()
        let start = try #require(text.range(of: #""@context":["#))
        for url in ["https://example.org/c", "https://www.w3.org/ns/credentials/v2"] {
            let changed = text.replacingCharacters(in: start, with: #""@context":["\#(url)","#)
            #expect(await issuance.report(changed)[.signature]?.outcome.isFailed == true)
        }
        let end = #"extensions.json"],"id""#
        let longer = text.replacingOccurrences(of: end, with: #"extensions.json","https://example.org/c"],"id""#)
        #expect(longer != text)
        #expect(await issuance.report(longer)[.signature]?.outcome == .passed)
    }

    @Test("An issuer that is nothing but a key can be checked, but proves nobody unless that is accepted")
    func bareKey() async throws {
        let signer = KeySigner(key: issuance.key)
        var award = try Example.award()
        award.issuer.id = DIDKey(issuance.key.publicKey).did
        let securing = DataIntegritySecuring(signer: signer, suite: .eddsaJCS2022, graphs: nil)
        let credential = try await securing.secure(OpenBadgeCredential(award)).bytes
        let report = await issuance.report(credential)
        #expect(report[.signature]?.outcome == .passed && report[.issuer]?.outcome.isUnknown == true)
        #expect(report.verdict == .undetermined && report.content == nil)
        let accepting = CredentialVerifier(issuers: KnownIssuers([]), acceptsBareKeys: true)
        #expect(await accepting.verify(credential, at: Example.during).verdict == .valid)
    }
}
