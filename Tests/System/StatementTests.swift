import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// Statements in and out, one by one and in batches.
    struct StatementTests {
        private struct Stored: Decodable {
            struct Account: Decodable {
                let homePage: String
            }

            struct Agent: Decodable {
                let account: Account
            }

            let id: UUID
            let stored: String
            let timestamp: String
            let version: String
            let authority: Agent
        }

        private let installation: Installation
        private let client: Client

        init() throws {
            installation = try .served
            client = installation.client
        }

        @Test(
            "a statement without an id gets one; the store adds what it knows, and nothing else changes",
            .covers("XAPI-00026", "XAPI-00097", "XAPI-00099", "1.0.3-D2.2-a", "1.0.3-D2.4.7-a", "1.0.3-D2.4.10-b"))
        func withoutID() async throws {
            let sent = Sample.statement()
            let ids = try await client.post(sent).expecting(200).decoded(as: [UUID].self)
            let id = try #require(ids.first)
            #expect(ids.count == 1)
            let answer = try await client.statement(id).expecting(200)
            #expect(answer.header("Content-Type") == "application/json")
            #expect(answer.header("X-Experience-API-Version") == "1.0.3")
            #expect(answer.header("Last-Modified") != nil)
            #expect(answer.text.hasPrefix(sent.dropLast()))
            let stored = try answer.decoded(as: Stored.self)
            #expect(stored.id == id)
            #expect(stored.timestamp == stored.stored)
            #expect(stored.version == "1.0.0")
            #expect(stored.authority.account.homePage.hasPrefix(installation.baseURL))
        }

        @Test("a batch gets its ids in its order, those sent among them")
        func batch() async throws {
            let own = UUID()
            let batch = Sample.batch([
                Sample.statement(activity: "first"), Sample.statement(id: own, activity: "second"),
                Sample.statement(activity: "third"),
            ])
            let ids = try await client.post(batch).expecting(200).decoded(as: [UUID].self)
            #expect(Set(ids).count == 3)
            try #require(ids.count == 3)
            #expect(ids[1] == own)
            for (id, activity) in zip(ids, ["first", "second", "third"]) {
                let text = try await client.statement(id).expecting(200).text
                #expect(text.contains(Sample.iri(activity: activity)))
            }
        }

        @Test("an empty batch is stored: nothing is there to refuse")
        func emptyBatch() async throws {
            let answer = try await client.post("[]").expecting(200)
            #expect(try answer.decoded(as: [UUID].self).isEmpty)
        }

        @Test("PUT stores a statement under the id in the URL")
        func put() async throws {
            let id = UUID()
            let sent = Sample.statement(id: id)
            let answer = try await client.put(sent, id: id).expecting(204)
            #expect(answer.body.isEmpty)
            #expect(try await client.statement(id).expecting(200).text.hasPrefix(sent.dropLast()))
        }

        @Test("an id that nobody stored is not found")
        func unknownID() async throws {
            let answer = try await client.statement(UUID())
            #expect(answer.status == 404)
            #expect(answer.header("Content-Type") == "application/problem+json")
        }

        /// Bytes that other stores change: digits, escapes, the order of members, white space.
        static let exact = [
            #""result":{"score":{"scaled":0.900,"raw":1E2,"min":-0,"max":1e+2}}"#,
            #""result":{"score":{"raw":12345678901234567890.123456789012345678901234567890}}"#,
            #""result":{"extensions":{"https://example.org/x":[1e300,-0.0,1.0,0.10,1e-300,100000000000000000001]}}"#,
            #""result":{"response":"\u00e9é\/\\\"\t\ud83d\ude00😀\u007f\u2028"}"#,
            #""result":{"extensions":{"https://example.org/z":1,"https://example.org/a":{"b":null,"a":[]},"urn:m:m":""}}"#,
            " \"result\" :\t{ \"duration\" : \"PT0.10S\" ,\r\n  \"success\":\n true }  ",
            "\"result\":{\"response\":\"e\u{301} is not \u{e9}\"}",
            #""timestamp":"2026-03-02T08:00:00.100200300+02:00""#,
        ]

        @Test(
            "a statement comes back with exactly the bytes that were sent",
            .covers("XAPI-00002", "XAPI-00122", "1.0.3-D2.2-a"), arguments: exact)
        func exactBytes(member: String) async throws {
            let id = UUID()
            let sent = Sample.statement(id: id, more: "," + member)
            _ = try await client.post(sent).expecting(200)
            let bytes = Data(sent.utf8.dropLast())
            #expect(try await client.statement(id).expecting(200).body.starts(with: bytes))
            let page = try await client.get("/xapi/statements?limit=1").expecting(200)
            #expect(page.body.range(of: bytes) != nil, "a page shows the same bytes")
        }
    }
}
