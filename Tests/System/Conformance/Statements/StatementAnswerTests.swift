import Foundation
import SigningSupport
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1: what stands on answers of the Statements resource, and with attachments in them.
    struct StatementAnswerTests {
        private static let field = "X-Experience-API-Consistent-Through"

        /// Requests that are answered, refused, and find nothing, with the statuses of their answers.
        private static func reads(_ id: UUID) -> [(path: String, status: Int)] {
            let path = "/xapi/statements"
            return [
                (path, 200), (path + "?statementId=\(id.text)", 200), (path + "?limit=1&format=ids", 200),
                (path + "?statementId=\(id.text)&attachments=true", 200), (path + "?statementId=\(UUID().text)", 404),
                (path + "?voidedStatementId=\(id.text)", 404), (path + "?limit=many", 400), (path + "?colour=red", 400),
            ]
        }

        @Test(
            "every answer to GET says what it is, and through when what is stored can be read",
            .covers("XAPI-00153", "XAPI-00160", "XAPI-00165"), arguments: SpecificationVersion.allCases)
        func fields(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let id = try await client.post(Draft.shortStatement.text).expecting(200).decoded(as: [UUID].self)[0]
            for method in ["GET", "HEAD"] {
                for read in Self.reads(id) {
                    let answer = try await client.send(method, read.path)
                    #expect(answer.status == read.status, "\(read.path)")
                    #expect(answer.header("Content-Type") != nil, "\(read.path)")
                    let through = try #require(answer.header(Self.field), "\(read.path)")
                    #expect(try Self.moment(through) <= Date() + 1, "\(through)")
                }
            }
        }

        /// A time with milliseconds.
        private static func moment(_ text: String) throws -> Date {
            try Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        }

        @Test(
            "what the header says is true: everything stored until then is found", .covers("XAPI-00160"),
            arguments: SpecificationVersion.allCases)
        func consistent(version: SpecificationVersion) async throws {
            struct Stored: Decodable { let stored: String }

            let client = try Client.speaking(version)
            let registration = UUID()
            let query = "/xapi/statements?registration=\(registration.text)"
            for count in 1...5 {
                let id = try await client.post(Sample.statement(registration: registration)).expecting(200)
                    .decoded(as: [UUID].self)[0]
                let stored = try await client.statement(id).expecting(200).decoded(as: Stored.self).stored
                var answer = try await client.get(query).expecting(200)
                while try Self.moment(answer.header(Self.field) ?? "") < Self.moment(stored) {
                    answer = try await client.get(query).expecting(200)
                }
                #expect(try answer.decoded(as: Page.self).statements.count == count)
            }
        }

        @Test(
            "answers to all other requests have the header too", .covers("1.0.3-C2.1.3-i"),
            arguments: SpecificationVersion.allCases)
        func stores(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let statement = Draft.shortStatement.text
            for answer in [
                try await client.post(statement), try await client.put(statement, id: UUID()),
                try await client.post("{}"), try await Client(port: client.port).post(statement),
                try await Client(port: client.port, key: client.key, version: "3.0.0").get("/xapi/statements"),
                try await client.send("PATCH", "/xapi/statements"),
                try await client.send("PUT", "/xapi/statements", body: Data(statement.utf8)),
            ] {
                #expect(answer.header(Self.field) != nil, "\(answer)")
            }
        }

        @Test(
            "with attachments=true their data follows; with false, and without, there is only JSON",
            .covers("XAPI-00161", "XAPI-00167"), arguments: SpecificationVersion.allCases)
        func attachments(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (id, registration, texts) = (UUID(), UUID(), ["one \(UUID())", "two \(UUID())"])
            let statement = Sample.statement(id: id, registration: registration, more: Multipart.declaration(texts))
            _ = try await client.send(Multipart(statement, texts)).expecting(200)
            for asked in ["statementId=\(id.text)", "registration=\(registration.text)"] {
                let parts = try await client.attachments(asked).parts
                #expect(parts.first?.fields["Content-Type"] == "application/json")
                #expect(parts.dropFirst().map(\.content) == texts.map { Data($0.utf8) })
                #expect(
                    parts.dropFirst().map { $0.fields["X-Experience-API-Hash"] }
                        == texts.map { TestJWS.sha256($0.utf8) })
                for form in ["", "&attachments=false"] {
                    let answer = try await client.get("/xapi/statements?" + asked + form).expecting(200)
                    #expect(answer.header("Content-Type") == "application/json")
                    #expect(!texts.contains { answer.text.contains($0) } && answer.text.contains(id.text))
                }
            }
        }

        @Test("1.0.3: POST with ?method=GET is a query", .covers("XAPI-00148", "1.0.3-C2.1.2-a"))
        func postedQuery() async throws {
            let client = try Client.speaking(.v1_0_3)
            let registration = UUID()
            let statement = Sample.statement(registration: registration)
            let id = try await client.post(statement).expecting(200).decoded(as: [UUID].self)[0]
            let answer = try await form("registration=\(registration.text)", by: client).expecting(200)
            let page = try answer.decoded(as: Page.self)
            #expect(page.statements.map(\.id) == [id] && page.more.isEmpty)
            #expect(try await client.ids("registration=\(registration.text)") == [id], "the query stored nothing")
            #expect(try await form("colour=red", by: client).status == 400)
        }

        @Test("2.0: POST with ?method=GET is refused", .covers("2.0-4.1.6.1-g"))
        func noPostedQuery() async throws {
            let answer = try await form("registration=\(UUID().text)", by: try Client.speaking(.v2_0))
            #expect((400..<500).contains(answer.status), "\(answer)")
        }

        private func form(_ body: String, by client: Client) async throws -> Answer {
            try await client.send(
                "POST", "/xapi/statements?method=GET", body: Data(body.utf8),
                headers: ["Content-Type": "application/x-www-form-urlencoded"])
        }

        @Test(
            "a request that is refused changes nothing", .covers("XAPI-00182"),
            arguments: SpecificationVersion.allCases)
        func refused(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (id, registration, text) = (UUID(), UUID(), "data \(UUID())")
            let good = Sample.statement(registration: registration)
            _ = try await client.put(Sample.statement(id: id, registration: registration), id: id).expecting(204)
            let before = try await client.statement(id).text
            let declared = Sample.statement(registration: registration, more: Multipart.declaration([text]))
            var stranger = client
            stranger.key = nil
            let answers = [
                (400, try await client.post(Sample.batch([good, "{}", good]))),
                (400, try await client.post(Sample.batch([good, declared]))),
                (400, try await client.send(Multipart(Sample.batch([good, declared])))),
                (409, try await client.post(Sample.batch([good, Sample.statement(id: id, verb: "other")]))),
                (409, try await client.put(Sample.statement(verb: "other"), id: id)),
                (400, try await client.send("PUT", "/xapi/statements", body: Data(good.utf8))),
                (401, try await stranger.post(good)),
            ]
            for (status, answer) in answers { #expect(answer.status == status, "\(answer)") }
            #expect(try await client.ids("registration=\(registration.text)") == [id])
            #expect(try await client.statement(id).text == before)
        }
    }
}
