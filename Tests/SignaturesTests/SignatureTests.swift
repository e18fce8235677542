import CryptoExtras
import FoundationEssentials
import SigningSupport
import Testing
import X509
import XAPI

@testable import Signatures

@Suite("The signature of a statement")
struct SignatureTests {
    static let id = UUID()
    static let open =
        #"{"id":"\#(id.uuidString)","actor":{"mbox":"mailto:a@example.org"},"#
        + #""verb":{"id":"http://example.org/v"},"object":{"id":"http://example.org/o"}"#
    static let statement = open + "}"

    let root: Certificate
    let leaf: Certificate
    let single: Certificate

    init() throws {
        root = try TestCertificate.make("Root", key: TestKey.authority, isAuthority: true)
        leaf = try TestCertificate.make(
            "Signer", key: TestKey.signer, issuer: "Root", issuerKey: TestKey.authority)
        single = try TestCertificate.make("Alone", key: TestKey.signer)
    }

    /// Checks a signature that comes with a statement.
    static func check(
        _ jws: String, with statement: String? = nil, trusting trusted: TrustedKeys = .none, at moment: Date = Date()
    ) async throws -> SignatureFinding {
        let text = statement ?? open + TestJWS.attachments(jws) + "}"
        let batch = try StatementBatch.parse(bytes: Array(text.utf8), version: .v2_0)
        let parsed = try #require(batch.statements.first)
        return try await SignatureVerifier(trusting: trusted).check(
            Array(jws.utf8), of: parsed, id: parsed.id ?? id, version: .v2_0, at: moment)
    }

    /// The rule by which a signature is refused.
    static func refusal(_ jws: String, with statement: String? = nil) async -> String? {
        do {
            _ = try await check(jws, with: statement)
            return nil
        } catch {
            return (error as? SignatureFault)?.rule.id ?? "\(error)"
        }
    }

    @Test("by an unknown key is taken, and said to be unchecked", arguments: ["RS256", "RS384", "RS512"])
    func unknownKey(algorithm: String) async throws {
        let finding = try await Self.check(try TestJWS.make(Self.statement, algorithm: algorithm))
        #expect(finding == SignatureFinding(status: .keyUnknown, algorithm: algorithm))
    }

    @Test("by a trusted key is verified, and by another is not", arguments: ["RS256", "RS384", "RS512"])
    func trustedKey(algorithm: String) async throws {
        let trusted = try TrustedKeys(pem: TestKey.signer.publicKey.pemRepresentation)
        let finding = try await Self.check(
            try TestJWS.make(Self.statement, algorithm: algorithm), trusting: trusted)
        #expect(finding.status == .verified && finding.keyDigest?.count == 32)
        let other = try TestJWS.make(Self.statement, algorithm: algorithm, key: TestKey.stranger)
        #expect(try await Self.check(other, trusting: trusted).status == .keyUnknown)
    }

    @Test("with a chain that leads to a trusted certificate is verified, and names its signer")
    func trustedChain() async throws {
        let trusted = try TrustedKeys(pem: TestCertificate.pem(root))
        for chain in [[leaf], [leaf, root]] {
            let finding = try await Self.check(try TestJWS.make(Self.statement, chain: chain), trusting: trusted)
            #expect(finding.status == .verified)
            #expect(finding.subject == "CN=Signer" && finding.issuer == "CN=Root")
            #expect(finding.validFrom != nil && finding.validUntil != nil && finding.keyDigest?.count == 32)
        }
    }

    @Test("with a chain that nobody trusted vouches for is right, but untrusted")
    func untrustedChain() async throws {
        #expect(try await Self.check(try TestJWS.make(Self.statement, chain: [leaf, root])).status == .chainUntrusted)
        let other = try TestCertificate.make("Root", key: TestKey.stranger, isAuthority: true)
        let trusted = try TrustedKeys(pem: TestCertificate.pem(other))
        let finding = try await Self.check(try TestJWS.make(Self.statement, chain: [leaf, root]), trusting: trusted)
        #expect(finding.status == .chainUntrusted)
    }

    @Test("by a certificate that is itself trusted is verified")
    func trustedCertificate() async throws {
        let trusted = try TrustedKeys(pem: TestCertificate.pem(root) + "\n" + TestCertificate.pem(single))
        let finding = try await Self.check(try TestJWS.make(Self.statement, chain: [single]), trusting: trusted)
        #expect(finding.status == .verified)
    }

    @Test("is taken though a certificate has expired or is not valid yet, and the finding says so, trusted or not")
    func expiredChain() async throws {
        let expired = try TestCertificate.make(
            "Signer", key: TestKey.signer, issuer: "Root", issuerKey: TestKey.authority, from: Date() - 9000,
            until: Date() - 5000)
        let trusted = try TrustedKeys(pem: TestCertificate.pem(root))
        let jws = try TestJWS.make(Self.statement, chain: [expired, root])
        let finding = try await Self.check(jws, trusting: trusted)
        #expect(finding.status == .chainExpired && finding.subject == "CN=Signer")
        let until = try #require(finding.validUntil)
        #expect(until < Date())
        #expect(try await Self.check(jws, at: Date() - 7000).status == .chainUntrusted)
        #expect(try await Self.check(jws, at: Date() - 10_000).status == .chainExpired)
    }

