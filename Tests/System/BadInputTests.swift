import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// What must be refused: with the right status, a message that helps, and nothing stored.
    struct BadInputTests {
        private let installation: Installation
        private let client: Client

        init() throws {
            installation = try .served
            client = installation.client
        }

        @Test(
            "bad input is refused, and nothing is stored",
            arguments: BadInput.texts + BadInput.statements + BadInput.requests + BadInput.queries)
        func refusal(of input: BadInput) async throws {
            let before = try await client.ids()
            let answer = try await client.send(input.method, input.path, body: input.body, headers: input.headers)
            #expect(answer.status == input.status, "\(answer)")
            #expect(answer.header("Content-Type") == "application/problem+json")
            #expect(answer.header("X-Experience-API-Version") != nil)
            #expect((answer.header("WWW-Authenticate") != nil) == (input.status == 401))
            let problem = try answer.decoded(as: Problem.self)
            #expect(problem.status == input.status)
            #expect(!problem.title.isEmpty && !problem.detail.isEmpty)
            if let names = input.names { #expect(problem.detail.contains(names), "\(problem.detail)") }
            if let fault = input.fault {
                let violation = try #require(problem.violations?.first { $0.rule == fault.rule }, "\(answer)")
                #expect(violation.pointer == fault.pointer)
                #expect(!violation.reason.isEmpty)
                #expect(problem.detail.contains(fault.rule))
            }
            #expect(try await client.ids() == before, "nothing was stored")
        }

        @Test("all faults of a batch are told, each with the index of its statement")
        func batch() async throws {
            let before = try await client.ids()
            let batch = Sample.batch([
                Sample.statement(), #"{"actor":{"mbox":"x"},"verb":{},"object":{"id":"urn:x:o"}}"#, Sample.statement(),
                Sample.statement(more: #","result":{"score":{"scaled":2},"success":1}"#), "7",
            ])
            let problem = try await client.post(batch).expecting(400).decoded(as: Problem.self)
            let found = (problem.violations ?? []).map { "\($0.index ?? -1) \($0.pointer) \($0.rule)" }
            let wanted = [
                "1 /actor/mbox agent-mbox", "1 /verb verb-id", "3 /result/score/scaled score-scaled",
                "3 /result/success result-success", "4  statement-type",
            ]
            #expect(Set(found) == Set(wanted))
            #expect(found.count == wanted.count)
            #expect(problem.detail.contains("5 faults"))
            #expect(try await client.ids() == before)
        }

        @Test("one id twice in a batch is refused")
        func twice() async throws {
            let id = UUID()
            let batch = Sample.batch([Sample.statement(id: id), Sample.statement(), Sample.statement(id: id)])
            let problem = try await client.post(batch).expecting(400).decoded(as: Problem.self)
            #expect(problem.violations?.map(\.rule) == ["batch-unique-ids"])
            #expect(problem.violations?.first?.index == 2)
            #expect(try await client.statement(id).status == 404)
        }

        @Test("a key does only what its scopes are for")
        func scopes() async throws {
            struct Made: Decodable { let secret: String }

            let before = try await client.ids()
            let command = ["keys", "create", "--json", "--name", "reader", "--scope", "statements/read"]
            let made = try await installation.tessera(command).succeeded()
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.output.utf8)).secret
            let reader = Client(port: installation.port, key: "reader:\(secret)")
            #expect(try await reader.get("/xapi/statements").status == 200)
            for answer in [
                try await reader.post(Sample.statement()), try await reader.put(Sample.statement(), id: UUID()),
            ] {
                #expect(answer.status == 403)
                #expect(try answer.decoded(as: Problem.self).detail.contains("statements/write"))
            }
            for path in ["/api/pilots/some", "/api/credentials?pilot=some"] {
                let method = path.hasPrefix("/api/pilots") ? "PUT" : "GET"
                let body = method == "PUT" ? Data("{}".utf8) : nil
                #expect(try await reader.send(method, path, body: body).status == 403)
            }
            #expect(try await client.ids() == before)
        }

        @Test("a body of unknown length is refused once it is too large")
        func endless() async throws {
            let headers = ["Content-Length": nil, "Transfer-Encoding": "chunked"] as [String: String?]
            let answer = try await client.send(
                "POST", "/xapi/statements", body: Data(count: 16 << 20 | 1), headers: headers)
            #expect(answer.status == 413)
        }

        @Test("a server that was sent all this goes on")
        func afterwards() async throws {
            for input in BadInput.texts + BadInput.statements {
                _ = try await client.send(input.method, input.path, body: input.body, headers: input.headers)
            }
            #expect(try await client.post(Sample.statement()).status == 200)
        }
    }
}
