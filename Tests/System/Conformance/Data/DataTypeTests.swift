import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.2 and 4.0: data types, wherever they occur.
    struct DataTypeTests {
        @Test("UUIDs are in their standard form", .covers(uuids), arguments: uuids)
        func uuid(example: StatementExample) async throws { try await example.check() }

        private static let uuids = ExampleTable.of {
            (Site.uuids + [Site("/id")]).refused(
                "XAPI-00029", values: "{8f87ccde-bb56-4c2e-ab83-44982ef22df0}",
                "urn:uuid:8f87ccde-bb56-4c2e-ab83-44982ef22df0", "8f87ccdebb564c2eab8344982ef22df0", "")
            (Site.uuids + [Site("/id")]).refused(
                "XAPI-00030", "XAPI-00007", values: "8f87ccde-bb56-4c2e-ab83-44982ef22df",
                "8f87ccde-bb56-4c2e-ab83-44982ef22df0f", "gf87ccde-bb56-4c2e-ab83-44982ef22df0",
                "8f87ccdeb-b56-4c2e-ab83-44982ef22df0")
            [Site("/id")].refused("XAPI-00027", values: "1", "AA97B177-9383-4934-8543-0F91A7A028368")
            [Site("/id")].refused("XAPI-00028", values: 12345, ["id": "x"], [], true)
            Site.uuids.taken("XAPI-00030", values: "8F87CCDE-BB56-1C2E-8B83-44982EF22DF0")
        }

        @Test("IRIs have a scheme, and no characters that IRIs have not", .covers(iris), arguments: iris)
        func iri(example: StatementExample) async throws { try await example.check() }

        private static let iris = ExampleTable.of {
            (Site.iris + Site.irls).refused("XAPI-00011", values: "example.org/x", "//example.org/x", "/x", "x")
            (Site.iris + Site.irls).refused(
                "XAPI-00007", values: "", "should fail", "http://example.org/<x>", "http://example.org/%zz")
            Site.iris.taken(
                "XAPI-00011", values: "urn:uuid:8f87ccde-bb56-4c2e-ab83-44982ef22df0",
                "https://пример.example/ż?a=b#c")
        }

        @Test("the empty string is no string of a format", .covers(empty), arguments: empty)
        func emptyString(example: StatementExample) async throws { try await example.check() }

        private static let empty = ExampleTable.of {
            Site.uuids.refused("XAPI-00007", values: "") + Site.timestamps.refused("XAPI-00007", values: "")
            Site.results.refused("XAPI-00007", at: "/duration", values: "")
            Site.contexts.refused("XAPI-00007", at: "/language", values: "")
            Site.attachments.refused("XAPI-00007", at: "/contentType", values: "")
            Site.attachments.refused("XAPI-00007", at: "/sha2", values: "")
            (Site.agents + Site.groups).refused("XAPI-00007", at: "/mbox", values: "")
        }

        @Test(
            "keys of language maps are tags of RFC 5646, and their values strings", .covers(languages),
            arguments: languages)
        func language(example: StatementExample) async throws { try await example.check() }

        private static let languages = ExampleTable.of {
            for tag in wrongTags {
                Site.languageMaps.refused("XAPI-00013", "XAPI-00121", at: "/" + tag, values: "text")
            }
            for tag in tags {
                Site.languageMaps.taken("XAPI-00013", "XAPI-00121", at: "/" + tag, values: "text")
            }
            Site.languageMaps.refused("XAPI-00121", values: "text", 1, ["text"])
            Site.languageMaps.refused("XAPI-00121", at: "/en", values: 1, ["text"], true)
            Site.contexts.refused("XAPI-00013", at: "/language", values: "a12345678", "zh-z-aaa-z-bbb-c-ccc")
        }

        private static let tags: [String] = [
            "de", "de-DE", "zh-Hant", "sr-Latn-RS", "cmn", "es-419", "zh-Hans-CN", "ase", "x-own", "i-klingon",
            "de-CH-1901", "en-a-bbb-x-ccc",
        ]

        private static let wrongTags: [String] = [
            "a12345678", "e", "en_GB", "english-", "zh-z-aaa-z-bbb-c-ccc", "de-DEDE-DE-abc", "", "-en", "123",
        ]

        @Test("extensions are objects by IRIs, of any values", .covers(extensions), arguments: extensions)
        func extensionKeys(example: StatementExample) async throws { try await example.check() }

        private static let extensions = ExampleTable.of {
            Site.extensions.refused("XAPI-00120", values: "x", 1, true, [], [["urn:x:y": 1]])
            for key in ["x", "", "an example"] {
                Site.extensions.refused("XAPI-00118", at: "/" + key, values: 1)
            }
            Site.extensions.refused("XAPI-00118", "XAPI-00011", values: ["example.org/x": 1])
            Site.extensions.taken(
                "XAPI-00118", "XAPI-00119", "XAPI-00120", values: [:], ["urn:x:y": ["A": ["id": "no UUID"]]])
            Site.extensions.taken(
                "1.0.3-D4.1-a", at: "/urn:x:y", values: "", 0, false, ["objectType": "Agent"], [1, "a", .null])
        }
    }
}
