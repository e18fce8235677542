import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.3: filters by verb, activity and registration.
    struct QueryFilterTests {
        @Test(
            "verb finds the verb of that very IRI, not that of a sub-statement", .covers("XAPI-00164", "XAPI-00180"),
            arguments: SpecificationVersion.allCases)
        func verb(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let verb = shelf.iri("verb")
            try await shelf.add("plain", .short("/verb/id", .string(verb)))
            try await shelf.add("displayed", .short("/verb", ["id": .string(verb), "display": ["en": "did"]]))
            try await shelf.add("longer", .short("/verb/id", .string(verb + "/")))
            try await shelf.add("upper", .short("/verb/id", .string(verb.uppercased())))
            try await shelf.add("sub", .short("/object", .subStatement.with("/verb/id", .string(verb))))
            try await shelf.add("object", .short("/object/id", .string(verb)))
            #expect(try await shelf.found(query("verb", verb)) == ["plain", "displayed"])
            #expect(try await shelf.found(query("verb", verb + "/")) == ["longer"])
        }

        @Test(
            "activity finds the object of that very IRI; nothing in the context or in a sub-statement",
            .covers("XAPI-00164", "XAPI-00179"), arguments: SpecificationVersion.allCases)
        func activity(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let iri = shelf.iri("activity")
            try await Self.fill(&shelf, with: ["id": .string(iri)])
            try await shelf.add("longer", .short("/object/id", .string(iri + "?x")))
            for more in ["", "&related_activities=false"] {
                #expect(try await shelf.found(query("activity", iri) + more) == ["object"])
            }
            #expect(try await shelf.found(query("activity", iri + "?x")) == ["longer"])
        }

        @Test(
            "related_activities finds the activity in the context and in sub-statements too",
            .covers("XAPI-00164", "XAPI-00177"), arguments: SpecificationVersion.allCases)
        func relatedActivities(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let iri = shelf.iri("activity")
            try await Self.fill(&shelf, with: ["id": .string(iri)])
            try await shelf.add("elsewhere", .short("/object/id", .string(shelf.iri("other"))))
            try await shelf.add("verb", .short("/verb/id", .string(iri)))
            let found = try await shelf.found(query("activity", iri) + "&related_activities=true")
            #expect(found == ["object"] + Self.kinds + ["array", "sub object"] + Self.kinds.map { "sub " + $0 })
        }

        private static let kinds = ["parent", "grouping", "category", "other"]

        /// Statements with the activity in each place where one may stand.
        private static func fill(_ shelf: inout Shelf, with activity: Draft) async throws {
            try await shelf.add("object", .short("/object", activity))
            for kind in kinds { try await shelf.add(kind, .short("/context", context(kind, activity))) }
            let array: Draft = [["id": "https://example.org/activities/first"], activity]
            try await shelf.add("array", .short("/context", context("other", array)))
            let sub = Draft.shortStatement.with("/objectType", "SubStatement")
            try await shelf.add("sub object", .short("/object", sub.with("/object", activity)))
            for kind in kinds {
                try await shelf.add("sub " + kind, .short("/object", sub.with("/context", context(kind, activity))))
            }
        }

        private static func context(_ kind: String, _ activity: Draft) -> Draft {
            ["contextActivities": .object([Draft.Member(name: kind, value: activity)])]
        }

        @Test(
            "registration finds the statements of that registration, in either case of its digits",
            .covers("XAPI-00164", "XAPI-00178"), arguments: SpecificationVersion.allCases)
        func registration(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let (registration, other) = (UUID(), UUID())
            for (name, id) in [("first", registration), ("other", other), ("second", registration)] {
                try await shelf.add(name, .short("/context", ["registration": .string(id.text)]))
            }
            try await shelf.add("none", .shortStatement)
            #expect(try await shelf.found("registration=\(registration.text)") == ["first", "second"])
            #expect(try await shelf.found("registration=\(registration.uuidString)") == ["first", "second"])
            #expect(try await shelf.found("registration=\(other.text)") == ["other"])
        }

        @Test(
            "a query that finds nothing is answered with no statements and no more", .covers("XAPI-00149"),
            arguments: SpecificationVersion.allCases)
        func nothing(version: SpecificationVersion) async throws {
            let shelf = try Shelf(version)
            for query in [
                query("agent", #"{"mbox":"mailto:\#(shelf.salt)@example.org"}"#), query("verb", shelf.iri("verb")),
                query("activity", shelf.iri("activity")), "registration=\(UUID().text)", "since=2999-01-01T00:00:00Z",
                "until=1999-01-01T00:00:00Z", query("activity", shelf.iri("activity")) + "&related_activities=true",
            ] {
                let answer = try await shelf.client.get("/xapi/statements?" + query).expecting(200)
                #expect((try answer.object["statements"] as? [Any])?.isEmpty == true, "\(query): \(answer)")
                #expect((try answer.object["more"] as? String ?? "").isEmpty)
            }
        }

        @Test(
            "only true and false are flags", .covers("1.0.3-C2.1.3-k"), arguments: SpecificationVersion.allCases,
            ["related_agents", "related_activities", "attachments", "ascending"])
        func flags(version: SpecificationVersion, name: String) async throws {
            let client = try Client.speaking(version)
            for value in ["true", "false"] {
                #expect(try await client.get("/xapi/statements?limit=1&\(name)=\(value)").status == 200)
            }
            for value in ["", "1", "0", "yes", "truefalse", "null", escaped(#""true""#)] {
                let answer = try await client.get("/xapi/statements?limit=1&\(name)=\(value)")
                #expect(answer.status == 400 && answer.text.contains(name), "\(answer)")
            }
        }
    }
}
