import Foundation
import LibPQ
import Logging
import Operations
import Testing

@testable import Evaluation

/// A cluster of its own, because that of the tests asks nobody for a password.
@Suite("an evaluator who logs in", .timeLimit(.minutes(3)))
struct EvaluatorLoginTests {
    @Test("only the right password is let in, to read the views and nothing else")
    func login() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tessera-evaluator-\(UUID())").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await EmbeddedCluster.withCluster(dataDirectory: folder, logger: logger) { address async throws in
            let administrator = ConnectionConfiguration(
                address.connectionURI(role: ClusterAddress.administrator))
            _ = try await Migrator(administrator, version: "test").migrate()
            let pool = ConnectionPool(administrator)
            try await EvaluatorRoles(pool: pool).create(
                name: "ana", password: "correct horse é", partners: [], actor: "tests")
            await pool.drain()
            try await checkAccess(address.connectionURI(role: "ana"))
        }
    }

    private func checkAccess(_ uri: String) async throws {
        let right = ConnectionConfiguration(uri + "&password=correct%20horse%20%C3%A9")
        try await Connection.withConnection(to: right) { db in
            let count = try await db.one("SELECT count(*) FROM evaluation.awards", as: Int64.self)
            #expect(count == 0)
        }
        for (statement, state) in [
            ("SELECT count(*) FROM lrs.statement", "42501"), ("SELECT count(*) FROM identity.person", "42501"),
            ("SELECT pg_read_file('PG_VERSION')", "42501"), ("CREATE TEMPORARY TABLE t (a int)", "42501"),
            ("COPY (SELECT 1) TO PROGRAM 'id'", "42501"), ("SET ROLE tessera_service", "42501"),
        ] {
            let error = await #expect(throws: PostgresError.self) {
                try await Connection.withConnection(to: right) { db in
                    // The default is for accidents; it is the missing rights that count.
                    try await db.executeScript("SET default_transaction_read_only = off")
                    try await db.executeScript(statement)
                }
            }
            #expect(error?.sqlState?.rawValue == state, "\(statement): \(String(describing: error))")
        }
        for password in ["wrong", "correct%20horse", ""] {
            let error = await #expect(throws: PostgresError.self) {
                try await Connection.withConnection(to: ConnectionConfiguration(uri + "&password=\(password)")) { _ in }
            }
            #expect(error?.code == .connectionFailed)
        }
    }
}
