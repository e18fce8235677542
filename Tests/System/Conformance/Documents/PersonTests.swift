import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.4: what is known of an Agent, as a Person.
    struct PersonTests {
        /// A way to identify Agents: the property, its value for a name that is unique, and what it demands.
        struct Identifier: Sendable, CustomTestStringConvertible {
            let property: String
            let value: @Sendable (String) -> Draft

            var testDescription: String { property }
        }

        private static let identifiers = [
            Identifier(property: "mbox") { name in .json(Draft.quoted("mailto:\(name)@example.org")) },
            Identifier(property: "mbox_sha1sum") { name in
                .json(Draft.quoted(String(name.filter { $0 != "-" } + "00000000")))
            },
            Identifier(property: "openid") { name in .json(Draft.quoted("https://example.org/people/\(name)")) },
            Identifier(property: "account") { name in
                ["homePage": "https://example.org/", "name": .json(Draft.quoted(name))]
            },
        ]

        private func person(_ agent: Draft, by client: Client) async throws -> Answer {
            try await client.get("/xapi/agents?agent=" + escaped(agent.text)).expecting(200)
        }

        @Test(
            "an Agent of whom nothing is known is a Person of what was sent, in arrays",
            .covers("XAPI-00236", "XAPI-00237", "XAPI-00239", "XAPI-00240", "XAPI-00241", "XAPI-00242"),
            .covers("XAPI-00244", "XAPI-00245", "XAPI-00246", "XAPI-00247", "1.0.3-C2.4-a"),
            arguments: identifiers, SpecificationVersion.allCases)
        func unknown(identifier: Identifier, version: SpecificationVersion) async throws {
            let value = identifier.value(UUID().text)
            let agent = Draft.object([.init(name: identifier.property, value: value)])
            let expected = Draft.object([
                .init(name: "objectType", value: "Person"), .init(name: identifier.property, value: [value]),
            ])
            let client = try Client.speaking(version)
            #expect(try await person(agent, by: client).text == expected.text)
            #expect(
                try await person(agent.with("/name", "Ada"), by: client).text
                    == #"{"objectType":"Person","name":["Ada"],"#
                    + expected.text.dropFirst(#"{"objectType":"Person","#.count))
        }

        @Test(
            "a known Agent is a Person with every name that statements give, once each",
            .covers("XAPI-00238", "XAPI-00246", "XAPI-00248", "1.0.3-C2.4-a"),
            arguments: identifiers, SpecificationVersion.allCases)
        func known(identifier: Identifier, version: SpecificationVersion) async throws {
            struct Person: Decodable {
                let objectType: String
                let name: [String]
            }
            let client = try Client.speaking(version)
            let agent = Draft.object([.init(name: identifier.property, value: identifier.value(UUID().text))])
            for name: Draft in ["Ada", "Ada Lovelace", "Ada"] {
                _ = try await client.post(Draft.shortStatement.with("/actor", agent.with("/name", name)).text)
                    .expecting(200)
            }
            let answer = try await person(agent, by: client)
            let found = try answer.decoded(as: Person.self)
            #expect(found.objectType == "Person" && found.name.sorted() == ["Ada", "Ada Lovelace"])
            let members = try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
            #expect(Set(members.keys) == ["objectType", "name", identifier.property])
            for property in members.keys {
                #expect(answer.text.components(separatedBy: #""\#(property)":["#).count <= 2, "\(answer)")
            }
        }

        @Test(
            "GET without an Agent is refused", .covers("XAPI-00243"), arguments: SpecificationVersion.allCases)
        func missing(version: SpecificationVersion) async throws {
            let answer = try await Client.speaking(version).get("/xapi/agents").expecting(400)
            #expect(try answer.decoded(as: Problem.self).detail.hasPrefix("agent"))
        }

        private static let noAgents: [Draft] = [
            .json(""), .json("{"), .json("true"), .json("1"), [], [:], "mailto:ada@example.org", ["name": "Ada"],
            ["mbox": "ada@example.org"], ["mbox": ["mailto:ada@example.org"]], ["mbox_sha1sum": "abc"],
            ["openid": "ada"], ["account": ["name": "ada"]], ["account": ["homePage": "https://example.org/"]],
            ["mbox": "mailto:ada@example.org", "openid": "https://example.org/ada"],
            ["mbox": "mailto:ada@example.org", "age": 1], ["objectType": "Person", "mbox": "mailto:ada@example.org"],
            ["objectType": "Group", "mbox": "mailto:all@example.org"], ["MBOX": "mailto:ada@example.org"],
        ]

        @Test("GET for what is no Agent is refused", .covers("XAPI-00249"), arguments: noAgents.map(\.text))
        func malformed(agent: String) async throws {
            for version in SpecificationVersion.allCases {
                let answer = try await Client.speaking(version).get("/xapi/agents?agent=" + escaped(agent))
                #expect(answer.status == 400 && answer.text.contains("agent: "), "\(version.rawValue): \(answer)")
            }
        }
    }
}
