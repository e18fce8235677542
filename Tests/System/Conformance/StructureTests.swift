import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.2: the form of statements.
    struct StructureTests {
        private static let examples: [StatementExample] = [
            .refused("XAPI-00001", at: "/result/response", .null),
            .taken("XAPI-00001", at: "/result/extensions/https:~1~1example.org~1x", .null),
            .refused("XAPI-00003", at: "/actor", nil),
        ]

        @Test("statements of the form are taken, and others refused", .covers(examples), arguments: examples)
        func form(example: StatementExample) async throws { try await example.check() }
    }
}
