import Credentials
import FoundationEssentials
import LibPQ
import TestSupport
import Testing

@testable import Awarding

// The tests' rules end after a day and may be renewed from the start, so that nobody waits for years.
@Suite("renewal of awards", .migratedDatabaseForEachTest)
struct RenewalTests {
    let pilot: Pilot
    private static let open = #""validity":"P1D","renewal":"P1D""#

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
        try await pilot.issuer.registerKeys()
        try await pilot.retireSeed()
    }

    /// What became of a person's awards, oldest first: `stands`, `renewed` or `withdrawn`, and `signed` once they are.
    private func states() async throws -> [String] {
        try await pilot.findAwards()
        while try await pilot.issuer.issueCredentials() > 0 {}
        return try await pilot.database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT concat_ws(' ',
                    CASE WHEN a.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN a.renewed_at IS NOT NULL THEN 'renewed'
                        WHEN a.decision = 'proposed' THEN 'proposed' ELSE 'stands' END,
                    CASE WHEN r.credential_id IS NOT NULL THEN 'revoked' WHEN c.credential_id IS NOT NULL THEN 'signed' END)
                FROM credential.award AS a
                LEFT JOIN credential.credential AS c USING (award_key)
                LEFT JOIN credential.revocation AS r ON r.credential_id = c.credential_id
                ORDER BY a.award_key
                """, as: String.self)
        }
    }

    private func pass(level: Int = 2) async throws -> Evidence {
        // What counts is when statements were stored; the award is made in a millisecond of its own.
        try await Task.sleep(for: .milliseconds(5))
        let evidence = Evidence(person: "p-1", about: [try await pilot.item("A1")], level: level)
        try await pilot.store(evidence)
        return evidence
    }

    @Test("new evidence near the end makes another credential, on that evidence alone; the old one stands")
    func renewed() async throws {
        try await pilot.rule(#"{"kind":"test"}"#, Self.open)
        let first = try await pass()
        #expect(try await states() == ["stands signed"])
        let second = try await pass()
        #expect(try await states() == ["renewed signed", "stands signed"])
        let proofs = try await pilot.database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT e.statement_id FROM credential.award_evidence AS e
                JOIN credential.award AS a USING (award_key) WHERE a.renews IS NOT NULL
                """, as: UUID.self)
        }
        #expect(proofs == [second.id])
        #expect(try await pilot.count(restingOn: first.id) == 1)
        for id in try await pilot.credentialIDs() {
            let credential = try #require(try await pilot.credentials.credential(id))
            #expect(try await pilot.verify(Array(credential.jwt.utf8)).verdict == .valid)
        }
        // Weighed again, nothing comes of it.
        _ = try await pilot.database.service.withTransaction { db in
            try await db.execute(
                "INSERT INTO credential.due (agent_key, competence_item_key) SELECT agent_key, competence_item_key FROM credential.evidence LIMIT 1"
            )
        }
        #expect(try await states() == ["renewed signed", "stands signed"])
    }

    @Test("long before the end, the same level is held once")
    func tooEarly() async throws {
        try await pilot.rule(#"{"kind":"test"}"#)
        _ = try await pass()
        _ = try await states()
        _ = try await pass()
        #expect(try await states() == ["stands signed"])
    }

    @Test("within the last sixth of the validity, and after it, evidence renews")
    func late() async throws {
        try await pilot.rule(#"{"kind":"test"}"#)
        for age in ["2 years 7 months", "4 years"] {
            _ = try await pass()
            _ = try await states()
            try await pilot.database.administrator.withConnection { db in
                try await db.executeScript(
                    """
                    UPDATE credential.award SET awarded_at = now() - interval '\(age)' WHERE renewed_at IS NULL;
                    -- What there was is older than that.
                    UPDATE credential.evidence SET statement_key = statement_key - (1::bigint << 58);
                    UPDATE credential.award_evidence SET statement_key = statement_key - (1::bigint << 58);
                    """)
            }
        }
        _ = try await pass()
        #expect(try await states() == ["renewed signed", "renewed signed", "stands signed"])
    }

    @Test("several statements are needed again where the rule asks for several, and fresh ones")
    func several() async throws {
        try await pilot.rule(#"{"kind":"test","minimum":2}"#, Self.open)
        _ = try await pass()
        _ = try await pass()
        #expect(try await states() == ["stands signed"])
        _ = try await pass()
        #expect(try await states() == ["stands signed"])
        _ = try await pass()
        #expect(try await states() == ["renewed signed", "stands signed"])
    }

    @Test("voided evidence takes the renewal back, and the one of before counts again")
    func voided() async throws {
        try await pilot.rule(#"{"kind":"test"}"#, Self.open)
        let first = try await pass()
        _ = try await states()
        let second = try await pass()
        _ = try await states()
        // The renewal rests on the second statement alone, whatever there was before it.
        try await pilot.store.void(second.id)
        #expect(try await states() == ["stands signed", "withdrawn revoked"])
        let third = try await pass()
        #expect(try await states() == ["renewed signed", "withdrawn revoked", "stands signed"])
        // The old one stands on any of the statements.
        try await pilot.store.void(first.id)
        #expect(try await states() == ["renewed signed", "withdrawn revoked", "stands signed"])
        try await pilot.store.void(third.id)
        #expect(try await states() == ["withdrawn revoked", "withdrawn revoked", "withdrawn revoked"])
    }

    @Test("a renewal waits for approval where awards do; refused, the one of before counts again")
    func approval() async throws {
        try await pilot.rule(#"{"kind":"test"}"#, Self.open)
        _ = try await pass()
        _ = try await states()
        try await pilot.approval(true)
        _ = try await pass()
        #expect(try await states() == ["renewed signed", "proposed"])
        try await pilot.database.service.withTransaction { db in
            let id = try await db.one("SELECT award_id FROM credential.award WHERE renews IS NOT NULL", as: UUID.self)
            try await db.execute("SELECT credential.decide_award(\(id), false, 'Not this time.', 'test')")
        }
        #expect(try await states() == ["stands signed", "withdrawn"])
        _ = try await pass()
        #expect(try await states() == ["renewed signed", "withdrawn", "proposed"])
    }
}
