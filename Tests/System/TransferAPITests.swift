import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `/api/statements/export` and `/api/statements/import`.
    struct TransferAPITests {
        private struct Outcome: Decodable {
            struct Fault: Decodable {
                let line: Int
                let violations: [Problem.Violation]
            }

            let lines: Int
            let stored: Int
            let alreadyStored: Int
            let conflicts: Int
            let refused: Int
            let stoppedAt: Int?
            let faults: [Fault]
        }

        private let client: Client

        init() throws { client = try Installation.served.client }

        private func line(_ id: UUID, stored: String, verb: String = "did") -> String {
            Sample.statement(
                id: id, verb: verb,
                more: #","stored":"\#(stored)","authority":{"mbox":"mailto:old@example.org"},"version":"1.0.3""#)
        }

        private func take(_ lines: [String], _ query: String = "", as client: Client? = nil) async throws -> Answer {
            try await (client ?? self.client).send(
                "POST", "/api/statements/import\(query)", body: Data(lines.joined(separator: "\n").utf8),
                headers: ["Content-Type": "application/x-ndjson"])
        }

        @Test("what is imported is exported with its time and authority, and faults are told by line")
        func roundTrip() async throws {
            let ids = [UUID(), UUID(), UUID()]
            let lines = [
                line(ids[0], stored: "2021-03-01T00:00:00.001Z"), "{}",
                line(ids[1], stored: "2021-03-01T00:00:00.002Z"),
                line(ids[0], stored: "2021-03-01T00:00:00.001Z", verb: "undid"),
            ]
            let outcome = try await take(lines).expecting(200).decoded(as: Outcome.self)
            #expect(outcome.lines == 4 && outcome.stored == 2 && outcome.conflicts == 1 && outcome.refused == 1)
            #expect(
                outcome.faults.map(\.line) == [2, 4] && outcome.faults[1].violations[0].rule == "statement-conflict")

            let path = "/api/statements/export?since=2021-03-01T00:00:00Z&until=2021-03-02T00:00:00Z"
            let plain = try await client.get(path).expecting(200)
            let exported = plain.text.split(separator: "\n")
            #expect(exported.count == 2)
            #expect(exported.first?.contains(#""stored":"2021-03-01T00:00:00.001Z""#) == true)
            #expect(exported.first?.contains("mailto:old@example.org") == true)
            #expect(plain.header("X-Experience-API-Consistent-Through") == "2021-03-02T00:00:00.000Z")

            let compressed = try await client.send("GET", path, headers: ["Accept-Encoding": "gzip"]).expecting(200)
            #expect(compressed.header("Content-Encoding") == "gzip" && compressed.body.starts(with: [0x1F, 0x8B]))
            let again = try await client.send(
                "POST", "/api/statements/import", body: compressed.body,
                headers: ["Content-Type": "application/x-ndjson", "Content-Encoding": "gzip"]
            ).expecting(200).decoded(as: Outcome.self)
            #expect(again.lines == 2 && again.alreadyStored == 2 && again.faults.isEmpty)
        }

        @Test("an import that is to stop at a fault stores nothing behind it")
        func stopping() async throws {
            let (first, last) = (UUID(), UUID())
            let stored = "2021-04-01T00:00:00.000Z"
            let outcome = try await take(
                [line(first, stored: stored), "[]", line(last, stored: stored)], "?stopAtFault=true"
            ).expecting(200).decoded(as: Outcome.self)
            #expect(outcome.stoppedAt == 2 && outcome.stored == 1)
            #expect(try await client.statement(first).status == 200)
            #expect(try await client.statement(last).status == 404)
        }

        @Test("both are for keys with scope all")
        func scopes() async throws {
            struct Made: Decodable { let secret: String }
            let installation = try Installation.served
            let made = try await installation.tessera(
                "keys", "create", "--name", "transfer-reader", "--scope", "all/read", "--scope", "statements/write",
                "--json"
            ).succeeded()
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.output.utf8)).secret
            let reader = Client(port: installation.port, key: "transfer-reader:\(secret)")
            #expect(try await reader.get("/api/statements/export").status == 403)
            #expect(try await take([], as: reader).status == 403)
            #expect(try await Client(port: installation.port).get("/api/statements/export").status == 401)
            #expect(try await client.get("/api/statements/export?since=noon").status == 400)
            let broken = try await client.send(
                "POST", "/api/statements/import", body: Data("{}".utf8),
                headers: ["Content-Type": "application/x-ndjson", "Content-Encoding": "gzip"])
            #expect(broken.status == 400)
            #expect(try await client.send("POST", "/api/statements/import", body: Data("{}".utf8)).status == 415)
        }
    }
}
