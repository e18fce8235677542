import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.4.7, 2.4.8 and 4.5, and 4.2.7 of 2.0: timestamps.
    struct TimestampTests {
        @Test("timestamps by RFC 3339 are taken", .covers(valid), arguments: valid)
        func rfc3339(example: StatementExample) async throws { try await example.check() }

        private static let valid = ExampleTable.of {
            for site in Site.timestamps {
                [site].taken(
                    requirement(site), "XAPI-00123", "2.0-4.2.7-a", values: "2026-03-01T12:00:00Z",
                    "2026-03-01T12:00:00.1Z", "2026-03-01T12:00:00.123456789Z", "2026-03-01T14:00:00+02:00",
                    "2026-03-01T06:30:00-05:30", "2008-09-15T15:53:00.601+00:00", "2016-12-31T23:59:60Z",
                    "2024-02-29T00:00:00Z", "2099-01-01T00:00:00Z")
            }
        }

        @Test("what is no time, or has a negative offset of nothing, is refused", .covers(invalid), arguments: invalid)
        func noTime(example: StatementExample) async throws { try await example.check() }

        private static let invalid = ExampleTable.of {
            for site in Site.timestamps {
                [site].refused(
                    requirement(site), "XAPI-00123", values: 1_772_366_400, "", "tomorrow", "01/011/2015",
                    "2026-13-01T12:00:00Z", "2026-02-29T12:00:00Z", "2026-03-01T25:00:00Z", "2026-03-01T12:60:00Z",
                    "2026-03-01T12:00:61Z", "2008-09-15T15:53:00.601-00", "2008-09-15T15:53:00.601-0000",
                    "2008-09-15T15:53:00.601-00:00", "2026-03-01", "2026-03-01T12:00:00.Z", "2026-03-01T12:00:00Z ",
                    "Sun, 01 Mar 2026 12:00:00 GMT")
            }
        }

        @Test("1.0.3 takes all of ISO 8601, 2.0 only RFC 3339", .covers(iso), arguments: iso)
        func iso8601(example: StatementExample) async throws { try await example.check() }

        private static let iso = ExampleTable.of {
            for site in Site.timestamps {
                for text in wider {
                    [Site(site.pointer, in: site.statement, versions: [.v1_0_3])].taken("XAPI-00123", values: text)
                    [Site(site.pointer, in: site.statement, versions: [.v2_0])].refused("2.0-4.2.7-a", values: text)
                }
            }
        }

        private static let wider: [Draft] = [
            "20260301T120000Z", "2026-03-01T12:00Z", "2026-W09-7T12:00:00Z", "2026-060T12:00:00Z",
            "2026-03-01T12:00:00", "2026-03-01T12:00:00+02", "2026-03-01T12:00:00+0200", "2026-03-01T24:00:00Z",
            "2026-03-01T12:00:00,5Z",
        ]

        private static func requirement(_ site: Site) -> String {
            site.pointer == "/stored" ? "XAPI-00023" : "XAPI-00022"
        }
    }
}
