import Crypto
import Foundation
import LibPQ
import TestSupport
import Testing

@Suite("the columns that evaluators rely on", .migratedDatabase)
struct ColumnsTests {
    /// Everything that a notebook of an evaluator may depend on, one line each.
    private static let query: Query = """
        SELECT format(E'%s\\n    %s', relation.name, obj_description(relation.oid, 'pg_class')), relation.name, 0
        FROM (
            SELECT oid, CASE relnamespace::regnamespace::text WHEN 'published' THEN 'published.' ELSE '' END || relname
            FROM pg_class
            WHERE relnamespace IN ('evaluation'::regnamespace, 'published'::regnamespace)
                AND relkind IN ('r', 'v', 'm')
        ) AS relation (oid, name)
        UNION ALL
        SELECT
            format(
                E'%s.%s %s\\n    %s', relation.name, a.attname, format_type(a.atttypid, a.atttypmod),
                col_description(relation.oid, a.attnum)),
            relation.name, a.attnum
        FROM (
            SELECT oid, CASE relnamespace::regnamespace::text WHEN 'published' THEN 'published.' ELSE '' END || relname
            FROM pg_class
            WHERE relnamespace IN ('evaluation'::regnamespace, 'published'::regnamespace)
                AND relkind IN ('r', 'v', 'm')
        ) AS relation (oid, name)
        JOIN pg_attribute AS a ON a.attrelid = relation.oid AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY 2, 3
        """

    @Test("names, types and comments are those of columns.txt")
    func pinned() async throws {
        let lines = try await MigratedDatabase.current.administrator.withConnection { db in
            try await db.rows(Self.query, as: (String, String, Int32).self)
        }
        let actual = lines.map { $0.0 + "\n" }.joined()
        let file = SQLFolder.path.deletingLastPathComponent().appending(path: "columns.txt")
        let pinned = try String(contentsOf: file, encoding: .utf8)
        guard actual != pinned else { return }
        let proposal = FileManager.default.temporaryDirectory.appending(path: "columns.txt")
        try actual.write(to: proposal, atomically: true, encoding: .utf8)
        Issue.record(
            """
            The views are a contract with evaluators. If they are to change so, replace columns.txt with \
            \(proposal.path()), and tell evaluators by a new version in evaluation.contract.
            """)
    }

    @Test("columns.txt is that of the last version in evaluation.contract, whose changes are told in order")
    func versions() async throws {
        let versions = try await MigratedDatabase.current.administrator.withConnection { db in
            try await db.rows(
                "SELECT number, version, columns_sha256 FROM evaluation.contract ORDER BY number",
                as: (Int32, String, String).self)
        }
        #expect(versions.map(\.0) == Array(1...Int32(versions.count)))
        // Major, then minor, by number: each version is later than the one before.
        let parts = versions.map { $0.1.split(separator: ".").compactMap { Int($0) } }
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        let file = SQLFolder.path.deletingLastPathComponent().appending(path: "columns.txt")
        let digest = SHA256.hash(data: try Data(contentsOf: file)).map { String(format: "%02x", $0) }.joined()
        #expect(
            versions.last?.2 == digest,
            """
            columns.txt changed, and evaluation.contract has no version for it. Add one in a migration, with the \
            change in words and columns_sha256 \(digest).
            """)
    }
}
