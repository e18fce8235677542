import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.3: `related_agents`.
    struct QueryRelatedAgentTests {
        private static let places = ["actor", "object", "context/instructor", "context/team"]

        /// Statements with somebody in each place: as an Agent, or as a member of a Group where only that may stand.
        private static func fill(_ shelf: inout Shelf, with agent: Draft, _ version: SpecificationVersion) async throws
        {
            let group: Draft = ["objectType": "Group", "member": [.agent(mbox: "mailto:someone@example.org"), agent]]
            let sub = Draft.shortStatement.with("/objectType", "SubStatement")
            for place in places {
                let typed = place == "context/team" ? group : agent.with("/objectType", "Agent")
                for (name, someone) in [(place, typed), ("group as " + place, group)] {
                    try await shelf.add(name, .short("/" + place, someone))
                    try await shelf.add("sub " + name, .short("/object", sub.with("/" + place, someone)))
                }
            }
            guard version == .v2_0 else { return }
            let contexts: [(name: String, context: Draft)] = [
                ("contextAgents", ["contextAgents": [["objectType": "contextAgent", "agent": agent]]]),
                ("contextGroups", ["contextGroups": [["objectType": "contextGroup", "group": group]]]),
            ]
            for (name, context) in contexts {
                try await shelf.add(name, .short("/context", context))
                try await shelf.add("sub " + name, .short("/object", sub.with("/context", context)))
            }
        }

        @Test(
            "related_agents finds somebody wherever Agents and Groups stand, in sub-statements too",
            .covers("XAPI-00164", "XAPI-00176", "1.0.3-C2.1.3-c", "2.0-4.1.6.1-c"),
            arguments: SpecificationVersion.allCases)
        func everywhere(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let agent = Draft.agent(mbox: "mailto:\(shelf.salt)@example.org")
            try await Self.fill(&shelf, with: agent, version)
            let all = Set(shelf.ids.keys)
            try await shelf.add("other", .short("/actor", .agent(mbox: "mailto:other-\(shelf.salt)@example.org")))
            try await shelf.add(
                "extension", .short("/context", ["extensions": ["https://example.org/extensions/x": agent]]))
            let asked = query("agent", agent.text)
            let found = try await shelf.found(asked + "&related_agents=true")
            #expect(Set(found) == all)
            #expect(found.count == all.count, "each once")
            let plain: Set = ["actor", "object", "group as actor", "group as object"]
            for more in ["", "&related_agents=false"] { #expect(try await Set(shelf.found(asked + more)) == plain) }
        }

        @Test(
            "related_agents finds an identified Group wherever one may stand", .covers("XAPI-00176", "2.0-4.1.6.1-c"),
            arguments: SpecificationVersion.allCases)
        func group(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let group: Draft = ["objectType": "Group", "openid": .string(shelf.iri("group"))]
            let sub = Draft.shortStatement.with("/objectType", "SubStatement")
            for place in Self.places {
                try await shelf.add(place, .short("/" + place, group))
                try await shelf.add("sub " + place, .short("/object", sub.with("/" + place, group)))
            }
            if version == .v2_0 {
                let context: Draft = ["contextGroups": [["objectType": "contextGroup", "group": group]]]
                try await shelf.add("contextGroups", .short("/context", context))
            }
            let found = try await shelf.found(query("agent", group.text) + "&related_agents=true")
            #expect(Set(found) == Set(shelf.ids.keys) && found.count == shelf.ids.count)
        }

        @Test(
            "related_agents finds the authority, which without it is not found", .covers("XAPI-00176"),
            arguments: SpecificationVersion.allCases)
        func authority(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let registration = UUID()
            let id = try await shelf.add("one", .short("/context", ["registration": .string(registration.text)]))
            let statement = try await shelf.client.statement(id).expecting(200).object
            let authority = try JSONSerialization.data(withJSONObject: try #require(statement["authority"]))
            let asked =
                query("agent", String(decoding: authority, as: UTF8.self)) + "&registration=" + registration.text
            #expect(try await shelf.found(asked + "&related_agents=true") == ["one"])
            #expect(try await shelf.found(asked) == [])
        }
    }
}
