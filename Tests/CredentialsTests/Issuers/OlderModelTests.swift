import Credentials
import Foundation
import Testing

/// Credentials of the data model 1.1: other dates, and a claim of their own in tokens.
@Suite("The older data model")
struct OlderModelTests {
    let issuance: Issuance

    init() throws { issuance = try Issuance() }

    /// The example's credential and claims in the older form.
    func older(
        _ change: (inout [String: Any], inout [String: Any]) -> Void = { _, _ in }
    ) async throws -> VerificationReport {
        let payload = try await issuance.payload()
        var credential = try #require(
            JSONSerialization.jsonObject(with: Data(payload.utf8)) as? [String: Any])
        var claims: [String: Any] = [:]
        for name in ["iss", "jti", "sub", "nbf", "exp"] { claims[name] = credential.removeValue(forKey: name) }
        var contexts = try #require(credential["@context"] as? [String])
        contexts[0] = "https://www.w3.org/2018/credentials/v1"
        credential["@context"] = contexts
        credential["issuanceDate"] = credential.removeValue(forKey: "validFrom")
        credential["expirationDate"] = credential.removeValue(forKey: "validUntil")
        change(&credential, &claims)
        claims["vc"] = credential
        let json = try JSONSerialization.data(withJSONObject: claims, options: [.sortedKeys])
        let token = try issuance.sign(payload: String(decoding: json, as: UTF8.self))
        return await issuance.verifier.verify(token, at: Example.during, recipient: "zoe@example.org")
    }

    @Test("A token with the claim vc is valid, and says when it begins and ends")
    func valid() async throws {
        let report = try await older()
        #expect(report.verdict == .valid, "\(report.text)")
        #expect(report.content?.validFrom == Example.start && report.content?.validUntil == Example.end)
        #expect(report.content?.achievementCode == "B3.2")
    }

    @Test("What the registered claims say need not be said again")
    func claimsAlone() async throws {
        let report = try await older { credential, _ in
            for name in ["id", "issuanceDate", "expirationDate"] { credential[name] = nil }
        }
        #expect(report.verdict == .valid, "\(report.text)")
        #expect(report.content?.id == "urn:uuid:0f1d6a5e-3a53-4b3b-9b0e-5a0b1c2d3e4f")
        #expect(report.content?.validUntil == Example.end)
    }

    @Test("An expired one is expired by its date or by its claim alone")
    func expired() async throws {
        let past = "2026-12-01T00:00:00Z"
        #expect(
            try await older { credential, claims in
                credential["expirationDate"] = past
                claims["exp"] = nil
            }.verdict == .expired)
        #expect(
            try await older { credential, claims in
                credential["expirationDate"] = nil
                claims["exp"] = 1_796_083_200
            }.verdict == .expired)
    }

    @Test(
        "Claims and dates that contradict each other are refused",
        arguments: ["iss", "jti", "sub", "nbf", "exp", "validUntil", "vp"])
    func contradictions(name: String) async throws {
        let report = try await older { credential, claims in
            switch name {
            case "nbf", "exp": claims[name] = 1_800_000_001
            case "validUntil": credential[name] = "2040-01-01T00:00:00Z"
            case "vp": claims[name] = [String: String]()
            default: claims[name] = "did:web:other.example"
            }
        }
        #expect(report.verdict == .invalid, "\(report.text)")
    }

    @Test("The newer dates are not the older ones, nor the other way round")
    func mixed() async throws {
        let older = try await older { credential, claims in
            credential["validFrom"] = credential.removeValue(forKey: "issuanceDate")
            claims["nbf"] = nil
        }
        #expect(
            older.verdict == .invalid
                && older[.schema]?.faults.map(\.message).contains { $0.contains("issuanceDate") } == true)
        let newer = try await issuance.payload(replacing: "\"validFrom\"", with: "\"issuanceDate\"")
        let report = await issuance.verifier.verify(try issuance.sign(payload: newer), at: Example.during)
        #expect(report.verdict == .invalid)
    }

    @Test("A proof over its graph is checked by the older contexts")
    func embedded() async throws {
        let signing = try ProofIssuance()
        let text = try String(decoding: signing.unsigned(), as: UTF8.self)
            .replacingOccurrences(
                of: "https://www.w3.org/ns/credentials/v2", with: "https://www.w3.org/2018/credentials/v1"
            )
            .replacingOccurrences(of: "\"validFrom\"", with: "\"issuanceDate\"")
            .replacingOccurrences(of: "\"validUntil\"", with: "\"expirationDate\"")
            .replacingOccurrences(
                of: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"",
                with:
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\",\"https://w3id.org/security/data-integrity/v2\""
            )
        var document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        // The older contexts have no term for digests of evidence.
        document["evidence"] = nil
        let unsigned = try JSONSerialization.data(withJSONObject: document)
        let signed = try await DocumentSigner(signer: signing.signer).sign(Array(unsigned), signing.options)
        let report = await signing.verifier.verify(signed, at: Example.during)
        #expect(report.verdict == .valid, "\(report.text)")
        #expect(report.content?.validUntil == Example.end)
        let changed = String(decoding: signed, as: UTF8.self).replacingOccurrences(of: "2029", with: "2039")
        #expect(await signing.verifier.verify(Array(changed.utf8), at: Example.during).verdict == .invalid)
    }
}
