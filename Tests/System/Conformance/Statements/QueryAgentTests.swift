import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.3: the filter by agent.
    struct QueryAgentTests {
        /// The kinds of identifiers.
        enum Identifier: String, Sendable, CaseIterable {
            case mbox, mbox_sha1sum, openid, account

            /// An identifier that only one shelf has.
            func value(_ shelf: Shelf) -> Draft {
                switch self {
                case .mbox: .string("mailto:\(shelf.salt)@example.org")
                case .mbox_sha1sum: .string(String((shelf.salt + shelf.salt).filter(\.isHexDigit).prefix(40)))
                case .openid: .string(shelf.iri("openid"))
                case .account: ["homePage": "https://lms.example.org", "name": .string(shelf.salt)]
                }
            }
        }

        private static let places = ["actor", "object", "authority", "context/instructor", "context/team"]

        /// A statement with someone in a place.
        private static func statement(_ someone: Draft, at place: String) -> Draft {
            Draft.shortStatement.with("/" + place, someone)
        }

        @Test(
            "agent finds the actor or object of that identifier, whatever else is said of it",
            .covers("XAPI-00164", "XAPI-00181", "1.0.3-C2.1.3-b"),
            arguments: SpecificationVersion.allCases, Identifier.allCases)
        func agent(version: SpecificationVersion, identifier: Identifier) async throws {
            var shelf = try Shelf(version)
            let value = identifier.value(shelf)
            let agent: Draft = .object([Draft.Member(name: identifier.rawValue, value: value)])
            let typed = agent.with("/objectType", "Agent").with("/name", "Ada")
            try await shelf.add("actor", Self.statement(agent, at: "actor"))
            try await shelf.add("named actor", Self.statement(typed, at: "actor"))
            try await shelf.add("object", Self.statement(typed, at: "object"))
            try await shelf.add("instructor", Self.statement(typed, at: "context/instructor"))
            let group: Draft = ["objectType": "Group", "member": [typed]]
            try await shelf.add("team", Self.statement(group, at: "context/team"))
            let sub = Draft.shortStatement.with("/objectType", "SubStatement").with("/actor", agent)
            try await shelf.add("sub-statement", Self.statement(sub, at: "object"))
            for asked in [agent, typed, agent.with("/name", "Somebody")] {
                for more in ["", "&related_agents=false"] {
                    let found = try await shelf.found(query("agent", asked.text) + more)
                    #expect(found == ["actor", "named actor", "object"], "\(asked.text)")
                }
            }
        }

        @Test(
            "another identifier is another agent, though it may belong to the same person",
            .covers("XAPI-00181", "1.0.3-C2.1.3-b"), arguments: SpecificationVersion.allCases)
        func others(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let name = Draft.string(shelf.salt)
            let agents: [(name: String, agent: Draft)] = [
                ("mbox", ["mbox": .string("mailto:\(shelf.salt)@example.org")]),
                ("other mbox", ["mbox": .string("mailto:\(shelf.salt)@example.com")]),
                ("account", ["account": ["homePage": "https://lms.example.org", "name": name]]),
                ("other home page", ["account": ["homePage": "https://lms.example.org/", "name": name]]),
                (
                    "upper",
                    ["account": ["homePage": "https://lms.example.org", "name": .string(shelf.salt.uppercased())]]
                ),
                ("openid", ["openid": .string(shelf.iri("id"))]),
            ]
            for (name, agent) in agents { try await shelf.add(name, Self.statement(agent, at: "actor")) }
            for (name, agent) in agents {
                #expect(try await shelf.found(query("agent", agent.text)) == [name])
            }
        }

        @Test(
            "agent finds a Group by its own identifier, and every Group by its members",
            .covers("XAPI-00181", "1.0.3-C2.1.3-c"), arguments: SpecificationVersion.allCases)
        func groups(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let member = Draft.agent(mbox: "mailto:member-\(shelf.salt)@example.org")
            let team: Draft = ["objectType": "Group", "mbox": .string("mailto:team-\(shelf.salt)@example.org")]
            let full = team.with("/member", [.agent(mbox: "mailto:someone@example.org"), member])
            let anonymous: Draft = ["objectType": "Group", "member": [member]]
            for place in ["actor", "object"] {
                try await shelf.add("team as \(place)", Self.statement(team, at: place))
                try await shelf.add("full team as \(place)", Self.statement(full, at: place))
                try await shelf.add("group as \(place)", Self.statement(anonymous, at: place))
            }
            try await shelf.add("context", Self.statement(anonymous, at: "context/team"))
            #expect(
                try await shelf.found(query("agent", team.text))
                    == ["team as actor", "full team as actor", "team as object", "full team as object"])
            #expect(
                try await shelf.found(query("agent", member.text))
                    == ["full team as actor", "group as actor", "full team as object", "group as object"])
        }
    }
}
