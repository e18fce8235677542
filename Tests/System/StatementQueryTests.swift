import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `GET /xapi/statements` with filters, page by page.
    struct StatementQueryTests {
        private let client: Client

        init() throws {
            client = try Installation.served.client
        }

        @Test(
            "`more` delivers each of 1,200 statements once, newest first", .covers("XAPI-00166", "XAPI-00173"),
            arguments: [0, 7, 500, 5000])
        func pages(limit: Int) async throws {
            let registration = UUID()
            let ids = (0..<1200).map { _ in UUID() }
            for start in stride(from: 0, to: ids.count, by: 400) {
                let batch = ids[start..<start + 400].map { Sample.statement(id: $0, registration: registration) }
                _ = try await client.post(Sample.batch(batch)).expecting(200)
            }
            let query = "registration=\(registration.text)&limit=\(limit)"
            let size = limit == 0 || limit > 500 ? 500 : limit
            let pages = try await client.pages(query)
            #expect(pages.dropLast().allSatisfy { $0.count == size })
            #expect(pages.flatMap { $0 } == ids.reversed())
            #expect(try await client.ids(query + "&ascending=true") == ids)
        }

        @Test("a page that holds all that there is has no `more`")
        func lastPage() async throws {
            let registration = UUID()
            let batch = (0..<3).map { _ in Sample.statement(registration: registration) }
            _ = try await client.post(Sample.batch(batch)).expecting(200)
            for limit in [0, 3, 4] {
                #expect(try await client.pages("registration=\(registration.text)&limit=\(limit)").count == 1)
            }
            #expect(try await client.pages("registration=\(registration.text)&limit=2").map(\.count) == [2, 1])
        }

        @Test(
            "agent, verb, activity and registration each find their statements only, and together fewer",
            .covers("XAPI-00164"))
        func filters() async throws {
            let salt = UUID().text
            let registrations = [UUID(), UUID()]
            let agents = ["mailto:a-\(salt)@example.org", "mailto:b-\(salt)@example.org"]
            let names = ["x-\(salt)", "y-\(salt)"]
            var all: [(id: UUID, bits: Int)] = []
            for bits in 0..<16 {
                let id = UUID()
                all.append((id, bits))
                let text = Sample.statement(
                    id: id, actor: agents[bits & 1], verb: names[bits >> 1 & 1], activity: names[bits >> 2 & 1],
                    registration: registrations[bits >> 3 & 1])
                _ = try await client.post(text).expecting(200)
            }
            let parameters = [
                "agent=" + escaped(#"{"mbox":"\#(agents[1])"}"#), "verb=" + escaped(Sample.iri(verb: names[1])),
                "activity=" + escaped(Sample.iri(activity: names[1])), "registration=" + registrations[1].text,
            ]
            for mask in 1..<16 {
                let query = (0..<4).filter { mask >> $0 & 1 == 1 }.map { parameters[$0] }.joined(separator: "&")
                let wanted = all.filter { $0.bits & mask == mask }.map(\.id)
                #expect(try await client.ids(query + "&ascending=true") == wanted, "\(query)")
            }
        }

        @Test("an agent is found by account, and as an object; as an instructor only among related agents")
        func agents() async throws {
            let name = UUID().text
            let account = #"{"account":{"homePage":"https://id.example.org","name":"\#(name)"}}"#
            let ids = [UUID(), UUID(), UUID()]
            let verb = #""verb":{"id":"https://example.org/verbs/met"}"#
            let other = #"{"mbox":"mailto:other@example.org"}"#
            let activity = #"{"id":"https://example.org/activities/meeting"}"#
            let typed = #"{"objectType":"Agent","account":{"homePage":"https://id.example.org","name":"\#(name)"}}"#
            let texts = [
                #"{"id":"\#(ids[0].text)","actor":\#(account),\#(verb),"object":\#(activity)}"#,
                #"{"id":"\#(ids[1].text)","actor":\#(other),\#(verb),"object":\#(typed)}"#,
                #"{"id":"\#(ids[2].text)","actor":\#(other),\#(verb),"object":\#(activity),"context":{"instructor":\#(account)}}"#,
            ]
            _ = try await client.post(Sample.batch(texts)).expecting(200)
            let query = "ascending=true&agent=" + escaped(account)
            #expect(try await client.ids(query) == Array(ids.prefix(2)))
            #expect(try await client.ids(query + "&related_agents=true") == ids)
        }

        @Test("since and until cut at the time of storing: after the one, up to the other")
        func times() async throws {
            struct Stored: Decodable { let stored: String }

            let registration = UUID()
            let ids = [UUID(), UUID(), UUID()]
            var times: [String] = []
            for id in ids {
                _ = try await client.post(Sample.statement(id: id, registration: registration)).expecting(200)
                times.append(try await client.statement(id).expecting(200).decoded(as: Stored.self).stored)
                try await Task.sleep(for: .milliseconds(5))
            }
            let query = "ascending=true&registration=\(registration.text)"
            let (first, second) = (escaped(times[0]), escaped(times[1]))
            #expect(try await client.ids(query + "&since=" + first) == Array(ids.dropFirst()))
            #expect(try await client.ids(query + "&until=" + second) == Array(ids.prefix(2)))
            #expect(try await client.ids(query + "&since=" + first + "&until=" + second) == [ids[1]])
            #expect(try await client.ids(query + "&since=2100-01-01T00:00:00Z").isEmpty)
        }

        @Test("a key that may read only its own statements sees no others")
        func mine() async throws {
            let installation = try Installation.served
            struct Made: Decodable { let secret: String }

            let command = ["keys", "create", "--name", "narrow", "--json"]
            let made = try await installation.tessera(command).succeeded()
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.output.utf8)).secret
            let narrow = Client(port: installation.port, key: "narrow:\(secret)")
            let (own, others) = (UUID(), UUID())
            _ = try await narrow.post(Sample.statement(id: own)).expecting(200)
            _ = try await client.post(Sample.statement(id: others)).expecting(200)
            #expect(try await narrow.ids() == [own])
            #expect(try await narrow.statement(own).status == 200)
            #expect(try await narrow.statement(others).status == 404)
            #expect(try await client.statement(own).status == 200)
        }
    }
}
