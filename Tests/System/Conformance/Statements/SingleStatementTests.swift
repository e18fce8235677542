import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.3 and 2.1.4: one statement by its id.
    struct SingleStatementTests {
        private static let others = [
            query("agent", #"{"mbox":"mailto:ada@example.org"}"#), query("verb", "https://example.org/verbs/did"),
            query("activity", "https://example.org/activities/conformance"), "registration=\(UUID().text)",
            "related_activities=true", "related_agents=true", "since=2026-03-01T12:00:00Z",
            "until=2026-03-01T12:00:00Z", "limit=1", "ascending=true", "related_agents=false", "limit=0",
        ]

        /// A statement and a voided one: a query for each.
        private func scene(_ version: SpecificationVersion) async throws -> (client: Client, queries: [String]) {
            var shelf = try Shelf(version)
            let plain = try await shelf.add("plain", .shortStatement)
            let voided = try await shelf.add("voided", .shortStatement)
            try await shelf.void("voided", by: "voiding")
            return (shelf.client, ["statementId=\(plain.text)", "voidedStatementId=\(voided.text)"])
        }

        @Test(
            "statementId and voidedStatementId are refused with any filter", .covers("XAPI-00150", "XAPI-00151"),
            arguments: SpecificationVersion.allCases)
        func filters(version: SpecificationVersion) async throws {
            let (client, queries) = try await scene(version)
            for query in queries {
                #expect(try await client.get("/xapi/statements?\(query)").status == 200)
                for other in Self.others {
                    for path in ["/xapi/statements?\(query)&\(other)", "/xapi/statements?\(other)&\(query)"] {
                        let answer = try await client.get(path)
                        #expect(answer.status == 400, "\(path): \(answer)")
                        #expect(answer.text.contains("each stand alone"), "\(answer)")
                    }
                }
            }
        }

        @Test(
            "statementId and voidedStatementId take attachments and format",
            .covers("XAPI-00150", "XAPI-00151", "XAPI-00155", "XAPI-00156", "XAPI-00157", "XAPI-00158"),
            arguments: SpecificationVersion.allCases)
        func forms(version: SpecificationVersion) async throws {
            let (client, queries) = try await scene(version)
            for query in queries {
                let id = try #require(query.split(separator: "=").last)
                let forms = ["", "&format=exact", "&format=ids", "&format=canonical", "&attachments=false"]
                for form in forms + ["&format=ids&attachments=false"] {
                    let answer = try await client.get("/xapi/statements?\(query)\(form)").expecting(200)
                    #expect(try answer.object["id"] as? String == String(id))
                    #expect(try answer.object["statements"] == nil)
                }
                for form in ["", "&format=ids"] {
                    let first = try #require(try await client.attachments(query + form).parts.first)
                    #expect(String(decoding: first.content, as: UTF8.self).contains(#""id":"\#(id)""#))
                }
            }
        }

        @Test(
            "statementId and voidedStatementId are refused together", .covers("1.0.3-C2.1.3-a"),
            arguments: SpecificationVersion.allCases)
        func both(version: SpecificationVersion) async throws {
            let (client, queries) = try await scene(version)
            for query in [queries, queries.reversed()] {
                let answer = try await client.get("/xapi/statements?" + query.joined(separator: "&"))
                #expect(answer.status == 400 && answer.text.contains("each stand alone"), "\(answer)")
            }
        }

        @Test(
            "a voided statement is got as a voided one only, and only a voided one is",
            .covers("XAPI-00155", "XAPI-00157", "XAPI-00163"), arguments: SpecificationVersion.allCases)
        func voided(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let id = try await shelf.add("voided", .short("/result", ["response": "still here"]))
            let before = try await shelf.client.statement(id).expecting(200)
            #expect(try await shelf.client.get("/xapi/statements?voidedStatementId=\(id.text)").status == 404)
            try await shelf.void("voided", by: "voiding")
            #expect(try await shelf.client.statement(id).status == 404)
            let answer = try await shelf.client.get("/xapi/statements?voidedStatementId=\(id.text)").expecting(200)
            #expect(answer.text == before.text)
            let voiding = try #require(shelf.ids["voiding"])
            #expect(try await shelf.client.statement(voiding).status == 200)
            for unknown in [voiding, UUID()] {
                let path = "/xapi/statements?voidedStatementId=\(unknown.text)"
                #expect(try await shelf.client.get(path).status == 404)
            }
        }

        @Test(
            "Last-Modified is when the statement was stored, to the second",
            .covers("1.0.3-C2.1.3-j", "2.0-4.1.6.1-b"), arguments: SpecificationVersion.allCases)
        func lastModified(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            for name in ["one", "other"] {
                let id = try await shelf.add(name, .short("/timestamp", "2020-03-01T12:00:00Z"))
                let answer = try await shelf.client.statement(id).expecting(200)
                let stored = try #require(try answer.object["stored"] as? String)
                let format = DateFormatter()
                format.locale = Locale(identifier: "en_US_POSIX")
                format.timeZone = TimeZone(identifier: "GMT")
                format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
                let time = try #require(format.date(from: answer.header("Last-Modified") ?? ""))
                #expect(time.ISO8601Format().dropLast() == stored.prefix(19))
            }
        }
    }
}
