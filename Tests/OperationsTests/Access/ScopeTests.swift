import Testing

@testable import Operations

@Suite("scopes")
struct ScopeTests {
    @Test("a key with all may do everything")
    func all() {
        for scope in Scope.allCases { #expect(scope.isGranted(by: [.all])) }
    }

    @Test("every scope grants itself, and no scopes grant nothing", arguments: Scope.allCases)
    func itself(scope: Scope) {
        #expect(scope.isGranted(by: [scope]))
        #expect(!scope.isGranted(by: []))
    }

    @Test("reading all grants reading each kind; reading statements, one's own; changing something, reading it")
    func reading() {
        let granted: [Scope: Set<Scope>] = [
            .allRead: [
                .allRead, .statementsRead, .statementsReadMine, .trainingRead, .rulesRead, .awardsRead, .evaluationRead,
            ],
            .statementsRead: [.statementsRead, .statementsReadMine],
            .statementsReadMine: [.statementsReadMine],
            .statementsWrite: [.statementsWrite],
            .trainingRead: [.trainingRead],
            .pilotsWrite: [.pilotsWrite, .trainingRead],
            .rulesRead: [.rulesRead],
            .rulesWrite: [.rulesWrite, .rulesRead],
            .awardsRead: [.awardsRead],
            .evaluationRead: [.evaluationRead],
            .awardsWrite: [.awardsWrite, .awardsRead],
        ]
        for (held, expected) in granted {
            #expect(Set(Scope.allCases.filter { $0.isGranted(by: [held]) }) == expected)
        }
    }

    @Test("names are those of xAPI")
    func names() {
        #expect(Scope(rawValue: "statements/read/mine") == .statementsReadMine)
        #expect(Scope(rawValue: "all/read") == .allRead)
        #expect(Scope(rawValue: "All") == nil)
    }
}
