import Credentials
import Foundation
import Testing

/// Samples from the public validator, which stand outside the repository; without them the suite is skipped.
@Suite(
    "1EdTech's samples", .enabled(if: PublishedSamples.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS")
)
struct PublishedSamplesTests {
    let verifier = CredentialVerifier(issuers: KnownIssuers([]))

    func report(_ name: String) async throws -> VerificationReport {
        await verifier.verify(try PublishedSamples.read(name), at: Date(timeIntervalSince1970: 1_700_000_000))
    }

    @Test(
        "Badges that follow the data model pass",
        arguments: [
            "simple.json", "complete.json", "simple-multiple-proofs.json", "simple-did-key-method.json",
            "simple-did-web-method.json", "simple-context-version.json", "simple-err-proof-value.json",
        ])
    func good(name: String) async throws {
        let report = try await report(name)
        #expect(report[.schema]?.faults == [])
        #expect(report[.format]?.outcome == .passed)
        #expect(report.verdict == .undetermined && report.content == nil)
    }

    @Test(
        "Badges that break the data model are refused at the place of the fault",
        arguments: [
            ("simple-err-type.json", "/type"), ("simple-err-issuer-type.json", "/issuer/type"),
            ("simple-err-issuer-parentorg-type.json", "/issuer/parentOrg/type"),
            ("simple-err-issuer-otheridentifier-type.json", "/issuer/otherIdentifier/1/type"),
            ("simple-err-credential-subject-type.json", "/credentialSubject/type"),
            ("simple-err-credential-subject-identifier-type.json", "/credentialSubject/identifier/0/type"),
            ("simple-err-credential-subject-profile-type.json", "/credentialSubject/source/type"),
            ("simple-err-credential-subject-result-type.json", "/credentialSubject/result/1/type"),
            ("simple-err-evidence-type.json", "/evidence/0/type"), ("simple-err-context.json", "/@context"),
        ])
    func bad(name: String, pointer: String) async throws {
        let report = try await report(name)
        #expect(report[.schema]?.faults.map(\.pointer).contains(pointer) == true)
        #expect(report.verdict == .invalid)
    }

    @Test(
        "Badges of the older data model pass as well",
        arguments: ["simple_v1.json", "simple-eddsa-2022.json"])
    func older(name: String) async throws {
        let report = try await report(name)
        #expect(report[.schema]?.faults == [])
        #expect(report[.format]?.outcome == .passed)
        #expect(report.verdict == .undetermined && report.content == nil)
    }

    @Test(
        "Tokens of the older data model whose key is nobody's are refused", arguments: ["simple.jwt", "velocity.jwt"])
    func olderTokens(name: String) async throws {
        let report = try await report(name)
        #expect(report[.format]?.outcome == .passed)
        #expect(report.verdict == .invalid && report.content == nil)
    }
}
