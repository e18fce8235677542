import Foundation
import Testing

extension SystemTests {
    /// Awards while workers die.
    struct AwardLoadTests {
        @Test("servers and connections are killed at random: no credential is missing, none doubled, voiding revokes")
        func killedServers() async throws {
            try await Installation.withExternalDatabase { installation in
                let load = try await AwardLoad(installation, awards: 1000)
                let figures = try await load.run(voiding: 40, within: .seconds(100))
                #expect(figures.killed + figures.cut > 0)
            }
        }
    }
}

/// The same with as many awards as `TESSERA_TEST_AWARDS` names: what deploy/load-awards runs.
@Suite(.enabled(if: TestEnvironment.awards != nil), .timeLimit(.minutes(60)))
struct AwardEnduranceTests {
    @Test("thousands of awards while servers and connections are killed at random")
    func killedServers() async throws {
        let count = try #require(TestEnvironment.awards)
        try await Installation.withExternalDatabase { installation in
            let load = try await AwardLoad(installation, awards: count)
            let figures = try await load.run(voiding: count / 50, within: .seconds(2400))
            #expect(figures.killed > 0 && figures.cut > 0)
            print("load: \(figures)")
        }
    }
}
