import Credentials
import Foundation
import Testing

@Suite("Forged credentials")
struct ForgeryTests {
    let issuance: Issuance

    init() throws { issuance = try Issuance() }

    func report(_ token: [UInt8]) async -> VerificationReport {
        await issuance.verifier.verify(token, at: Example.during, recipient: "zoe@example.org")
    }

    /// Expects refusal, and that nothing the token says is repeated.
    func expectRefused(_ token: [UInt8], by name: VerificationCheck.Name) async throws {
        let report = await report(token)
        #expect(report.verdict == .invalid)
        #expect(report[name]?.outcome.name == "failed")
        #expect(report.content == nil)
        let json = String(decoding: report.json, as: UTF8.self)
        #expect(!json.contains("Zoë") && !json.contains("Mediation") && !json.contains("2029-"))
    }

    @Test("A token is refused whichever of its bytes is changed")
    func everyByte() async throws {
        var award = try Example.award()
        award.competence.levels = Array(award.competence.levels.prefix(1))
        award.competence.levels[0].indicativeEQF = nil
        let token = try await issuance.issue(award)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var accepted: [Int] = []
        for index in token.indices {
            var changed = token
            let digit = alphabet.firstIndex(of: token[index])
            changed[index] = digit.map { alphabet[$0 ^ 1] } ?? UInt8(ascii: "A")
            let report = await report(changed)
            if report.verdict != .invalid || report.content != nil { accepted.append(index) }
        }
        #expect(accepted.isEmpty)
    }

    @Test("Every bit of the signature counts")
    func everyBit() async throws {
        let token = try await String(decoding: issuance.issue(), as: UTF8.self)
        let parts = token.split(separator: ".")
        let signature = try bytes(base64url: parts[2])
        for bit in 0..<512 {
            var changed = signature
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            let text = parts[0] + "." + parts[1] + "." + base64url(changed)
            #expect(await report(Array(text.utf8))[.signature]?.outcome.name == "failed")
        }
    }

    @Test("No other algorithm passes", arguments: ["none", "None", "", "HS256", "HS512", "es256", "ES256 "])
    func algorithms(name: String) async throws {
        let header = #"{"alg":"\#(name)","kid":"\#(issuance.signer.verificationMethod)"}"#
        let token = try await issuance.sign(header: header, payload: issuance.payload())
        try await expectRefused(token, by: .signature)
    }

    @Test("HS256 with the public key as its secret is refused")
    func confusion() async throws {
        let payload = try await issuance.payload()
        let header = #"{"alg":"HS256","kid":"\#(issuance.signer.verificationMethod)"}"#
        let input = base64url(header) + "." + base64url(payload)
        let token = input + "." + base64url([UInt8](repeating: 7, count: 32))
        try await expectRefused(Array(token.utf8), by: .signature)
    }

    @Test("A token without signature is refused")
    func noSignature() async throws {
        let token = try await String(decoding: issuance.issue(), as: UTF8.self)
        let parts = token.split(separator: ".")
        for text in [parts[0] + "." + parts[1] + ".", parts[0] + "." + parts[1]] {
            try await expectRefused(Array(text.utf8), by: .format)
        }
    }

    @Test("A key that the token brings along proves nothing, with and without the issuer's key named")
    func ownKey() async throws {
        let attacker = try Issuance()
        let jwk = String(decoding: attacker.key.publicKey.jwk(), as: UTF8.self)
        let kid = issuance.signer.verificationMethod
        for header in [#"{"alg":"ES256","jwk":\#(jwk)}"#, #"{"alg":"ES256","kid":"\#(kid)","jwk":\#(jwk)}"#] {
            try await expectRefused(attacker.sign(header: header, payload: issuance.payload()), by: .signature)
        }
    }

    @Test("Another's key under the issuer's key id is refused")
    func wrongKey() async throws {
        let header = #"{"alg":"ES256","kid":"\#(issuance.signer.verificationMethod)"}"#
        let token = try await Issuance().sign(header: header, payload: issuance.payload())
        try await expectRefused(token, by: .signature)
    }

    @Test("A key under the issuer's DID that the issuer doesn't list is refused, even if its name fits the key")
    func unlistedKey() async throws {
        try await expectRefused(Issuance().issue(), by: .issuer)
    }

    @Test("A key of another DID is refused, though the token is signed with it")
    func foreignKey() async throws {
        let attacker = try KeySigner(key: issuance.key, issuer: DIDWeb(baseURL: "https://attacker.example"))
        let token = try await JWTSecuring(signer: attacker).secure(OpenBadgeCredential(Example.award())).bytes
        try await expectRefused(token, by: .issuer)
    }

    @Test("A listed key that somebody else controls is refused")
    func foreignController() async throws {
        let text = String(decoding: issuance.document.json, as: UTF8.self).replacingOccurrences(
            of: #""controller":"did:web:badges.example""#, with: #""controller":"did:web:other.example""#)
        let verifier = CredentialVerifier(issuers: FixedDocument(bytes: Array(text.utf8)))
        let report = await verifier.verify(try await issuance.issue(), at: Example.during)
        #expect(report.verdict == .invalid && report[.issuer]?.outcome.name == "failed")
    }

    @Test(
        "Signed claims that contradict the credential are refused",
        arguments: [
            (#""iss":"did:web:badges.example""#, #""iss":"did:web:other.example""#, VerificationCheck.Name.issuer),
            (#""iss":"did:web:badges.example","#, "", .issuer),
            (#""jti":"urn:uuid:0f1d"#, #""jti":"urn:uuid:1f1d"#, .format),
            (#""sub":"urn:uuid:8a2f"#, #""sub":"urn:uuid:9a2f"#, .format),
            (#""nbf":1793610000"#, #""nbf":1793610001"#, .dates), (#""nbf":1793610000,"#, "", .dates),
            (#""nbf":1793610000"#, #""nbf":"1793610000""#, .dates),
            (#""exp":1888304400"#, #""exp":1988304400"#, .dates), (#","exp":1888304400"#, "", .dates),
            (#""validUntil":"2029-11-02T09:00:00Z","#, "", .dates),
            (#""jti":"#, #""vp":{},"jti":"#, .format),
            (#""validFrom":"2026-11-02T09:00:00Z""#, #""validFrom":"2026-11-02T09:00:01Z""#, .dates),
        ])
    func contradictions(old: String, new: String, name: VerificationCheck.Name) async throws {
        let payload = try await issuance.payload(replacing: old, with: new)
        let report = await report(try issuance.sign(payload: payload))
        #expect(report.verdict == .invalid)
        #expect(report[name]?.outcome.name == "failed")
    }

    @Test("Claims are compared by bytes, not by canonical equivalence")
    func canonicalEquivalence() async throws {
        let payload = try await issuance.payload(replacing: "urn:uuid:0f1d6a5e", with: "urn:caf\u{E9}:0f1d6a5e")
            .replacingOccurrences(of: "\"jti\":\"urn:caf\u{E9}", with: "\"jti\":\"urn:cafe\u{301}")
        #expect(await report(try issuance.sign(payload: payload))[.format]?.outcome.name == "failed")
    }
}

struct FixedDocument: IssuerDocumentSource {
    let bytes: [UInt8]
    func document(of issuer: DIDWeb) async throws -> [UInt8] { bytes }
}
