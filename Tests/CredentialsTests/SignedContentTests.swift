import Credentials
import Foundation
import JSON
import Testing

@Suite("Signing anew what a credential said")
struct SignedContentTests {
    private let later = Date(timeIntervalSince1970: 1_800_000_000)

    @Test("Everything stays as it was but the date from which it is valid, and it verifies")
    func same() async throws {
        let credential = try OpenBadgeCredential(Example.award())
        let content = try SignedContent(json: credential.json, validFrom: later)
        let text = String(decoding: content.json, as: UTF8.self)
        #expect(text == ExpectedCredential.text.replacing("2026-11-02T09:00:00Z", with: "2027-01-15T08:00:00Z"))
        #expect(content.id == credential.id)

        let issuer = try DIDWeb(did: "did:web:badges.example")
        let (token, proof) = (SigningKey(), SigningKey.ed25519())
        let document = DIDDocument(issuer: issuer, signing: [token.publicKey, proof.publicKey])
        let verifier = CredentialVerifier(issuers: KnownIssuers([document]))
        for secured in [
            try await JWTSecuring(signer: KeySigner(key: token, issuer: issuer)).secure(content),
            try await DataIntegritySecuring(signer: KeySigner(key: proof, issuer: issuer)).secure(content),
        ] {
            #expect(secured.id == credential.id)
            let report = await verifier.verify(secured.bytes, at: later + 1)
            #expect(report.verdict == .valid, "\(report.text)")
            #expect(await verifier.verify(secured.bytes, at: later - 1).verdict == .notYetValid)
        }
    }

    @Test("A creator that only repeats the issuer is left out, another one stays")
    func creator() throws {
        let issuer = #"{"id":"did:web:a.example","type":["Profile"],"name":"A"}"#
        func json(_ creator: String) -> String {
            #"{"id":"urn:uuid:1","issuer":\#(issuer),"validFrom":"2026-01-01T00:00:00Z","credentialSubject":{"id":"urn:uuid:2","achievement":{"id":"urn:uuid:3","creator":\#(creator),"name":"N"}}}"#
        }
        let own = try SignedContent(json: Array(json(issuer).utf8), validFrom: later)
        #expect(!String(decoding: own.json, as: UTF8.self).contains("creator"))
        #expect(String(decoding: own.json, as: UTF8.self).contains(#""achievement":{"id":"urn:uuid:3","name":"N"}"#))
        let other = #"{"id":"did:web:b.example","type":["Profile"]}"#
        let foreign = try SignedContent(json: Array(json(other).utf8), validFrom: later)
        #expect(String(decoding: foreign.json, as: UTF8.self).contains(other))
    }

    @Test("With a name in it, it is the same credential and says where the name is from, and both forms verify")
    func named() async throws {
        var award = try Example.award()
        award.recipient.identifiers.removeAll { $0.type == "name" }
        let credential = try OpenBadgeCredential(award)
        let name = try #require(PersonName("  Ana Kovač "))
        let content = try SignedContent(json: credential.json).naming(name)
        let (root, before) = (
            try JSONDocument(parsing: content.json).root, try JSONDocument(parsing: credential.json).root
        )
        let identifiers = root["credentialSubject"]?["identifier"]?.elements.map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
        let known = before["credentialSubject"]?["identifier"]?.elements.map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
        #expect(
            identifiers == (known ?? []) + [
                #"{"type":"IdentityObject","identityType":"name","hashed":false,"identityHash":"Ana Kovač"}"#
            ])
        #expect(root["description"]?.string?.hasSuffix("as the person gave it; the issuer has not checked it.") == true)
        for (member, value) in before.members {
            let member = try #require(member.string)
            guard member != "credentialSubject", member != "description" else { continue }
            #expect(root[member].map { Array($0.bytes) } == Array(value.bytes), "\(member)")
        }
        #expect(throws: CredentialError.self) { try content.naming(name) }

        let issuer = try DIDWeb(did: "did:web:badges.example")
        let (token, proof) = (SigningKey(), SigningKey.ed25519())
        let document = DIDDocument(issuer: issuer, signing: [token.publicKey, proof.publicKey])
        let verifier = CredentialVerifier(issuers: KnownIssuers([document]))
        for secured in [
            try await JWTSecuring(signer: KeySigner(key: token, issuer: issuer)).secure(content),
            try await DataIntegritySecuring(signer: KeySigner(key: proof, issuer: issuer)).secure(content),
        ] {
            let report = await verifier.verify(secured.bytes, at: later, recipient: "Ana Kovač")
            #expect(report.verdict == .valid && report.content?.recipientName == "Ana Kovač", "\(report.text)")
            #expect(await verifier.verify(secured.bytes, at: later, recipient: "Ana Novak").verdict == .invalid)
        }
    }

    @Test(
        "What is no name is none",
        arguments: ["", " ", "a\nb", "Ana\u{202E}čavoK", "\u{2067}x", String(repeating: "x", count: 101), "\u{0}"])
    func noName(text: String) { #expect(PersonName(text) == nil) }

    @Test(
        "What is no credential of ours is refused",
        arguments: ["", "[]", "{}", #"{"id":"urn:uuid:1"}"#, #"{"id":1,"issuer":{"id":"x"}}"#])
    func refused(text: String) {
        #expect(throws: CredentialError.self) { try SignedContent(json: Array(text.utf8), validFrom: later) }
    }
}
