import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.4.4.1: interactions.
    struct InteractionTests {
        @Test("an interaction of each type is taken", .covers(valid), arguments: valid)
        func interaction(example: StatementExample) async throws { try await example.check() }

        private static let valid = ExampleTable.of {
            for definition in Draft.interactions {
                Site.interactions.taken("XAPI-00049", "XAPI-00050", values: definition)
            }
        }

        @Test("interactionType is one of ten words", .covers(types), arguments: types)
        func type(example: StatementExample) async throws { try await example.check() }

        private static let types: [StatementExample] = Site.interactions.holding(.numeric).refused(
            "XAPI-00049", at: "/interactionType", values: "essay", "", 1, ["choice"], ["type": "choice"],
            "http://adlnet.gov/expapi/activities/cmi.interaction")

        @Test("what belongs to interactions stands only beside an interactionType", .covers(alone), arguments: alone)
        func typeMissing(example: StatementExample) async throws { try await example.check() }

        private static let alone = ExampleTable.of {
            Site.interactions.refused("XAPI-00064", at: "/correctResponsesPattern", values: ["a"])
            for list in ["choices", "scale", "source", "target", "steps"] {
                Site.interactions.refused("XAPI-00064", at: "/" + list, values: [["id": "a"]])
            }
        }

        @Test("correctResponsesPattern is an array of strings", .covers(responses), arguments: responses)
        func response(example: StatementExample) async throws { try await example.check() }

        private static let responses = ExampleTable.of {
            for definition in Draft.interactions {
                [Site("/object/definition", in: .statement(interaction: definition))].refused(
                    "XAPI-00050", at: "/correctResponsesPattern", values: "a", 1, [1], ["a", ["b"]], ["a": "b"],
                    [["id": "a"]])
            }
        }

        @Test(
            "a list of components is an array of objects, each of an id and a description", .covers(lists),
            arguments: lists)
        func list(example: StatementExample) async throws { try await example.check() }

        private static let lists = ExampleTable.of {
            for owner in owners {
                let sites = Site.interactions.holding(owner.definition).at("/" + owner.list)
                sites.refused(owner.requirement, values: "a", 1, ["id": "a"])
                sites.refused(owner.requirement, "XAPI-00063", values: ["a"], [1], [[["id": "a"]]])
                sites.refused("XAPI-00058", at: "/0/id", values: nil, 1, ["a"], [:])
                sites.refused("XAPI-00058", values: [["id": "a"], ["id": "b"], ["id": "a"]])
                sites.taken("XAPI-00058", values: [["id": "a"], ["id": "A"]], [["id": "b", "description": [:]]])
                sites.refused(
                    "XAPI-00062", at: "/0/description", values: "one", 1, ["one"], ["en": 1], ["e": "one"])
                sites.refused("XAPI-00010", at: "/0/value", values: "x")
            }
        }

        /// Each list with a requirement of its own, in a definition that has it.
        private static let owners: [(requirement: String, list: String, definition: Draft)] = [
            ("XAPI-00051", "steps", .performance), ("XAPI-00052", "target", .matching),
            ("XAPI-00053", "source", .matching), ("XAPI-00054", "scale", .likert), ("XAPI-00055", "choices", .choice),
            ("XAPI-00055", "choices", .sequencing),
        ]
    }
}
