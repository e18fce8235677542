import LibPQ
import TestSupport

@testable import Frameworks

/// Proposals against the frameworks of ``SampleFramework``, and what to look at.
struct ProposalSample {
    let database: MigratedDatabase
    let store: ProposalStore

    /// Adds the sample framework to the test's database.
    init() async throws {
        database = try MigratedDatabase.current
        store = ProposalStore(pool: database.service)
        try await database.administrator.withConnection { db in try await db.executeScript(SampleFramework.sql) }
    }

    /// An edit of each kind: texts, translations, targets.
    static let edits = """
        [
            {"kind": "text", "item": "A1", "field": "fullStatement", "from": "Seeing well", "to": "Seeing better"},
            {"kind": "text", "item": "A1", "field": "notes", "to": null},
            {"kind": "text", "item": "A1", "field": "fullStatement", "language": "FR", "to": "Voir mieux"},
            {"kind": "text", "item": "A1", "field": "notes", "language": "fr", "to": null},
            {"kind": "text", "item": "A2", "field": "abbreviatedStatement", "language": "it", "to": "Dire"},
            {"kind": "target", "profile": "P1", "competence": "A1", "to": {"level": 4}},
            {"kind": "target", "profile": "P1", "competence": "A2", "from": {"level": 2, "weight": 1.5}, "to": null},
            {"kind": "target", "profile": "P3", "competence": "A2", "from": null, "to": {"level": 1, "weight": 2.50}}
        ]
        """

    static func proposal(_ edits: String = edits, title: String = "Say it better") -> [UInt8] {
        Array(#"{"title": "\#(title)", "reason": "Nobody understood it.", "edits": \#(edits)}"#.utf8)
    }

    /// Proposes something against version 1.0 in the name of riga.
    func make(_ edits: String = edits, by partner: String? = "riga") async throws -> ProposalStore.Place {
        let number = try await store.make(Self.proposal(edits), for: "SAMPLE", "1.0", by: partner)
        return ProposalStore.Place(code: "SAMPLE", version: "1.0", number: Int64(number))
    }

    func decide(_ place: ProposalStore.Place, _ outcome: String = "accepted") async throws {
        try await store.decide(
            place, decision: Array(#"{"outcome": "\#(outcome)", "reason": "So be it."}"#.utf8), by: nil)
    }

    /// A value that the administrator reads.
    func value(_ sql: String) async throws -> String? {
        try await database.administrator.withConnection { db in
            try await db.one(Query(unescaped: sql), as: String?.self)
        }
    }

    func run(_ sql: String) async throws {
        try await database.administrator.withConnection { db in try await db.executeScript(sql) }
    }

    /// Everything of a version that a proposal could change, as one text.
    func state(_ version: String = "1.0") async throws -> String? {
        try await value(
            """
            SELECT md5(string_agg(row, '|' ORDER BY row)) FROM (
                SELECT i::text FROM framework.item AS i JOIN framework.document AS d USING (document_key)
                WHERE d.code = 'SAMPLE' AND d.version = '\(version)'
                UNION ALL
                SELECT a::text FROM framework.association AS a JOIN framework.document AS d USING (document_key)
                WHERE d.code = 'SAMPLE' AND d.version = '\(version)'
                UNION ALL
                SELECT t::text FROM framework.profile_target AS t JOIN framework.item AS i ON i.item_key = t.profile_key
                JOIN framework.document AS d USING (document_key) WHERE d.code = 'SAMPLE' AND d.version = '\(version)'
                UNION ALL
                SELECT t::text FROM framework.translation AS t JOIN framework.item AS i USING (item_key)
                JOIN framework.document AS d USING (document_key) WHERE d.code = 'SAMPLE' AND d.version = '\(version)'
                UNION ALL
                SELECT d::text FROM framework.document AS d WHERE d.code = 'SAMPLE' AND d.version = '\(version)'
            ) AS state (row)
            """)
    }
}
