import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.4.9, 2.4.10 and 2.4.11: authority, version and what a statement says of its attachments.
    struct DeclarationTests {
        @Test(
            "attachments are an array of objects of what they must have", .covers(attachments), arguments: attachments)
        func attachment(example: StatementExample) async throws { try await example.check() }

        private static let attachments = ExampleTable.of {
            Site.everywhere("/attachments").refused(
                "XAPI-00025", values: "x", 1, .attachment, ["x"], [1], [[.attachment]], [[:]])
            Site.everywhere("/attachments").taken("XAPI-00025", values: [], [.attachment, .attachment])
            Site.attachments.refused("XAPI-00102", at: "/length", values: nil, "5", 5.5, -1, true, ["octets": 5])
            Site.attachments.taken("XAPI-00102", at: "/length", values: 0, .json("5.0"))
            Site.attachments.refused("XAPI-00103", at: "/sha2", values: nil, 1, "sha2", "486ea46224d1bb4f", [:])
            Site.attachments.refused("XAPI-00104", at: "/fileUrl", values: 1, "", "file", ["https://example.org/file"])
            Site.attachments.refused(
                "XAPI-00105", at: "/contentType", values: nil, 1, "text", "text/", "/plain", "text plain",
                ["text/plain"])
            Site.attachments.taken(
                "XAPI-00105", at: "/contentType", values: "text/plain; charset=\"utf-8\"", "application/vnd.x.y+json")
            Site.attachments.refused("XAPI-00106", at: "/display", values: nil, "A text", 1, ["A text"], ["en": 1])
            Site.attachments.refused("XAPI-00106", at: "/description", values: "A text", 1, ["A text"], ["en": true])
            Site.attachments.taken("XAPI-00106", at: "/description", values: nil)
            Site.attachments.refused("XAPI-00107", at: "/usageType", values: nil, 1, "", "certificate", ["en": "x"])
        }

        @Test(
            "a sent authority is an Agent, or a Group of two Agents without an identifier", .covers(authorities),
            arguments: authorities)
        func sentAuthority(example: StatementExample) async throws { try await example.check() }

        private static let authority: [Site] = [Site("/authority")]
        private static let authorities = ExampleTable.of {
            authority.refused("XAPI-00024", values: "Ada", 1, [.agent], .activity, .reference, [:])
            authority.taken("XAPI-00024", values: .account, .anybody)
            authority.taken("XAPI-00098", values: ["objectType": "Group", "member": [.account, .agent]])
            authority.refused(
                "XAPI-00098", values: ["objectType": "Group", "member": [.agent]],
                ["objectType": "Group", "member": []],
                ["objectType": "Group", "member": [.agent, .account, .anybody]], ["objectType": "Group"])
            authority.refused(
                "XAPI-00100", values: ["objectType": "Group", "member": [.agent, .account, .anybody, .agent]])
            for (name, value) in [("mbox", Draft.mbox), ("mbox_sha1sum", Draft.mboxSHA1Sum)] {
                authority.refused(
                    "XAPI-00024", "XAPI-00100",
                    values: Draft.group(by: name, value).with("/member", [.agent, .account]))
            }
        }

        @Test("version is one of the request's specification", .covers(versions), arguments: versions)
        func version(example: StatementExample) async throws { try await example.check() }

        private static let versions = ExampleTable.of {
            [Site("/version")].refused(
                "XAPI-00101", values: "0.9.9", "1.1.0", "1", "1.0.", "v1.0.0", "", "1.0.x", 1.0, "3.0.0", "2.1.0")
            [Site("/version")].taken(
                "XAPI-00101", "1.0.3-D2.4.10-a", values: "1.0", "1.0.0", "1.0.3", "1.0.9", "1.0.32")
            [Site("/version", versions: [.v1_0_3])].refused("XAPI-00101", values: "2.0.0", "2.0")
            [Site("/version", versions: [.v2_0])].taken("2.0-4.2.4.3-a", values: "2.0.0", "2.0.1")
        }
    }
}
