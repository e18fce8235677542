import FoundationEssentials
import LibPQ
import TestSupport
import Testing

@testable import Awarding

@Suite("rules", .migratedDatabaseForEachTest)
struct RuleTests {
    let pilot: Pilot

    init() throws {
        pilot = try Pilot()
    }

    private func change(_ change: String) async throws {
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript("UPDATE credential.\(change)")
        }
    }

    @Test("a cut score of the rule decides, where it has one")
    func cutScore() async throws {
        try await change("rule_condition SET minimum_score = 0.8")
        let about = [try await pilot.item("A1")]
        let scores: [(String?, Int64)] = [("0.79999", 0), ("0.8", 1), ("0.80", 1), ("-1", 0), (nil, 0)]
        for (scaled, awards) in scores {
            let evidence = Evidence(about: about, scaled: scaled)
            try await pilot.store(evidence)
            try await pilot.findAwards()
            #expect(try await pilot.count(restingOn: evidence.id) == awards, "\(scaled ?? "no score")")
        }
    }

    @Test("a rule that is not active finds nothing")
    func inactiveRule() async throws {
        try await change("rule SET state = 'retired', retired_at = now(), retired_by = 'test'")
        try await pilot.store(Evidence(about: [try await pilot.item("A1")]))
        let findings = try await pilot.findAwards()
        #expect(findings.read == 1 && findings.awarded == 0)
    }
}
