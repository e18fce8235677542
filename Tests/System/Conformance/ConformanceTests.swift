import Testing

extension SystemTests {
    /// What both specifications demand of a learning record store, told by the number of each requirement.
    ///
    /// `requirements/*.tsv` lists the requirements; each test says with `.covers` which of them it shows, and
    /// ``RequirementTableTests`` makes the table of both. The suites in here stay off each other's statements: each
    /// makes ids, registrations, agents and activities of its own.
    @Suite(.served)
    enum ConformanceTests {}
}
