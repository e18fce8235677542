import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// What becomes of refused statements of a key with `--quarantine`.
    struct QuarantineTests {
        private struct Refusal: Decodable {
            struct Quarantine: Decodable {
                let kept: Bool
                let id: UUID?
                let url: String?
            }

            let detail: String
            let violations: [Problem.Violation]
            let quarantine: Quarantine?
        }

        private struct Listed: Decodable {
            struct Entry: Decodable {
                struct Key: Decodable { let name: String }
                struct Statement: Decodable {
                    let received: String
                    let violations: [Problem.Violation]
                }

                let id: UUID
                let key: Key
                let statementCount: Int
                let statements: [Statement]?
            }

            let entries: [Entry]
        }

        private struct Stored: Decodable { let statements: [UUID] }
        private struct Made: Decodable { let secret: String }

        private let installation: Installation

        init() throws { installation = try Installation.served }

        private func client(_ name: String, _ options: String...) async throws -> Client {
            let made = try await installation.tessera(["keys", "create", "--name", name, "--json"] + options)
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.succeeded().output.utf8)).secret
            return Client(port: installation.port, key: "\(name):\(secret)")
        }

        private func bad(_ id: UUID) -> String {
            Sample.statement(id: id).replacing("https://example.org/verbs/", with: "")
        }

        @Test("a refused batch is answered 400, kept whole, corrected and stored under its key")
        func roundTrip() async throws {
            let platform = try await client("quarantine-trusted", "--quarantine")
            let (good, faulty) = (UUID(), UUID())
            let refusal = try await platform.post(Sample.batch([Sample.statement(id: good), bad(faulty)]))
                .expecting(400).decoded(as: Refusal.self)
            #expect(refusal.violations.map(\.index) == [1])
            let id = try #require(refusal.quarantine?.id)
            #expect(refusal.quarantine?.url == "/api/quarantine/\(id.text)" && refusal.detail.contains("quarantine"))
            #expect(try await installation.client.statement(good).status == 404)

            let path = "/api/quarantine/\(id.text)"
            let entry = try await platform.get(path).expecting(200).decoded(as: Listed.Entry.self)
            #expect(entry.key.name == "quarantine-trusted" && entry.statements?.count == 2)
            #expect(entry.statements?.map(\.violations.count) == [0, 1])
            #expect(entry.statements?[1].received == bad(faulty))

            let still = try await platform.send("POST", path + "/resubmit").expecting(400).decoded(as: Refusal.self)
            #expect(still.violations.count == 1)
            let body = Sample.batch([Sample.statement(id: good), Sample.statement(id: faulty)])
            let stored = try await platform.send("POST", path + "/resubmit", body: Data(body.utf8)).expecting(200)
                .decoded(as: Stored.self)
            #expect(stored.statements == [good, faulty])
            // read/mine: the authority is the key's own.
            #expect(try await platform.statement(faulty).status == 200)
            #expect(try await platform.get(path).status == 404)
        }

        @Test("operators list, show, resubmit and discard by command")
        func commands() async throws {
            let platform = try await client("quarantine-commanded", "--quarantine")
            let (first, second) = (UUID(), UUID())
            var ids: [UUID] = []
            for id in [first, second] {
                let refusal = try await platform.put(bad(id), id: id).expecting(400).decoded(as: Refusal.self)
                ids.append(try #require(refusal.quarantine?.id))
            }
            let list = try await installation.tessera("quarantine", "list", "--key", "quarantine-commanded", "--json")
                .succeeded()
            let entries = try JSONDecoder().decode(Listed.self, from: Data(list.output.utf8)).entries
            #expect(entries.map(\.id) == ids)
            let shown = try await installation.tessera("quarantine", "show", ids[0].text).succeeded()
            #expect(try JSONDecoder().decode(Listed.Entry.self, from: Data(shown.output.utf8)).statements?.count == 1)

            let refused = try await installation.tessera("quarantine", "resubmit", ids[0].text)
            #expect(refused.status == 1 && refused.error.contains("verb"))
            let file = installation.folder + "/corrected.json"
            try Data(Sample.statement(id: first).utf8).write(to: URL(filePath: file))
            _ = try await installation.tessera("quarantine", "resubmit", ids[0].text, "--file", file).succeeded()
            #expect(try await platform.statement(first).status == 200)
            _ = try await installation.tessera("quarantine", "discard", ids[1].text).succeeded()
            #expect(try await installation.tessera("quarantine", "discard", ids[1].text).status == 1)
            #expect(try await installation.tessera("quarantine", "discard", "x").status == 64)
        }

        @Test("other keys keep nothing, and reach nobody else's")
        func otherKeys() async throws {
            let platform = try await client("quarantine-keeping", "--quarantine")
            let other = try await client("quarantine-plain")
            let refusal = try await other.post(bad(UUID())).expecting(400).decoded(as: Refusal.self)
            #expect(refusal.quarantine == nil)
            let kept = try await platform.post(bad(UUID())).expecting(400).decoded(as: Refusal.self)
            let id = try #require(kept.quarantine?.id)
            #expect(try await other.get("/api/quarantine/\(id.text)").status == 404)
            #expect(try await other.send("DELETE", "/api/quarantine/\(id.text)").status == 404)
            #expect(try await other.get("/api/quarantine").expecting(200).decoded(as: Listed.self).entries.isEmpty)
            let all = try await installation.client.get("/api/quarantine?limit=1000").expecting(200)
            #expect(try all.decoded(as: Listed.self).entries.map(\.id).contains(id))
            #expect(try await installation.client.send("DELETE", "/api/quarantine/\(id.text)").status == 204)
            #expect(try await Client(port: installation.port).get("/api/quarantine").status == 401)
        }
    }
}
