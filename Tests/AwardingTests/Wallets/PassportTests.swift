import Credentials
import Foundation
import JSON
import LibPQ
import TestSupport
import Testing

@testable import Awarding

@Suite("competence passports", .migratedDatabaseForEachTest)
struct PassportTests {
    let pilot: Pilot
    let passports: PassportIssuer

    init() async throws {
        pilot = try Pilot()
        passports = PassportIssuer(pool: pilot.database.service, identity: pilot.identity)
        try await pilot.define()
        try await pilot.issuer.registerKeys()
        for competence in ["A1", "B3"] {
            try await pilot.work(on: Evidence(person: "p-1", about: [try await pilot.item(competence)]))
        }
    }

    func holder(_ person: String, partner: String? = nil) async throws -> Holder {
        let key = try await pilot.database.administrator.withConnection { db in
            try await db.first("SELECT agent_key FROM lrs.agent WHERE identifier = \(person)", as: Int64.self)
        }
        return Holder(key: key ?? 0, partner: partner, identity: person, sessionEndsAt: Date() + 3600)
    }

    @Test(arguments: [PassportIssuer.Form.document, .token])
    func `a passport holds a person's credentials that stand, and all of it is verified`(form: PassportIssuer.Form)
        async throws
    {
        let ids = try await pilot.credentialIDs()
        try #require(ids.count >= 2)
        let passport = try #require(try await passports.passport(of: holder("p-1"), as: form))
        let report = try await pilot.verify(passport.bytes, recipient: "https://id.riga.example.eu p-1")
        #expect(report.verdict == .valid, "\(report.text)")
        #expect(report.parts.count == ids.count && report.parts.allSatisfy { $0.verdict == .valid })
        _ = try await pilot.credentials.revoke(ids[0], reason: "A mistake.", by: "anna", partner: nil)
        let later = try await pilot.verify(passport.bytes)
        #expect(later.verdict == .valid && later.parts.map(\.verdict).contains(.revoked))
        #expect(later.text.contains("1 of the \(ids.count) credentials"))
        let next = try #require(try await passports.passport(of: holder("p-1"), as: form))
        #expect(try await pilot.verify(next.bytes).parts.count == ids.count - 1)
    }

    @Test(arguments: [PassportIssuer.Form.document, .token])
    func `a passport has the name in it that the holder gives, and says whose word it is`(form: PassportIssuer.Form)
        async throws
    {
        let passport = try #require(
            try await passports.passport(of: holder("p-1"), as: form, naming: PersonName("Ana Kovač")))
        let report = try await pilot.verify(passport.bytes, recipient: "Ana Kovač")
        #expect(report.verdict == .valid, "\(report.text)")
        let text = String(decoding: try #require(report.content?.json), as: UTF8.self)
        #expect(text.contains(#""identityHash":"Ana Kovač""#) && text.contains("the issuer has not checked it"))
        let nameless = try #require(try await passports.passport(of: holder("p-1"), as: form))
        #expect(try await pilot.verify(nameless.bytes, recipient: "Ana Kovač").verdict == .invalid)
    }

    @Test func `nobody has another's credentials in a passport, and a partner's link shows its own alone`() async throws
    {
        #expect(try await passports.passport(of: holder("nobody"), as: .document) == nil)
        #expect(try await passports.passport(of: holder("p-1", partner: "lille"), as: .document) == nil)
        #expect(try await passports.passport(of: holder("p-1", partner: "riga"), as: .document) != nil)
    }
}
