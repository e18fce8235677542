import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.4.2: Agents and Groups, wherever they stand.
    struct ActorTests {
        @Test("an Agent is taken with one identifier of each kind", .covers(agents), arguments: agents)
        func agent(example: StatementExample) async throws { try await example.check() }

        private static let agents: [StatementExample] = Site.agents.taken(
            "XAPI-00034", "XAPI-00038", "XAPI-00039", "XAPI-00040", "XAPI-00041",
            values: .agent(by: "mbox", .mbox), .agent(by: "mbox_sha1sum", .mboxSHA1Sum), .agent(by: "openid", .openID),
            .agent(by: "account", .accountObject))

        @Test(
            "an Agent without an identifier, or with two, or with members, is refused", .covers(counts),
            arguments: counts)
        func identifiers(example: StatementExample) async throws { try await example.check() }

        private static let counts = ExampleTable.of {
            Site.agents.refused("XAPI-00034", at: "/mbox", values: nil)
            Site.agents.refused("XAPI-00034", at: "/openid", values: .openID)
            Site.agents.refused("XAPI-00034", at: "/account", values: .accountObject)
            Site.agents.refused("XAPI-00034", at: "/mbox_sha1sum", values: .mboxSHA1Sum)
            Site.agents.refused("XAPI-00035", at: "/member", values: [.agent], [])
        }

        @Test("a Group is taken with an identifier, with members, and with both", .covers(groups), arguments: groups)
        func group(example: StatementExample) async throws { try await example.check() }

        private static let groups = ExampleTable.of {
            Site.groups.taken("XAPI-00035", at: "/mbox", values: nil)
            Site.groups.taken("XAPI-00037", at: "/member", values: nil, [.agent, .anybody])
            Site.groups.taken(
                "XAPI-00037", values: .group(by: "mbox_sha1sum", .mboxSHA1Sum), .group(by: "openid", .openID),
                .group(by: "account", .accountObject))
        }

        @Test(
            "a Group of neither identifier nor members, or of two identifiers, is refused", .covers(bare),
            arguments: bare)
        func groupIdentifiers(example: StatementExample) async throws { try await example.check() }

        private static let bare = ExampleTable.of {
            Site.groups.refused(
                "XAPI-00035", "XAPI-00037", values: ["objectType": "Group"], ["objectType": "Group", "name": "A team"])
            Site.groups.refused("XAPI-00037", at: "/openid", values: .openID)
            Site.groups.refused("XAPI-00037", at: "/account", values: .accountObject)
            Site.groups.refused("XAPI-00037", at: "/mbox_sha1sum", values: .mboxSHA1Sum)
            Site.groups.refused("XAPI-00037", "XAPI-00038", at: "/mbox", values: "team@example.org")
        }

        @Test("members are an array of Agents, never Groups", .covers(members), arguments: members)
        func member(example: StatementExample) async throws { try await example.check() }

        private static let members: [StatementExample] =
            Site.groups.refused(
                "XAPI-00036", at: "/member", values: .agent, "mailto:ada@example.org", [.group],
                [["objectType": "Group", "member": [.agent]]], ["ada"], [["name": "Ada"]], [.agent, [:]])

        @Test("objectType is Agent or Group", .covers(objectTypes), arguments: objectTypes)
        func objectType(example: StatementExample) async throws { try await example.check() }

        private static let objectTypes = ExampleTable.of {
            for site in Site.agents where !site.pointer.hasSuffix("/object") {
                [site].refused("XAPI-00031", "XAPI-00032", at: "/objectType", values: "Activity", "Person", "")
                [site].refused("XAPI-00032", at: "/objectType", values: 1, ["Agent"], ["type": "Agent"], true)
                [site].taken("XAPI-00031", at: "/objectType", values: nil)
            }
        }

        @Test("name is a string", .covers(names), arguments: names)
        func name(example: StatementExample) async throws { try await example.check() }

        private static let names = ExampleTable.of {
            (Site.agents + Site.groups).refused("XAPI-00033", at: "/name", values: 1, ["en": "Ada"], ["Ada"], true)
            (Site.agents + Site.groups).taken("XAPI-00033", at: "/name", values: nil, "", "Ада 👩🏽‍🏫")
        }
    }
}
