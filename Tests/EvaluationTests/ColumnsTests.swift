import Foundation
import LibPQ
import TestSupport
import Testing

@Suite("the columns that evaluators rely on", .migratedDatabase)
struct ColumnsTests {
    /// Everything that a notebook of an evaluator may depend on, one line each.
    private static let query: Query = """
        SELECT format(E'%s\\n    %s', c.relname, obj_description(c.oid, 'pg_class')), c.relname::text, 0
        FROM pg_class AS c
        WHERE c.relnamespace = 'evaluation'::regnamespace AND c.relkind IN ('v', 'm')
        UNION ALL
        SELECT
            format(
                E'%s.%s %s\\n    %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                col_description(c.oid, a.attnum)),
            c.relname::text, a.attnum
        FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'evaluation'::regnamespace AND c.relkind IN ('v', 'm')
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
            The views are a contract with evaluators. If they are to change so, and the change is told to the \
            evaluators, replace columns.txt with \(proposal.path()).
            """)
    }
}
