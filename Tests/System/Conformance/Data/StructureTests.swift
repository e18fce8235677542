import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.2: what holds for every member of a statement, tried at every member.
    struct StructureTests {
        @Test("the statements that examples change are taken as they are", .covers(valid), arguments: valid)
        func untouched(example: StatementExample) async throws { try await example.check() }

        private static let valid = ExampleTable.of {
            [Site("/actor"), Site("/actor", in: Site.pairAuthority)].taken("XAPI-00024", values: .agent)
            [Site("/context", in: Site.context2, versions: [.v2_0])].taken(
                "2.0-4.2.2.5-a", at: "/revision", values: "2")
            [.taken("XAPI-00003", "XAPI-00004", "XAPI-00005", at: "/actor", .agent, in: .shortStatement)]
        }

        @Test("null is refused wherever a member or an element may stand", .covers(nulls), arguments: nulls)
        func null(example: StatementExample) async throws { try await example.check() }

        private static let nulls: [StatementExample] = Site.all.refused("XAPI-00001", values: .null)

        @Test("extensions may hold null, and nothing", .covers(free), arguments: free)
        func freedom(example: StatementExample) async throws { try await example.check() }

        private static let free = Site.extensions.taken(
            "XAPI-00001", "XAPI-00119", at: "/urn:x:key", values: .null, "", [:], [], ["a": .null], [.null])

        @Test("a statement, and a sub-statement, has actor, verb and object", .covers(parts), arguments: parts)
        func part(example: StatementExample) async throws { try await example.check() }

        private static let parts = ExampleTable.of {
            Site.everywhere("/actor").refused("XAPI-00003", values: nil)
            Site.everywhere("/verb").refused("XAPI-00004", values: nil)
            Site.everywhere("/object").refused("XAPI-00005", values: nil)
        }

        @Test("another type of value than the specified is refused", .covers(types), arguments: types)
        func type(example: StatementExample) async throws { try await example.check() }

        private static let types: [StatementExample] = Site.all.flatMap { site -> [StatementExample] in
            switch site.value?.kind {
            case .object: [site].refused("XAPI-00006", values: "text", [])
            case .array: [site].refused("XAPI-00006", values: "text", [:])
            case .string: [site].refused("XAPI-00006", values: 1, ["text"])
            case .number: [site].refused("XAPI-00006", values: "0.5", true)
            case .boolean: [site].refused("XAPI-00006", values: "true", 1)
            case .null, nil: []
            }
        }

        @Test("a name in another case is refused, even beside the right one", .covers(cases), arguments: cases)
        func nameCase(example: StatementExample) async throws { try await example.check() }

        private static let cases = ExampleTable.of {
            for site in Site.all where site.name.first?.isLetter == true {
                let name = site.name.prefix(1).uppercased() + site.name.dropFirst()
                [Site(site.parent, in: site.statement, versions: site.versions)]
                    .refused("XAPI-00008", "XAPI-00010", at: "/" + name, values: site.value)
            }
        }

        @Test("a name of no meaning is refused in every object", .covers(unknown), arguments: unknown)
        func unknownName(example: StatementExample) async throws { try await example.check() }

        private static let objects: [Site] = ([Site("")] + Site.all).filter {
            $0.value?.kind == .object && !Draft.isMap($0.pointer)
        }
        private static let unknown = ExampleTable.of {
            objects.refused("XAPI-00010", at: "/unknown", values: "text")
            [
                .refused("XAPI-00010", at: "/context/contextAgents", [], versions: [.v1_0_3]),
                .refused("XAPI-00010", at: "/context/contextGroups", [], versions: [.v1_0_3]),
            ]
        }

        @Test("a name that stands twice in an object is refused", .covers(twice), arguments: twice)
        func duplicate(example: StatementExample) async throws { try await example.check() }

        private static let twice: [StatementExample] = objects.flatMap { site -> [StatementExample] in
            guard case .object(let members) = site.value, let last = members.last else { return [] }
            return [site].refused("XAPI-00021", values: .object(members + [last]))
        }

        @Test("a value of a list is refused in another case", .covers(constants), arguments: constants)
        func valueCase(example: StatementExample) async throws { try await example.check() }

        private static let constants = ExampleTable.of {
            Site.agents.refused("XAPI-00009", at: "/objectType", values: "agent")
            Site.groups.refused("XAPI-00009", at: "/objectType", values: "GROUP")
            Site.activities.refused("XAPI-00009", at: "/objectType", values: "activity")
            Site.references.refused("XAPI-00009", at: "/objectType", values: "statementRef")
            [Site("/object", in: Site.subStatement())].refused("XAPI-00009", at: "/objectType", values: "Substatement")
            Site.interactions.refused(
                "XAPI-00009", at: "/interactionType", values: "true-faLse", "choiCe", "fill-iN", "long-fiLl-in",
                "matchIng", "perfOrmance", "seqUencing", "liKert", "nUmeric", "Other")
        }
    }
}
