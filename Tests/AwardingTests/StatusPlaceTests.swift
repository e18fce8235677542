import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@testable import Awarding

@Suite("places in status lists", .migratedDatabaseForEachTest)
struct StatusPlaceTests {
    let pilot: Pilot

    init() throws {
        pilot = try Pilot()
    }

    private func award(_ people: Int) async throws {
        try await pilot.define()
        let about = try await pilot.item("A1.2")
        let statements = try (0..<people).map { _ in try Evidence(about: [about]).incoming() }
        try await pilot.store.store(
            statements, authority: .init(accountHomePage: "https://x.eu/", name: "lms"))
        _ = try await pilot.findAwards()
    }

    @Test func `every credential has a place of its own, whoever else takes places at once`() async throws {
        try await award(300)
        let database = pilot.database
        let awards = try await database.service.withConnection { db in
            try await db.rows("SELECT award_id FROM credential.award ORDER BY award_key", as: UUID.self)
        }
        #expect(awards.count == 300)
        try await withThrowingTaskGroup { group in
            for start in stride(from: 0, to: 300, by: 50) {
                let mine = Array(awards[start..<start + 50])
                group.addTask { try await issue(mine, on: database.service) }
            }
            try await group.waitForAll()
        }
        let (lists, places, least, most) = try await database.service.withConnection { db in
            try await db.one(
                """
                SELECT count(DISTINCT list_key), count(DISTINCT place), min(place), max(place)
                FROM credential.status_entry
                """, as: (Int64, Int64, Int32, Int32).self)
        }
        #expect(lists == 1 && places == 300)
        #expect(least >= 0 && most < 131_072)
        // Of three hundred random places, some are in each quarter: all in one would be one chance in 4^299.
        #expect(least < 32_768 && most >= 98_304)
    }

    @Test func `a list that is half full is followed by another`() async throws {
        try await award(3)
        let counts = try await pilot.database.administrator.withTransaction { db in
            let awards = try await db.rows("SELECT award_id FROM credential.award", as: UUID.self)
            try #require(awards.count == 3)
            try await issue([awards[0]], db)
            // A full list is a matter of numbers here: 131,072 credentials would take long.
            try await db.execute("ALTER TABLE credential.status_list DROP CONSTRAINT status_list_size_check")
            try await db.execute("UPDATE credential.status_list SET size = 4")
            for award in awards[1...] { try await issue([award], db) }
            return try await db.rows(
                "SELECT count(*) FROM credential.status_entry GROUP BY list_key ORDER BY list_key", as: Int64.self)
        }
        #expect(counts == [2, 1])
    }

    @Test func `an award that falls takes its credential with it, and the list knows`() async throws {
        try await award(2)
        let database = pilot.database
        let awards = try await database.service.withConnection { db in
            try await db.rows("SELECT award_id FROM credential.award ORDER BY award_key", as: UUID.self)
        }
        try #require(awards.count == 2)
        try await issue(awards, on: database.service)
        let (reason, revoker, changes) = try await database.service.withTransaction { db in
            try await db.execute(
                """
                UPDATE credential.award SET withdrawn_at = now(), withdrawal_reason = 'The evidence was voided.'
                WHERE award_id = \(awards[0])
                """)
            return try await db.one(
                """
                SELECT r.reason, r.revoked_by, l.changes
                FROM credential.revocation AS r
                JOIN credential.status_entry USING (credential_id)
                JOIN credential.status_list AS l USING (list_key)
                """, as: (String, String, Int64).self)
        }
        #expect(reason == "The evidence was voided." && revoker == "rules" && changes == 1)
        for statement in [
            "UPDATE credential.revocation SET reason = 'x'" as Query, "DELETE FROM credential.revocation",
        ] {
            await #expect(throws: PostgresError.self) {
                try await database.administrator.withConnection { try await $0.execute(statement) }
            }
        }
    }

    private func issue(_ awards: [UUID], on pool: ConnectionPool) async throws {
        try await pool.withTransaction { db in try await issue(awards, db) }
    }

    /// Gives credentials their places, as issuing does; what they say is no matter here.
    private func issue(_ awards: [UUID], _ db: borrowing Connection) async throws {
        _ = try await db.rows(
            "SELECT credential_id, list_key, place FROM credential.take_places(\(awards))",
            as: (UUID, Int32, Int32).self)
        try await db.execute(
            """
            INSERT INTO credential.signing_key (key_id, algorithm, issuer, public_jwk)
            VALUES ('k', 'ES256', 'did:web:x', '{}') ON CONFLICT DO NOTHING
            """)
        try await db.execute(
            """
            INSERT INTO credential.credential (credential_id, award_key, key_id, valid_from, jwt, document)
            SELECT award_id, award_key, 'k', now(), 'x', '{}' FROM credential.award WHERE award_id = ANY (\(awards))
            """)
    }
}
