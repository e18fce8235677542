import Credentials
import Foundation
import Testing

@Suite("Revocation")
struct StatusTests {
    struct Fixed: StatusResolver {
        let standing: CredentialStanding?
        struct Unreachable: Error {}

        func standing(by status: CredentialStatusReference) async throws -> CredentialStanding {
            guard status.type == "BitstringStatusListEntry", status.issuer == "did:web:badges.example", let standing
            else { throw Unreachable() }
            return standing
        }
    }

    static let entry =
        #""credentialStatus":{"id":"https://badges.example/status/1#7","type":"BitstringStatusListEntry"},"iss":"#

    func report(_ statuses: Fixed?, at instant: Date = Example.during) async throws -> VerificationReport {
        let issuance = try Issuance()
        let payload = try await issuance.payload(replacing: "\"iss\":", with: Self.entry)
        let verifier = CredentialVerifier(issuers: KnownIssuers([issuance.document]), statuses: statuses)
        return await verifier.verify(try issuance.sign(payload: payload), at: instant)
    }

    @Test("What the issuer says of a credential decides")
    func standings() async throws {
        #expect(try await report(Fixed(standing: .good)).verdict == .valid)
        let revoked = try await report(Fixed(standing: .revoked(reason: "Evidence was voided")))
        #expect(revoked.verdict == .revoked)
        #expect(revoked[.status]?.text == "The issuer has revoked it: Evidence was voided")
        #expect(revoked.content != nil)
    }

    @Test("A list that can't be read leaves the credential undetermined, but an expired one expired")
    func unreadable() async throws {
        #expect(try await report(Fixed(standing: nil)).verdict == .undetermined)
        #expect(try await report(nil).verdict == .undetermined)
        #expect(try await report(nil, at: Example.end).verdict == .expired)
    }

    @Test("Revoked weighs more than expired")
    func both() async throws {
        #expect(try await report(Fixed(standing: .revoked(reason: nil)), at: Example.end).verdict == .revoked)
    }
}
