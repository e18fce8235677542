import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.4.6, and 4.2.2.5 of 2.0: contexts.
    struct ContextTests {
        @Test("what stands in a context is of its type", .covers(members), arguments: members)
        func member(example: StatementExample) async throws { try await example.check() }

        private static let members = ExampleTable.of {
            Site.contexts.refused("XAPI-00086", at: "/contextActivities", values: "x", 1, [.activity], true)
            Site.contexts.refused("XAPI-00087", at: "/registration", values: 1, "", "first", [:])
            Site.contexts.refused("XAPI-00087", at: "/instructor", values: "Ada", 1, [.agent], [:], .activity)
            Site.contexts.taken("XAPI-00087", at: "/instructor", values: .account, .group)
            Site.contexts.refused("XAPI-00088", at: "/team", values: "A team", 1, [.group], [:], .agent, .account)
            Site.contexts.refused("XAPI-00089", at: "/revision", values: 1, true, ["1"], ["en": "1"])
            Site.contexts.refused("XAPI-00090", at: "/platform", values: 1, true, ["LMS"], ["en": "LMS"])
            Site.contexts.refused("XAPI-00091", at: "/language", values: 1, "", "e", "en_GB", ["en"], ["en": "en"])
            Site.contexts.taken("XAPI-00091", at: "/language", values: "cmn", "fr-CA", "x-own")
            Site.contexts.refused(
                "XAPI-00092", at: "/statement", values: "8f87ccde-bb56-4c2e-ab83-44982ef22df0", 1, [.reference],
                .activity, .agent, ["id": "8f87ccde-bb56-4c2e-ab83-44982ef22df0"])
        }

        @Test("revision and platform stand only where the object is an Activity", .covers(others), arguments: others)
        func otherObject(example: StatementExample) async throws { try await example.check() }

        private static let others = ExampleTable.of {
            for object in [Draft.agent, .group, .reference] {
                Site.everywhere("/context", in: object).refused("XAPI-00084", at: "/revision", values: "1")
                Site.everywhere("/context", in: object).refused("XAPI-00085", at: "/platform", values: "A platform")
            }
            [Site("/context", in: Site.subStatement())].refused("XAPI-00084", at: "/revision", values: "1")
            [Site("/context", in: Site.subStatement())].refused("XAPI-00085", at: "/platform", values: "A platform")
            Site.contexts.taken("XAPI-00084", at: "/revision", values: "2")
            Site.contexts.taken("XAPI-00085", at: "/platform", values: "Another")
            Site.everywhere("/object/objectType").taken("XAPI-00084", "XAPI-00085", values: nil)
        }

        @Test("contextActivities are Activities by four names", .covers(activities), arguments: activities)
        func contextActivities(example: StatementExample) async throws { try await example.check() }

        private static let activities = ExampleTable.of {
            Site.contexts.refused(
                "XAPI-00093", at: "/contextActivities", values: ["children": [.activity]], ["": [.activity]])
            Site.contexts.refused("XAPI-00093", at: "/contextActivities/Parent", values: [.activity])
            for name in ["parent", "grouping", "category", "other"] {
                let sites = Site.contexts.at("/contextActivities/" + name)
                sites.refused(
                    "XAPI-00094", values: "https://example.org/a", 1, [.agent], [["objectType": "Activity"]], .agent,
                    [.reference], ["https://example.org/a"], [.activity, "x"])
                sites.taken("XAPI-00093", "XAPI-00094", values: .activity, [.activity, ["id": "urn:x:a"]])
            }
        }

        @Test(
            "2.0: contextAgents and contextGroups hold objects that say what they are", .covers(actors),
            arguments: actors)
        func contextActors(example: StatementExample) async throws { try await example.check() }

        /// The context of a statement and of its sub-statement, with what 2.0 adds.
        private static func sites(_ name: String) -> [Site] {
            let added = Site.context2.value(at: "/context/" + name)
            return Site.contexts.map { site in
                Site(site.pointer, in: site.statement.with(site.pointer + "/" + name, added), versions: [.v2_0])
            }
        }

        private static let actors = ExampleTable.of {
            examples("2.0-4.2.2.5-a", "contextAgents", "contextAgent", "agent", .agent, wrong: .group)
            examples("2.0-4.2.2.5-b", "contextGroups", "contextGroup", "group", .group, wrong: .agent)
        }

        private static func examples(
            _ id: String, _ list: String, _ type: String, _ name: String, _ right: Draft, wrong: Draft
        ) -> [StatementExample] {
            let element: Draft = ["objectType": .json(Draft.quoted(type))]
            let whole = element.with("/" + name, right)
            let sites = sites(list).at("/" + list)
            return ExampleTable.of {
                sites.refused(id, values: "x", 1, whole, [right], ["x"], [1], [element])
                sites.refused(id, at: "/0/objectType", values: nil, "Agent", "Group", "contextActor", "", 1)
                sites.refused(
                    id, at: "/0/" + name, values: nil, wrong, "Ada", [right], ["objectType": "Agent"], .activity)
                sites.refused("XAPI-00009", at: "/0/objectType", values: .json(Draft.quoted(type.lowercased())))
                sites.refused(
                    "2.0-4.2.2.5-c", at: "/0/relevantTypes", values: [], "urn:x:y", ["teacher"], [""], [1], [:])
                sites.refused(
                    "2.0-4.2.2.5-c", "XAPI-00011", at: "/0/relevantTypes/0", values: "example.org/teacher")
                sites.taken("2.0-4.2.2.5-c", at: "/0/relevantTypes", values: nil, ["urn:x:y", "urn:x:z"])
                sites.taken(id, values: [whole], [whole, whole], [])
            }
        }
    }
}
