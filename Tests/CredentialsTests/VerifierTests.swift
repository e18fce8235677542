import Credentials
import Foundation
import JSON
import Testing

@Suite("Verifying credentials")
struct VerifierTests {
    let issuance: Issuance

    init() throws { issuance = try Issuance() }

    @Test("An issued credential is valid, and each check tells so in words")
    func valid() async throws {
        let report = await issuance.verifier.verify(try await issuance.issue(), at: Example.during)
        #expect(report.verdict == .valid)
        #expect(report.checks.map(\.name) == VerificationCheck.Name.common)
        for name in [VerificationCheck.Name.format, .schema, .signature, .issuer, .dates] {
            #expect(report[name]?.outcome == .passed)
        }
        #expect(report[.status]?.outcome == .notApplicable("The issuer keeps no revocation list for it."))
        #expect(report[.recipient]?.outcome == .notRequested)
        #expect(report.checks.allSatisfy { !$0.text.isEmpty })
        #expect(report.content?.recipientName == "Zoë Kowalczyk-Łuć")
        #expect(report.content?.achievementCode == "B3.2")
        #expect(report.content?.validUntil == Example.end)
    }

    @Test("White space around a token and an envelope of JSON make no difference")
    func otherForms() async throws {
        let token = try await String(decoding: issuance.issue(), as: UTF8.self)
        let envelope = #"""
            {"@context":"https://www.w3.org/ns/credentials/v2","type":["EnvelopedVerifiableCredential"],
             "id":"data:application/vc+jwt,\#(token)"}
            """#
        for text in ["\n \(token)\r\n", envelope, envelope.replacingOccurrences(of: "/", with: "\\/")] {
            #expect(await issuance.verifier.verify(Array(text.utf8), at: Example.during).verdict == .valid)
        }
    }

    @Test(
        "Expired, not yet in force and the last second are told apart",
        arguments: [
            (-1.0, VerificationVerdict.notYetValid), (0.0, .valid), (94_694_399.0, .valid), (94_694_400.0, .expired),
        ])
    func dates(offset: Double, verdict: VerificationVerdict) async throws {
        let instant = Example.start.addingTimeInterval(offset)
        let report = await issuance.verifier.verify(try await issuance.issue(), at: instant)
        #expect(report.verdict == verdict)
        #expect(report[.signature]?.outcome == .passed)
        #expect(report.content != nil)
    }

    @Test("The report's JSON names verdict and checks")
    func json() async throws {
        let report = await issuance.verifier.verify(try await issuance.issue(), at: Example.during)
        let root = try JSONDocument(parsing: report.json).root
        #expect(root["verdict"]?.string == "valid")
        #expect(root["verifiedAt"]?.string == "2027-01-15T08:00:00Z")
        #expect(root["checks"]?.elements.map { $0["name"]?.string } == VerificationCheck.Name.common.map(\.rawValue))
        #expect(root["checks"]?[4]?["outcome"]?.string == "notApplicable")
        #expect(root["credential"]?["issuer"]?["name"]?.string == "City Academy")
    }

    @Test(
        "A recipient is found by e-mail or name, whatever the case of the e-mail",
        arguments: [
            ("zoe@example.org", true), (" Zoe@Example.org ", true), ("Zoë Kowalczyk-Łuć", true),
            ("Zoe\u{308} Kowalczyk-Łuć", true), ("zoe@example.com", false), ("Zoë", false),
        ])
    func recipient(given: String, isHers: Bool) async throws {
        let token = try await issuance.issue()
        let report = await issuance.verifier.verify(token, at: Example.during, recipient: given)
        #expect(report.verdict == (isHers ? .valid : .invalid))
        #expect((report[.recipient]?.outcome == .passed) == isHers)
    }

    @Test("A credential that names nobody can't be said to be somebody's")
    func namesNobody() async throws {
        var award = try Example.award()
        award.recipient.identifiers = []
        let report = await issuance.verifier.verify(
            try await issuance.issue(award), at: Example.during, recipient: "zoe@example.org")
        #expect(report.verdict == .undetermined)
        #expect(report[.recipient]?.outcome.name == "couldNotCheck")
    }

    @Test("A retired key's credentials stay valid, a compromised key's don't", arguments: [false, true])
    func rotation(isCompromised: Bool) async throws {
        let old = issuance.key.publicKey
        let document = DIDDocument(
            issuer: issuance.issuer, signing: [SigningKey().publicKey], retired: isCompromised ? [] : [old],
            compromised: isCompromised ? [old] : [])
        let verifier = CredentialVerifier(issuers: KnownIssuers([document]))
        let report = await verifier.verify(try await issuance.issue(), at: Example.during)
        #expect(report.verdict == (isCompromised ? .invalid : .valid))
        #expect(report[.signature]?.outcome == .passed)
        #expect((report[.issuer]?.outcome == .passed) == !isCompromised)
        #expect((report.content == nil) == isCompromised)
    }
}
