import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.3, filter conditions for StatementRefs, and 2.1.4.
    struct StatementReferenceTests {
        /// One that says something, one that refers to it, and one that refers to that; and queries that the first meets.
        private func scene(_ version: SpecificationVersion) async throws -> (shelf: Shelf, queries: [String]) {
            var shelf = try Shelf(version)
            let (agent, registration) = (Draft.agent(mbox: "mailto:\(shelf.salt)@example.org"), UUID())
            let instructor = Draft.agent(mbox: "mailto:instructor-\(shelf.salt)@example.org")
            let context: Draft = [
                "registration": .string(registration.text), "instructor": instructor,
                "contextActivities": ["parent": [["id": .string(shelf.iri("parent"))]]],
            ]
            try await shelf.add(
                "said",
                .short("/actor", agent).with("/verb/id", .string(shelf.iri("verb")))
                    .with("/object/id", .string(shelf.iri("activity"))).with("/context", context))
            try await shelf.add("confirmed", shelf.reference(to: "said"))
            try await shelf.add("confirmed again", shelf.reference(to: "confirmed"))
            let queries = [
                query("agent", agent.text), query("verb", shelf.iri("verb")), query("activity", shelf.iri("activity")),
                "registration=\(registration.text)", query("agent", instructor.text) + "&related_agents=true",
                query("activity", shelf.iri("parent")) + "&related_activities=true",
            ]
            return (shelf, queries + [queries[0...3].joined(separator: "&")])
        }

        @Test(
            "what refers to a statement is found by what that says, through further references",
            .covers("XAPI-00164", "1.0.3-C2.1.3-d"), arguments: SpecificationVersion.allCases)
        func chain(version: SpecificationVersion) async throws {
            let (shelf, queries) = try await scene(version)
            for query in queries {
                #expect(try await shelf.found(query) == ["said", "confirmed", "confirmed again"], "\(query)")
            }
            // The other way round nothing follows: what refers is not what it refers to.
            #expect(try await shelf.found(query("verb", shelf.iri("other"))) == [])
        }

        @Test(
            "what refers is found whichever came first", .covers("1.0.3-C2.1.3-d"),
            arguments: SpecificationVersion.allCases)
        func early(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (target, reference) = (UUID(), UUID())
            let verb = "https://example.org/verbs/\(UUID().text)"
            let early: Draft = ["objectType": "StatementRef", "id": .string(target.text)]
            _ = try await client.put(Draft.short("/object", early).text, id: reference).expecting(204)
            #expect(try await client.ids(query("verb", verb)) == [])
            _ = try await client.put(Draft.short("/verb/id", .string(verb)).text, id: target).expecting(204)
            #expect(try await Set(client.ids(query("verb", verb))) == [target, reference])
        }

        @Test(
            "times and limit hold for what refers, not for what it refers to", .covers("1.0.3-C2.1.3-e"),
            arguments: SpecificationVersion.allCases)
        func times(version: SpecificationVersion) async throws {
            let (shelf, queries) = try await scene(version)
            let (said, confirmed) = (try await shelf.stored("said"), try await shelf.stored("confirmed"))
            for query in queries {
                let (since, until) = ("&since=" + escaped(said), "&until=" + escaped(confirmed))
                #expect(try await shelf.found(query + since) == ["confirmed", "confirmed again"], "\(query)")
                #expect(try await shelf.found(query + until) == ["said", "confirmed"], "\(query)")
                #expect(try await shelf.found(query + since + until) == ["confirmed"], "\(query)")
                let pages = try await shelf.client.pages(query + "&limit=2")
                let ids = ["confirmed again", "confirmed", "said"].compactMap { shelf.ids[$0] }
                #expect(pages == [Array(ids.prefix(2)), Array(ids.suffix(1))], "\(query)")
            }
        }

        @Test(
            "a statement got by its id comes alone; a reference in a context or in a sub-statement finds nothing",
            .covers("1.0.3-C2.1.3-f"), arguments: SpecificationVersion.allCases)
        func others(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let verb = shelf.iri("verb")
            let id = try await shelf.add("said", .short("/verb/id", .string(verb)))
            let reference: Draft = ["objectType": "StatementRef", "id": .string(id.text)]
            try await shelf.add("in context", .short("/context", ["statement": reference]))
            let sub = Draft.short("/object", reference).with("/objectType", "SubStatement")
            try await shelf.add("in sub-statement", .short("/object", sub))
            #expect(try await shelf.found(query("verb", verb)) == ["said"])
            try await shelf.add("confirmed", shelf.reference(to: "said"))
            #expect(try await shelf.found(query("verb", verb)) == ["said", "confirmed"])
            #expect(try await shelf.client.statement(id).expecting(200).object["id"] as? String == id.text)
            try await shelf.void("said", by: "voiding")
            let confirmed = try #require(shelf.ids["confirmed"])
            #expect(try await shelf.client.get("/xapi/statements?voidedStatementId=\(confirmed.text)").status == 404)
        }

        @Test(
            "what refers to a voided statement is found as before, the voiding one as well, the voided one never",
            .covers("XAPI-00162", "XAPI-00163"), arguments: SpecificationVersion.allCases)
        func voided(version: SpecificationVersion) async throws {
            var (shelf, queries) = try await scene(version)
            let (said, confirmed) = (try await shelf.stored("said"), try await shelf.stored("confirmed"))
            try await shelf.void("said", by: "voiding")
            let all = ["confirmed", "confirmed again", "voiding"]
            for query in queries {
                #expect(try await shelf.found(query) == all, "\(query)")
                #expect(try await shelf.found(query + "&since=" + escaped(said)) == all, "\(query)")
                #expect(try await shelf.found(query + "&until=" + escaped(confirmed)) == ["confirmed"], "\(query)")
                #expect(try await shelf.client.pages(query + "&limit=1").map(\.count) == [1, 1, 1], "\(query)")
            }
        }

        @Test(
            "a voided statement between two others still joins them", .covers("XAPI-00162", "1.0.3-C2.1.3-d"),
            arguments: SpecificationVersion.allCases)
        func between(version: SpecificationVersion) async throws {
            var (shelf, queries) = try await scene(version)
            try await shelf.void("confirmed", by: "voiding")
            for query in queries {
                #expect(try await shelf.found(query) == ["said", "confirmed again", "voiding"], "\(query)")
            }
        }
    }
}
