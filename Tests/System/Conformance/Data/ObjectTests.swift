import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.4.3 and 2.4.4: verbs and objects.
    struct ObjectTests {
        @Test("a verb has an IRI as its id, and a language map to show", .covers(verbs), arguments: verbs)
        func verb(example: StatementExample) async throws { try await example.check() }

        private static let verbs = ExampleTable.of {
            Site.verbs.refused(
                "XAPI-00044", at: "/id", values: nil, 1, "", "completed", "http://exa mple.org/v", ["en": "v"])
            Site.verbs.refused("XAPI-00044", values: "http://adlnet.gov/expapi/verbs/completed", [:])
            Site.verbs.refused(
                "XAPI-00045", at: "/display", values: "completed", 1, ["completed"], ["en": 1], ["en": ["x"]])
            Site.verbs.taken("XAPI-00045", at: "/display", values: nil, [:], ["en": "completed", "pl": "ukończył"])
        }

        @Test("an object is of one of five types", .covers(types), arguments: types)
        func type(example: StatementExample) async throws { try await example.check() }

        private static let types = ExampleTable.of {
            Site.everywhere("/object").refused(
                "XAPI-00046", at: "/objectType", values: "Verb", "Statement", "", 1, ["Activity"])
            Site.everywhere("/object").taken("XAPI-00046", at: "/objectType", values: nil, "Activity")
            for object in [Draft.agent, .group, .reference, .subStatement] {
                [Site("/object", in: .statement(about: object))].taken("XAPI-00046", values: object)
            }
        }

        @Test(
            "an Activity has an IRI as its id, and its definition is an object", .covers(activities),
            arguments: activities)
        func activity(example: StatementExample) async throws { try await example.check() }

        private static let activities = ExampleTable.of {
            Site.activities.refused("XAPI-00047", at: "/id", values: nil, 1, "", "course", "http://exa mple.org/a", [:])
            Site.activities.refused("XAPI-00048", at: "/definition", values: "a course", 1, [["type": "urn:x:y"]], true)
            Site.activities.taken("XAPI-00048", at: "/definition", values: nil, [:])
        }

        @Test("what stands in a definition is of its type", .covers(definitions), arguments: definitions)
        func definition(example: StatementExample) async throws { try await example.check() }

        private static let definitions = ExampleTable.of {
            let sites = Site.activities.at("/definition")
            sites.refused("XAPI-00056", at: "/name", values: "A course", 1, ["A course"], ["en": 1])
            sites.refused("XAPI-00059", at: "/description", values: "A course", 1, ["A course"], ["en": true])
            sites.refused("XAPI-00060", at: "/type", values: 1, "", "course", ["en": "course"])
            sites.refused("XAPI-00061", at: "/moreInfo", values: 1, "", "more", ["https://example.org/more"])
            sites.refused("XAPI-00057", at: "/extensions", values: "x", 1, [], ["not an IRI": 1])
        }

        @Test("an Agent or Group as object says so", .covers(actors), arguments: actors)
        func actor(example: StatementExample) async throws { try await example.check() }

        private static let actors = ExampleTable.of {
            for actor in [Draft.agent, .group] {
                Site.everywhere("/object", in: actor).refused("XAPI-00065", at: "/objectType", values: nil)
                Site.everywhere("/object", in: actor).taken("XAPI-00065", values: actor)
            }
        }

        @Test("a StatementRef says so, and has a UUID", .covers(references), arguments: references)
        func reference(example: StatementExample) async throws { try await example.check() }

        private static let references = ExampleTable.of {
            Site.references.refused("XAPI-00072", at: "/id", values: nil, 1, "", "https://example.org/s", [])
            Site.references.refused("XAPI-00073", at: "/objectType", values: "Statement", 1)
            Site.references.refused(
                "XAPI-00073", values: ["id": "8f87ccde-bb56-4c2e-ab83-44982ef22df0"],
                ["objectType": "Activity", "id": "8f87ccde-bb56-4c2e-ab83-44982ef22df0"])
            [Site("/object", in: Site.subStatement())].refused("XAPI-00073", at: "/objectType", values: nil)
            Site.references.refused("XAPI-00010", at: "/definition", values: [:])
        }

        @Test(
            "a SubStatement has neither id, stored, version nor authority, nor a SubStatement", .covers(subs),
            arguments: subs)
        func subStatement(example: StatementExample) async throws { try await example.check() }

        private static let sub: [Site] = [Site("/object", in: Site.subStatement())]
        private static let subs = ExampleTable.of {
            sub.refused("XAPI-00067", at: "/authority", values: .agent)
            sub.refused("XAPI-00068", at: "/version", values: "1.0.0", "2.0.0")
            sub.refused("XAPI-00069", at: "/stored", values: "2026-03-01T12:00:00Z")
            sub.refused("XAPI-00070", at: "/id", values: "8f87ccde-bb56-4c2e-ab83-44982ef22df0")
            [Site("/object", in: Site.subStatement(about: .agent))].refused(
                "XAPI-00071", at: "/object", values: .subStatement)
            sub.taken("XAPI-00066", at: "/timestamp", values: nil, "2099-01-01T00:00:00Z")
        }
    }
}
