import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.4.2.3 and 2.4.2.4: the identifiers of Agents and Groups.
    struct IdentifierTests {
        private static let actors: [Site] = Site.agents + Site.groups

        @Test("mbox is mailto: and a mail address", .covers(mboxes), arguments: mboxes)
        func mbox(example: StatementExample) async throws { try await example.check() }

        private static let mboxes = ExampleTable.of {
            actors.refused(
                "XAPI-00038", "XAPI-00007", at: "/mbox", values: "ada@example.org", "mailto:", "mailto:ada",
                "mailto:@example.org", "https://example.org/ada", "MAILTO ada@example.org", 1)
            Site.everywhere("/actor").taken(
                "XAPI-00038", at: "/mbox", values: "mailto:ada+course@example.org", "mailto:o'neill@mail.example.org",
                "mailto:ада@пример.example")
        }

        @Test("mbox_sha1sum is a digest of 40 digits", .covers(digests), arguments: digests)
        func digest(example: StatementExample) async throws { try await example.check() }

        private static let digests = sites("mbox_sha1sum", Draft.mboxSHA1Sum).refused(
            "XAPI-00039", at: "/mbox_sha1sum", values: 1, "", "sha1", "ebd31e95054c018b10727ccffd2ef2ec3a016ee",
            "gbd31e95054c018b10727ccffd2ef2ec3a016ee9", [:])

        @Test("openid is a URI", .covers(openIDs), arguments: openIDs)
        func openID(example: StatementExample) async throws { try await example.check() }

        private static let openIDs = ExampleTable.of {
            let sites = Self.sites("openid", Draft.openID)
            sites.refused("XAPI-00040", at: "/openid", values: 1, "", "ada", "https://exa mple.org/", ["https://a.b"])
            sites.refused("XAPI-00040", "XAPI-00011", at: "/openid", values: "ada.example.org", "//example.org/ada")
        }

        @Test(
            "an account is an object of homePage and name, and of nothing else", .covers(accounts), arguments: accounts)
        func account(example: StatementExample) async throws { try await example.check() }

        private static let accounts = ExampleTable.of {
            let sites = Self.sites("account", Draft.accountObject)
            sites.refused("XAPI-00041", at: "/account", values: "ada", 1, [Draft.accountObject], [:])
            sites.refused("XAPI-00041", "XAPI-00010", at: "/account/mbox", values: Draft.mbox)
            sites.refused("XAPI-00042", at: "/account/homePage", values: nil, 1, "", "a page", ["https://a.b"])
            sites.refused("XAPI-00042", "XAPI-00011", at: "/account/homePage", values: "lms.example.org", "/lms")
            sites.refused("XAPI-00043", at: "/account/name", values: nil, 1, ["ada"], ["en": "ada"], true)
            sites.taken("XAPI-00043", at: "/account/name", values: "ada@example.org", "00017")
        }

        /// Where Agents and Groups of an identifier stand.
        private static func sites(_ identifier: String, _ value: Draft) -> [Site] {
            Site.agents.holding(.agent(by: identifier, value))
                + Site.groups.holding(.group(by: identifier, value))
        }
    }
}
