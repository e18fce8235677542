import Credentials
import FoundationEssentials
import JSON
import LibPQ
import TestSupport
import Testing
import Training

@testable import Awarding

@Suite("awards of before rules had conditions and credentials a status")
struct MigratedAwardsTests {
    /// Lends the awards of a database of migration 0018 that was brought up to date.
    private func migrated(_ body: @Sendable (Pilot, OldAwards) async throws -> Void) async throws {
        let key = SigningKey()
        let old = try OldAwards(key: key)
        try await MigratedDatabase.withOutdated(upTo: "0018", fill: { try await old.fill($0) }) {
            let pilot = try Pilot(key: key)
            try await pilot.issuer.registerKeys()
            try await body(pilot, old)
        }
    }

    private func state(of person: String, in pilot: Pilot) async throws -> Pilot.Award? {
        let awards = try await pilot.awards(of: person)
        #expect(awards.count == 1, "\(awards)")
        return awards.first
    }

    @Test("they stand by the rule that made them, and fall only with their evidence; what waited is signed")
    func standing() async throws {
        try await migrated { pilot, old in
            try await pilot.findAwards()
            while try await pilot.issuer.issueCredentials() > 0 {}
            let standing = Pilot.Award(person: "standing", competence: "Z1", level: 2, hasCredential: true)
            #expect(try await state(of: "standing", in: pilot) == standing)
            #expect(try await state(of: "unsigned", in: pilot)?.hasCredential == true)
            #expect(try await state(of: "unsigned", in: pilot)?.isWithdrawn == false)
            for person in ["withdrawn", "voided"] {
                #expect(try await state(of: person, in: pilot)?.isWithdrawn == true, "\(person)")
            }
            // Nothing more comes of it the second time.
            try await AwardStore(CallerDatabase(pool: pilot.database.service, partner: nil)).reevaluate(pilot: nil)
            let again = try await pilot.findAwards()
            #expect(again.awarded == 0 && again.withdrawn == 0)
        }
    }

    @Test("they are explained: by which version of the rule, and which statement met its condition")
    func explained() async throws {
        try await migrated { pilot, old in
            try await pilot.findAwards()
            let awards = AwardStore(CallerDatabase(pool: pilot.database.service, partner: nil))
            let award = try #require(old["standing"])
            let document = try JSONDocument(parsing: #require(try await awards.award(award.id))).root
            #expect(document["rule"]?.string == "passed-assessment" && document["ruleVersion"]?.lexeme == "2")
            #expect(document["state"]?.string == "awarded")
            let evidence = document["evidence"]?.elements.map { $0 } ?? []
            #expect(evidence.map { $0["statement"]?.string } == [award.statement.uuidString.lowercased()])
            #expect(evidence.first?["conditions"]?.elements.map(\.lexeme) == ["1"])
            let explanation = try JSONDocument(parsing: #require(try await awards.explanation(of: award.id))).root
            #expect(explanation["reached"]?.lexeme == "2" && explanation["competence"]?.string == "Z1")
            let rules =
                try JSONDocument(
                    parsing: #require(
                        try await RuleStore(CallerDatabase(pool: pilot.database.service, partner: nil))
                            .versions(of: "passed-assessment"))
                ).root["rules"]?.elements.map { $0 } ?? []
            #expect(rules.map { $0["state"]?.string } == ["published", "retired"])
            #expect(rules.first?["requires"]?["minimumScore"]?.lexeme == "0.75")
        }
    }

    @Test("their tokens verify as before; one that was revoked is told to be, though it names no list")
    func verified() async throws {
        try await migrated { pilot, old in
            func verdict(_ person: String) async throws -> VerificationVerdict {
                let award = try #require(old[person])
                let credential = try #require(try await pilot.credentials.credential(award.id))
                return try await pilot.verify(Array(credential.jwt.utf8)).verdict
            }
            #expect(try await verdict("standing") == .valid)
            #expect(try await verdict("withdrawn") == .revoked)
            #expect(try await verdict("voided") == .valid)
            try await pilot.findAwards()
            #expect(try await verdict("voided") == .revoked)
            // What is signed now has a place in a list.
            while try await pilot.issuer.issueCredentials() > 0 {}
            #expect(try await verdict("unsigned") == .valid)
            let places = try await pilot.database.administrator.withConnection { db in
                try await db.rows("SELECT credential_id FROM credential.status_entry", as: UUID.self)
            }
            #expect(places == [old["unsigned"]?.id])
        }
    }
}
