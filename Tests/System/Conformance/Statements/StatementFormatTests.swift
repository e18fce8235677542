import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.3: the parameter format.
    struct StatementFormatTests {
        private static let maps: Draft = ["en-GB": "Colour", "de": "Farbe", "lv": "Krāsa"]

        /// A statement that tells more of everything than its identifiers.
        private static func draft(_ shelf: Shelf) -> Draft {
            let anonymous: Draft = [
                "objectType": "Group", "name": "Some", "member": [["mbox": "mailto:ada@example.org", "name": "Ada"]],
            ]
            let component: Draft = ["id": "red", "description": maps]
            return Draft.shortStatement
                .with("/actor", ["objectType": "Agent", "name": "Ada", "mbox": "mailto:ada@example.org"])
                .with("/verb", ["id": .string(shelf.iri("verb")), "display": maps])
                .with(
                    "/object",
                    [
                        "id": .string(shelf.iri("activity")),
                        "definition": [
                            "name": maps, "description": maps,
                            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                            "interactionType": "choice", "choices": [component],
                        ],
                    ]
                )
                .with("/context/team", anonymous)
                .with("/context/instructor", .group)
        }

        private func get(
            _ shelf: Shelf, _ id: UUID, _ format: String, languages: String? = nil
        ) async throws -> [String: Any] {
            try await shelf.client.send(
                "GET", "/xapi/statements?statementId=\(id.text)\(format)", headers: ["Accept-Language": languages]
            ).expecting(200).object
        }

        private func value(_ object: [String: Any], _ path: String...) throws -> Any? {
            var value: Any? = object
            for name in path {
                if let index = Int(name) {
                    value = try #require(value as? [Any])[index]
                } else {
                    value = try #require(value as? [String: Any])[name]
                }
            }
            return value
        }

        private func keys(_ value: Any?) throws -> Set<String> { Set(try #require(value as? [String: Any]).keys) }

        @Test(
            "exact, which goes without saying, is the statement as it came", .covers("XAPI-00168", "XAPI-00170"),
            arguments: SpecificationVersion.allCases)
        func exact(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let draft = Self.draft(shelf)
            let id = try await shelf.add("one", draft)
            for format in ["", "&format=exact"] {
                let told = try await get(shelf, id, format)
                let sent = try #require(try JSONSerialization.jsonObject(with: Data(draft.text.utf8)) as? NSDictionary)
                for name in ["actor", "verb", "object", "context"] {
                    #expect(told[name] as? NSObject == sent[name] as? NSObject && told[name] != nil, "\(name)")
                }
            }
            let page = try await shelf.client.get("/xapi/statements?" + query("verb", shelf.iri("verb"))).text
            #expect(
                page
                    == (try await shelf.client.get(
                        "/xapi/statements?" + query("verb", shelf.iri("verb")) + "&format=exact"
                    ).text))
            #expect(page.contains("Krāsa"))
        }

        @Test(
            "ids leaves what identifies, also in members of anonymous Groups", .covers("XAPI-00171"),
            arguments: SpecificationVersion.allCases)
        func identifiers(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let id = try await shelf.add("one", Self.draft(shelf))
            let told = try await get(shelf, id, "&format=ids")
            #expect(try keys(told["actor"]) == ["objectType", "mbox"])
            #expect(try keys(told["verb"]) == ["id"])
            #expect(try keys(told["object"]) == ["id"])
            #expect(try keys(value(told, "context", "instructor")) == ["objectType", "mbox"])
            #expect(try keys(value(told, "context", "team")) == ["objectType", "member"])
            #expect(try keys(value(told, "context", "team", "member", "0")) == ["mbox"])
            #expect(told["id"] as? String == id.text && told["stored"] != nil)
        }

        @Test("ids cuts agents of contextAgents and contextGroups down too", .covers("2.0-4.1.6.1-d"))
        func identifiersOfContext() async throws {
            var shelf = try Shelf(.v2_0)
            let draft = Self.draft(shelf)
                .with("/context/contextAgents", [["objectType": "contextAgent", "agent": .agent]])
                .with("/context/contextGroups", [["objectType": "contextGroup", "group": .group]])
            let told = try await get(shelf, try await shelf.add("one", draft), "&format=ids")
            #expect(try keys(value(told, "context", "contextAgents", "0", "agent")) == ["objectType", "mbox"])
            #expect(try keys(value(told, "context", "contextGroups", "0", "group")) == ["objectType", "mbox"])
        }

        @Test(
            "canonical has the store's definitions, and one language in each map, the one that suits",
            .covers("XAPI-00169", "XAPI-00172", "1.0.3-C2.1.3-g", "1.0.3-C2.1.3-h"),
            arguments: SpecificationVersion.allCases)
        func canonical(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let id = try await shelf.add("one", Self.draft(shelf))
            let other = Draft.shortStatement.with(
                "/object",
                ["id": .string(shelf.iri("activity")), "definition": ["name": ["fr": "Couleur"]]])
            let bare = try await shelf.add("two", other)
            for (languages, wanted) in [
                ("lv", "lv"), ("de-AT, en;q=0.5", "de"), ("en", "en-GB"), ("fi, de;q=0.3, lv;q=0.8", "lv"),
            ] {
                let told = try await get(shelf, id, "&format=canonical", languages: languages)
                #expect(try keys(value(told, "verb", "display")) == [wanted], "\(languages)")
                let definition = try value(told, "object", "definition") as? [String: Any] ?? [:]
                #expect(try keys(definition["description"]) == [wanted], "\(languages)")
                #expect(try keys(value(definition, "choices", "0", "description")) == [wanted], "\(languages)")
            }
            // Each map by itself: only the name is there in French.
            let french = try await get(shelf, bare, "&format=canonical", languages: "fr, de;q=0.5")
            #expect(try keys(value(french, "object", "definition", "name")) == ["fr"])
            #expect(try keys(value(french, "object", "definition", "description")) == ["de"])
            let anything = try await get(shelf, id, "&format=canonical")
            #expect(try keys(value(anything, "verb", "display")).count == 1)
        }
    }
}
