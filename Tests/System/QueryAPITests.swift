import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `POST /api/statements/query`.
    struct QueryAPITests {
        private struct Found: Decodable {
            let statements: [Page.Statement]?
            let missing: [UUID]?
            let cursor: String?
            let count: Int?
            let consistentThrough: String
        }

        private let client: Client

        init() throws { client = try Installation.served.client }

        private func query(_ body: String, as client: Client? = nil) async throws -> Answer {
            try await (client ?? self.client).send("POST", "/api/statements/query", body: Data(body.utf8))
        }

        private func found(_ body: String, as client: Client? = nil) async throws -> Found {
            try await query(body, as: client).expecting(200).decoded()
        }

        @Test("pages by cursor give each statement once, with the count of all, and the count alone")
        func pages() async throws {
            let registrations = [UUID(), UUID()]
            let ids = (0..<30).map { _ in UUID() }
            let statements = zip(ids, 0...).map { Sample.statement(id: $0, registration: registrations[$1 % 2]) }
            _ = try await client.post(Sample.batch(statements)).expecting(200)
            let filter = #""registration":["\#(registrations[0].text)","\#(registrations[1].text)"]"#
            var cursor: String?
            var seen: [UUID] = []
            repeat {
                let from = cursor.map { #","cursor":"\#($0)""# } ?? ""
                let page = try await found(#"{\#(filter),"limit":7,"ascending":true,"count":true\#(from)}"#)
                #expect(page.count == 30 && page.missing == nil)
                seen += page.statements?.map(\.id) ?? []
                cursor = page.cursor
            } while cursor != nil && seen.count < 100
            #expect(seen == ids)
            let counted = try await found(#"{\#(filter),"count":true,"statements":false}"#)
            #expect(counted.count == 30 && counted.statements == nil && counted.cursor == nil)
            #expect(counted.consistentThrough.hasSuffix("Z"))
        }

        @Test("ids are answered in their order, with those that are missing")
        func ids() async throws {
            let (first, second, unknown) = (UUID(), UUID(), UUID())
            _ = try await client.post(Sample.batch([first, second].map { Sample.statement(id: $0) })).expecting(200)
            let answer = try await found(#"{"ids":["\#(second.text)","\#(unknown.text)","\#(first.text)"]}"#)
            #expect(answer.statements?.map(\.id) == [second, first])
            #expect(answer.missing == [unknown])
        }

        @Test("a key that reads its own statements finds and counts no others")
        func mine() async throws {
            struct Made: Decodable { let secret: String }
            let installation = try Installation.served
            let made = try await installation.tessera(
                "keys", "create", "--name", "query-mine", "--scope", "statements/write", "--scope",
                "statements/read/mine", "--json"
            ).succeeded()
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.output.utf8)).secret
            let own = Client(port: installation.port, key: "query-mine:\(secret)")
            let (mine, other, registration) = (UUID(), UUID(), UUID())
            _ = try await own.post(Sample.statement(id: mine, registration: registration)).expecting(200)
            _ = try await client.post(Sample.statement(id: other, registration: registration)).expecting(200)
            let filter = #"{"registration":"\#(registration.text)","count":true}"#
            let (narrow, wide) = (try await found(filter, as: own), try await found(filter))
            #expect(narrow.count == 1 && narrow.statements?.map(\.id) == [mine])
            #expect(wide.count == 2)
            #expect(try await found(#"{"ids":["\#(other.text)"]}"#, as: own).missing == [other])
        }

        @Test("what cannot be asked is refused with pointer and rule, and asking takes a key with a scope")
        func refusals() async throws {
            let refusal = try await query(#"{"verbs":[],"limit":"ten"}"#).expecting(400).decoded(as: Problem.self)
            #expect(refusal.violations?.map(\.pointer) == ["/verbs", "/limit"])
            let installation = try Installation.served
            #expect(try await query("{}", as: Client(port: installation.port)).status == 401)
            let plain = try await client.send(
                "POST", "/api/statements/query", body: Data("{}".utf8), headers: ["Content-Type": "text/plain"])
            #expect(plain.status == 415)
        }
    }
}
