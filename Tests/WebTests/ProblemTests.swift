import FoundationEssentials
import HTTPTypes
import Hummingbird
import JSON
import LearningRecords
import LibPQ
import TestSupport
import Testing
import XAPI

@testable import Web

@Suite("errors as the outside is told of them", .migratedDatabase)
struct ProblemTests {
    @Test("a problem is RFC 9457 problem details, with its own members and header fields")
    func details() async throws {
        let problem = Problem(.conflict, "some-kind", "It is \"so\".", headers: [.retryAfter: "7"]) { writer in
            writer.member("more", number: 1)
        }
        let response = problem.response
        #expect(response.status == .conflict)
        #expect(response.headers[.contentType] == "application/problem+json")
        #expect(response.headers[.retryAfter] == "7")
        #expect(
            try await response.text()
                == #"{"type":"urn:tessera:problem:some-kind","title":"Conflict","status":409,"detail":"It is \"so\".","more":1}"#
        )
    }

    @Test("a problem stays itself")
    func itself() {
        #expect(Problem(Problem(.notFound, "not-found", "x") as any Error).detail == "x")
    }

    @Test("a refused statement is a 400 that names the first fault, and lists each with pointer and rule")
    func rejection() async throws {
        let text =
            #"[{"actor":{"mbox":"mailto:a@example.com"},"verb":{"id":"x"},"object":{"id":"http://e.com/"},"z":1}]"#
        let rejection = try #require(StatementBatch.rejection(of: Array(text.utf8), version: .v2_0))
        let problem = Problem(rejection)
        #expect(problem.status == .badRequest)
        #expect(problem.kind == "invalid-statement")
        let body = try JSONDocument(parsing: Array(try await problem.response.text().utf8)).root
        let pointers = try #require(body["violations"]).elements.compactMap { $0["pointer"]?.string }
        #expect(pointers.contains("/verb/id") && pointers.contains("/z"))
        #expect(body["detail"]?.string?.hasPrefix("2 faults; the first: statement 0, /") == true)
    }

    @Test("a conflict is a 409 that names the ids")
    func conflict() async throws {
        let id = UUID()
        let problem = Problem(LearningRecordError.conflict([id]))
        #expect(problem.status == .conflict)
        #expect(try await problem.response.text().contains(#""statements":["\#(id.uuidString.lowercased())"]"#))
    }

    @Test("a store that is full or away is a 503 that says when to come again, and not why")
    func unavailable() {
        let overloaded = Problem(LearningRecordError.overloaded)
        #expect(overloaded.status == .serviceUnavailable && overloaded.headers[.retryAfter] == "1")
        let away = Problem(LearningRecordError.unavailable("connection to 10.0.0.7 refused"))
        #expect(away.status == .serviceUnavailable && away.headers[.retryAfter] != nil)
        #expect(!away.detail.contains("10.0.0.7"))
        #expect(away.detail.contains("with the same statement ids"))
    }

    /// What the database's errors become, by SQLSTATE.
    @Test(
        "an error of the database is the client's, ours for a while, or ours",
        arguments: [
            ("22003", 400), ("23514", 400), ("54000", 400), ("40001", 503), ("53300", 503), ("55P03", 503),
            ("57014", 503),
            ("57P01", 503), ("25006", 503), ("42P01", 500), ("42501", 500), ("XX000", 500),
        ])
    func postgres(state: String, status: Int) async throws {
        let service = try MigratedDatabase.current.service
        let error = await #expect(throws: PostgresError.self) {
            try await service.withConnection { db in
                try await db.executeScript(
                    "DO $$ BEGIN RAISE EXCEPTION 'table secret_table' USING ERRCODE = '\(state)'; END $$")
            }
        }
        let problem = Problem(try #require(error))
        #expect(problem.status.code == status)
        #expect((problem.headers[.retryAfter] != nil) == (status == 503))
        if status >= 500 { #expect(!problem.detail.contains("secret_table")) }
        // Only who sends statements is told of their ids, and only what was undone is said to be.
        #expect(!problem.detail.contains("statement ids"))
        #expect(problem.detail.contains("undone") == ["55P03", "57014"].contains(state))
    }

    @Test("a database that cannot be reached is a 503")
    func unreachable() async throws {
        let nowhere = ConnectionConfiguration("host=/nonexistent user=nobody dbname=nothing")
        let error = await #expect(throws: PostgresError.self) {
            try await Connection.withConnection(to: nowhere) { _ in }
        }
        #expect(Problem(try #require(error)).status == .serviceUnavailable)
    }

    @Test("what nobody foresaw is a 500 that tells nothing")
    func unforeseen() {
        struct Secret: Error { let password = "correct horse" }
        let problem = Problem(Secret())
        #expect(problem.status == .internalServerError)
        #expect(!problem.detail.contains("horse"))
    }

    @Test("an error of the framework keeps its status")
    func framework() {
        #expect(Problem(HTTPError(.contentTooLarge, message: "too much")).status == .contentTooLarge)
    }
}
