import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.5: what a query answers.
    struct RetrievalTests {
        /// The whole of an answer: no other members than these two are expected.
        private struct Result {
            let statements: [[String: Any]]
            let more: String?

            init(_ answer: Answer) throws {
                let object = try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
                #expect(Set(object.keys).isSubset(of: ["statements", "more"]))
                statements = try #require(object["statements"] as? [[String: Any]])
                more = object["more"] == nil ? nil : try #require(object["more"] as? String)
            }

            var ids: [String] { statements.compactMap { $0["id"] as? String } }
        }

        /// Stores statements of one registration; gives their ids, newest first.
        private func fill(_ client: Client, _ registration: UUID, count: Int) async throws -> [String] {
            var ids: [String] = []
            for _ in 0..<count {
                ids.insert(try await client.store(.shortStatement.registered(registration)).text, at: 0)
            }
            return ids
        }

        @Test(
            "a result is an array of statements, and no `more` when that is all",
            .covers("XAPI-00109", "XAPI-00110", "XAPI-00113"), arguments: SpecificationVersion.allCases)
        func whole(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let registration = UUID()
            let ids = try await fill(client, registration, count: 3)
            for limit in ["", "&limit=0", "&limit=3", "&limit=4"] {
                let path = "/xapi/statements?registration=\(registration.text)\(limit)"
                let result = try Result(try await client.get(path).expecting(200))
                #expect(result.ids == ids)
                #expect((result.more ?? "").isEmpty)
                for statement in result.statements {
                    #expect(
                        Set(statement.keys).isSuperset(of: ["id", "actor", "verb", "object", "stored", "authority"]))
                }
            }
            let none = try await client.get("/xapi/statements?registration=\(UUID().text)").expecting(200)
            #expect(try Result(none).statements.isEmpty)
            #expect((try Result(none).more ?? "").isEmpty)
        }

        @Test(
            "`more` leads from page to page by the rules of the first, each a result of its own",
            .covers("XAPI-00108", "XAPI-00111", "XAPI-00113", "XAPI-00114"),
            arguments: SpecificationVersion.allCases, [false, true])
        func pages(version: SpecificationVersion, ascending: Bool) async throws {
            let client = try Client.speaking(version)
            let registration = UUID()
            let ids = try await fill(client, registration, count: 7)
            _ = try await fill(client, UUID(), count: 2)
            let query = "registration=\(registration.text)&limit=3&format=ids&ascending=\(ascending)"
            var path = "/xapi/statements?" + query
            var pages: [[String]] = []
            while !path.isEmpty {
                let result = try Result(try await client.get(path).expecting(200))
                pages.append(result.ids)
                for statement in result.statements {
                    #expect((statement["verb"] as? [String: Any])?.keys.sorted() == ["id"], "the format goes along")
                }
                path = result.more ?? ""
                // Relative to the server: a path without scheme, host and port.
                if !path.isEmpty { #expect(path.hasPrefix("/xapi/statements") && !path.contains(" ")) }
            }
            #expect(pages.map(\.count) == [3, 3, 1])
            #expect(pages.flatMap { $0 } == (ascending ? ids.reversed() : ids))
        }

        @Test(
            "`more` may be used again and again, whatever is stored or voided meanwhile",
            .covers("XAPI-00108", "1.0.3-D2.5-a"), arguments: SpecificationVersion.allCases)
        func again(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let registration = UUID()
            let ids = try await fill(client, registration, count: 4)
            let path = "/xapi/statements?registration=\(registration.text)&limit=2"
            let more = try #require(try Result(try await client.get(path).expecting(200)).more)
            _ = try await fill(client, registration, count: 2)
            for _ in 0..<2 {
                let answer = try await client.get(more).expecting(200)
                #expect(try Result(answer).ids == Array(ids.suffix(2)))
            }
            let oldest = try #require(ids.last.flatMap(UUID.init))
            _ = try await client.store(.about(oldest))
            #expect(try Result(try await client.get(more).expecting(200)).ids == [ids[2]])
        }
    }
}

extension SystemTests {
    /// xAPI-Data 2.5, over the life of a server.
    struct PageLinkTests {
        @Test("`more` needs nothing that a server forgets when it stops", .covers("1.0.3-D2.5-a"))
        func restart() async throws {
            try await Installation.with { installation in
                let client = installation.client
                let ids = [UUID(), UUID(), UUID()]
                let more = try await installation.serving { _ in
                    _ = try await client.post(Sample.batch(ids.map { Sample.statement(id: $0) })).expecting(200)
                    return try await client.get("/xapi/statements?limit=1").expecting(200).decoded(as: Page.self).more
                }
                try await installation.serving { _ in
                    let page = try await client.get(more).expecting(200).decoded(as: Page.self)
                    #expect(page.statements.map(\.id) == [ids[1]])
                }
            }
        }
    }
}