    @Test("that is changed is refused when its certificate came along")
    func tamperedSignature() async throws {
        let jws = try TestJWS.make(Self.statement, chain: [leaf, root])
        #expect(await Self.refusal(TestJWS.tampered(jws)) == "signature-value")
        let changed = TestJWS.tampered(jws, payload: Self.statement.replacing("/v\"", with: "/w\""))
        let claim = Self.open.replacing("/v\"", with: "/w\"") + TestJWS.attachments(changed) + "}"
        #expect(await Self.refusal(changed, with: claim) == "signature-value")
        let stranger = try TestJWS.make(Self.statement, key: TestKey.stranger, chain: [leaf])
        #expect(await Self.refusal(stranger) == "signature-value")
    }

    @Test("of another statement is refused")
    func otherPayload() async throws {
        let payloads = [
            Self.statement.replacing("/v\"", with: "/w\""), Self.open + #","result":{"success":true}}"#,
            Self.statement.replacing(Self.id.uuidString, with: UUID().uuidString),
            Self.open + #","attachments":[\#(AttachmentText.other)]}"#, "[" + Self.statement + "]", "{}", "\"x\"", "x",
            Self.statement.replacing("\"actor\"", with: "'actor'"),
        ]
        for payload in payloads {
            #expect(await Self.refusal(try TestJWS.make(payload)) == "signature-payload", "\(payload)")
        }
    }

    @Test("may be of a statement that is written in another way")
    func equivalentPayload() async throws {
        let payloads = [
            Self.statement.lowercased(), Self.statement.replacing(#"{"id":"\#(Self.id.uuidString)","#, with: "{ "),
            Self.statement.replacing("\"verb\":{", with: #""verb":{"display":{"en":"did"},"#),
            Self.open + #","attachments":[],"stored":"2020-01-01T00:00:00Z"}"#,
        ]
        for payload in payloads {
            #expect(await Self.refusal(try TestJWS.make(payload)) == nil, "\(payload)")
        }
    }

    @Test("covers the attachments that are no signatures")
    func otherAttachments() async throws {
        let jws = try TestJWS.make(Self.open + #","attachments":[\#(AttachmentText.other)]}"#)
        let with = Self.open + TestJWS.attachments(jws).replacing("}]", with: "},\(AttachmentText.other)]") + "}"
        #expect(await Self.refusal(jws, with: with) == nil)
        #expect(await Self.refusal(jws) == "signature-payload")
    }

    @Test("by another algorithm is refused", arguments: ["HS256", "ES256", "PS256", "none", "rs256", "RS255", ""])
    func algorithm(name: String) async throws {
        #expect(await Self.refusal(try TestJWS.make(Self.statement, algorithm: name)) == "signature-algorithm")
    }

    @Test("that is no compact JWS is refused")
    func form() async throws {
        let jws = try TestJWS.make(Self.statement)
        let texts = [
            "", "x", jws + ".", jws + "\n", "." + jws, jws.replacing(".", with: ","), jws + "=",
            String(jws[..<(jws.lastIndex(of: ".") ?? jws.endIndex)]) + ".", #"{"payload":"","signatures":[]}"#,
            TestJWS.encoded(Array("[]".utf8)) + ".e30.e30", TestJWS.encoded(Array("{".utf8)) + ".e30.e30",
            try TestJWS.make(Self.statement, header: #","crit":["b64"]"#),
        ]
        for text in texts { #expect(await Self.refusal(text) == "signature-jws", "\(text)") }
    }

    @Test("whose certificates are none, or in no order, is refused")
    func chain() async throws {
        for header in [#","x5c":[]"#, #","x5c":"x""#, #","x5c":[1]"#, #","x5c":["e30="]"#, #","x5c":["!"]"#] {
            #expect(
                await Self.refusal(try TestJWS.make(Self.statement, header: header)) == "signature-x5c", "\(header)")
        }
        for chain in [[leaf, single], [leaf, leaf], [single, root]] {
            #expect(await Self.refusal(try TestJWS.make(Self.statement, chain: chain)) == "signature-x5c")
        }
    }

    @Test("keys that are none are refused, with the place of the first that is wrong")
    func malformedKeys() throws {
        #expect(throws: TrustedKeys.Malformed.self) { try TrustedKeys(pem: "") }
        #expect(throws: TrustedKeys.Malformed.self) { try TrustedKeys(pem: "nothing") }
        let text = try TestCertificate.pem(root) + "\n" + TestKey.signer.pemRepresentation
        let error = #expect(throws: TrustedKeys.Malformed.self) { try TrustedKeys(pem: text) }
        #expect(error?.description.contains("document 2") == true)
    }
}

enum AttachmentText {
    /// An attachment that is no signature.
    static let other =
        #"{"usageType":"http://example.org/u","display":{},"contentType":"text/plain","length":1,"#
        + #""sha2":"\#(String(repeating: "ab", count: 32))","fileUrl":"http://example.org/f"}"#
}
