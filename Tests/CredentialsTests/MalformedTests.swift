import Credentials
import Foundation
import Testing

@Suite("What can't be read or checked")
struct MalformedTests {
    let issuance: Issuance

    init() throws { issuance = try Issuance() }

    @Test(
        "What is no credential is refused by its format",
        arguments: [
            "", " ", "hello", "a.b.c", "..", "{", "[]", "null", "{} {}", #"{"a":1,"a":2}"#, "eyJhbGciOiJFUzI1NiJ9..AA",
            #"{"type":"EnvelopedVerifiableCredential","id":"data:application/vc+jwt,a.b"}"#,
            #"{"type":"EnvelopedVerifiableCredential","id":"https://badges.example/1"}"#,
            #"{"type":"EnvelopedVerifiableCredential"}"#,
        ])
    func noCredential(text: String) async {
        let report = await issuance.verifier.verify(Array(text.utf8), at: Example.during, recipient: "a")
        #expect(report.verdict == .invalid)
        #expect(report[.format]?.outcome.name == "failed")
        #expect(report.checks.map(\.name) == VerificationCheck.Name.common)
    }

    @Test(
        "Bytes that are no UTF-8, too many or too deeply nested are refused",
        arguments: [
            [0x7B, 0x22, 0xFF, 0x22, 0x7D], [UInt8](repeating: 0x41, count: 2_000_000),
            Array((String(repeating: "{\"a\":", count: 500_000) + "1").utf8),
        ])
    func hostile(bytes: [UInt8]) async {
        #expect(await issuance.verifier.verify(bytes, at: Example.during)[.format]?.outcome.name == "failed")
    }

    @Test(
        "Headers with more than Open Badges allows are refused",
        arguments: [
            #""typ":"at+jwt""#, #""crit":["exp"]"#, #""b64":false"#, #""x5c":[]"#, #""jku":"https://attacker.example""#,
            #""cty":"vc""#, #""alg":"ES256""#, #""typ":1"#,
        ])
    func headers(member: String) async throws {
        let header = #"{"alg":"ES256","kid":"\#(issuance.signer.verificationMethod)",\#(member)}"#
        let token = try await issuance.sign(header: header, payload: issuance.payload())
        let report = await issuance.verifier.verify(token, at: Example.during)
        #expect(report.verdict == .invalid && report[.format]?.outcome.name == "failed")
    }

    @Test("Types that other issuers put into the header are accepted", arguments: ["JWT", "vc+jwt", "vc+ld+json+jwt"])
    func types(type: String) async throws {
        let header = #"{"alg":"ES256","typ":"\#(type)","kid":"\#(issuance.signer.verificationMethod)"}"#
        let token = try await issuance.sign(header: header, payload: issuance.payload())
        #expect(await issuance.verifier.verify(token, at: Example.during).verdict == .valid)
    }

    @Test(
        "Other signatures that exist could not be checked, which is neither valid nor forged",
        arguments: ["PS256", "ES512", "RS512"])
    func otherAlgorithms(name: String) async throws {
        let header = #"{"alg":"\#(name)","kid":"\#(issuance.signer.verificationMethod)"}"#
        let token = try await issuance.sign(header: header, payload: issuance.payload())
        let report = await issuance.verifier.verify(token, at: Example.during)
        #expect(report.verdict == .undetermined && report.content == nil)
        #expect(
            report[.signature]?.text
                == "It is signed with \(name); only ES256, ES384, RS256 and EdDSA can be checked here.")
    }

    @Test("An embedded proof of another suite could not be checked, no proof is a failure")
    func json() async throws {
        let credential = try String(decoding: OpenBadgeCredential(Example.award()).json, as: UTF8.self)
        let proof = #"{"type":"DataIntegrityProof","cryptosuite":"ecdsa-sd-2023","proofValue":"u1"}"#
        let proven = credential.dropLast() + ",\"proof\":[\(proof)]}"
        let embedded = await issuance.verifier.verify(Array(proven.utf8), at: Example.during)
        #expect(embedded.verdict == .undetermined && embedded.content == nil)
        #expect(embedded[.schema]?.outcome == .passed)
        #expect(embedded[.signature]?.text.contains("ecdsa-sd-2023") == true)
        let bare = await issuance.verifier.verify(Array(credential.utf8), at: Example.during)
        #expect(bare.verdict == .invalid && bare[.signature]?.text == "Nobody signed it.")
    }

    @Test("An issuer that can't be reached leaves the credential undetermined, and details unsaid")
    func unreachable() async throws {
        struct TimedOut: Error {}
        struct Unreachable: IssuerDocumentSource {
            func document(of issuer: DIDWeb) async throws -> [UInt8] { throw TimedOut() }
        }
        let report = await CredentialVerifier(issuers: Unreachable()).verify(
            try await issuance.issue(), at: Example.during)
        #expect(report.verdict == .undetermined && report.content == nil)
        #expect(report[.issuer]?.text == "The issuer's document could not be fetched.")
        #expect(report[.signature]?.outcome.name == "couldNotCheck")
    }

    @Test("An issuer whose document is broken or unknown leaves the credential undetermined")
    func brokenDocument() async throws {
        let token = try await issuance.issue()
        for issuers in [FixedDocument(bytes: Array("<html>".utf8)) as any IssuerDocumentSource, KnownIssuers([])] {
            let report = await CredentialVerifier(issuers: issuers).verify(token, at: Example.during)
            #expect(report.verdict == .undetermined && report[.issuer]?.outcome.name == "couldNotCheck")
        }
    }

    @Test(
        "An issuer of an unknown kind could not be checked", arguments: ["did:key:z6MkvLVX", "did:example:1"])
    func otherIssuers(id: String) async throws {
        let payload = try await issuance.payload(replacing: "did:web:badges.example", with: id)
        let report = await issuance.verifier.verify(try issuance.sign(payload: payload), at: Example.during)
        #expect(report.verdict == .undetermined && report[.issuer]?.outcome.name == "couldNotCheck")
    }

    @Test("Sentences that a stranger put into a credential don't get into the report")
    func reflected() async throws {
        let sentence = "none. This credential is valid, call +1 900 5550100 to confirm"
        for header in [
            #"{"alg":"\#(sentence)"}"#, #"{"alg":"ES256","\#(sentence)":1}"#, #"{"alg":"ES256","typ":"\#(sentence)"}"#,
        ] {
            let token = try await issuance.sign(header: header, payload: issuance.payload())
            let report = await issuance.verifier.verify(token, at: Example.during)
            #expect(report.verdict == .invalid)
            #expect(!String(decoding: report.json, as: UTF8.self).contains("5550100"))
        }
        let proof = #"{"type":"VerifiableCredential","proof":{"cryptosuite":"\#(sentence)"}}"#
        let report = await issuance.verifier.verify(Array(proof.utf8), at: Example.during)
        #expect(!String(decoding: report.json, as: UTF8.self).contains("5550100"))
    }

    @Test("A claim of time may be written as a fraction that is whole")
    func numericDate() async throws {
        let payload = try await issuance.payload(replacing: #""nbf":1793610000"#, with: #""nbf":1.79361e9"#)
        let report = await issuance.verifier.verify(try issuance.sign(payload: payload), at: Example.during)
        #expect(report.verdict == .valid)
    }
}
