import FoundationEssentials
import LibPQ
import TestSupport
import Testing

@testable import Awarding

@Suite("levels, and which rule decides them", .migratedDatabaseForEachTest)
struct LevelTests {
    let pilot: Pilot
    let person = "p-\(UUID())"
    private let framework = #""framework":{"code":"IUS","version":"0.1"}"#

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
    }

    private func passed(_ code: String, level: Int = 2, in place: String = "riga-1") async throws -> Evidence {
        var evidence = Evidence(person: person, about: [try await pilot.item(code)], level: level)
        evidence.pilot = place
        return evidence
    }

    private func observed(_ code: String, level: Int = 2) async throws -> Evidence {
        Evidence.found("observation", try await pilot.item(code), person: person, level: level)
    }

    @Test("a level is reached only if the rules below are met too; until then, the highest that are")
    func cumulative() async throws {
        try await pilot.rule(#"{"kind":"observation"}"#, code: "second", #"\#(framework),"level":2"#)
        try await pilot.store(try await passed("A1", level: 3))
        #expect(try await pilot.held(by: person) == ["A1.1"])
        let observation = try await observed("A1", level: 2)
        try await pilot.store(observation)
        #expect(try await pilot.held(by: person) == ["A1.1", "A1.2", "A1.3"])
        try await pilot.store.void(observation.id)
        #expect(try await pilot.held(by: person) == ["A1.1"])
        #expect(try await pilot.withdrawalReason(of: person)?.contains("a level below") == true)
    }

    @Test("a rule that is not cumulative asks for nothing below")
    func single() async throws {
        try await pilot.rule(#"{"kind":"observation"}"#, code: "second", #"\#(framework),"level":2"#)
        try await pilot.rule(#"{"kind":"test"}"#, code: "third", #"\#(framework),"level":3,"cumulative":false"#)
        try await pilot.store(try await passed("A1", level: 3))
        #expect(try await pilot.held(by: person) == ["A1.3"])
    }

    @Test("evidence of a level counts for those below, which get no award of their own for it")
    func implied() async throws {
        try await pilot.rule(#"{"all":[{"kind":"test"},{"kind":"observation"}]}"#, code: "both", framework)
        try await pilot.store(try await passed("A1", level: 3), try await observed("A1", level: 2))
        #expect(try await pilot.held(by: person) == ["A1.2"])
        try await pilot.store(try await passed("B1", level: 3), try await observed("B1", level: 3))
        #expect(try await pilot.held(by: person) == ["A1.2", "B1.3"])
    }

    @Test("the narrowest rule decides: of the pilot before the competence, the competence before the level")
    func narrowest() async throws {
        try await pilot.rule(#"{"kind":"portfolio"}"#, code: "level", #"\#(framework),"level":2"#)
        try await pilot.store(try await passed("A1"), try await passed("B1"))
        #expect(try await pilot.held(by: person) == ["A1.1", "B1.1"])
        try await pilot.rule(#"{"kind":"test"}"#, code: "competence", #"\#(framework),"competence":"A1""#)
        #expect(try await pilot.held(by: person) == ["A1.1", "A1.2", "B1.1"])
        try await pilot.rule(#"{"kind":"recognition"}"#, code: "pilot", #"\#(framework),"pilot":"riga-1""#)
        try await pilot.store(try await passed("A1", level: 3))
        #expect(try await pilot.held(by: person) == ["A1.1", "A1.2", "B1.1"])
    }

    @Test("what arose in a pilot with a rule of its own cannot pass by the rule for all")
    func notElsewhere() async throws {
        try await pilot.define("lille-1")
        try await pilot.rule(#"{"all":[{"kind":"test","minimum":2}]}"#, code: "default", framework)
        try await pilot.rule(#"{"kind":"portfolio"}"#, code: "strict", #"\#(framework),"pilot":"riga-1""#)
        try await pilot.store(try await passed("A1"), try await passed("A1", in: "lille-1"))
        #expect(try await pilot.held(by: person) == [])
        try await pilot.store(try await passed("A1", in: "lille-1"))
        #expect(try await pilot.held(by: person) == ["A1.2"])
    }

    @Test("a new version finds what was stored before, and leaves what older versions found unless it looks back")
    func newVersion() async throws {
        let other = "p-\(UUID())"
        try await pilot.store(try await passed("A1"))
        try await pilot.store(
            Evidence.found("recognition", try await pilot.item("A1"), person: other, level: 2))
        #expect(try await pilot.held(by: person) == ["A1.2"])
        #expect(try await pilot.held(by: other) == [])
        try await pilot.rule(#"{"kind":"recognition"}"#, code: "passed-assessment")
        #expect(try await pilot.held(by: person) == ["A1.2"])
        #expect(try await pilot.held(by: other) == ["A1.2"])
        try await pilot.rule(#"{"kind":"recognition"}"#, code: "passed-assessment", #""retroactive":true"#)
        #expect(try await pilot.held(by: person) == [])
        #expect(try await pilot.held(by: other) == ["A1.2"])
        #expect(try await pilot.withdrawalReason(of: person)?.contains("rules") == true)
    }

    @Test("a rule retired while another goes on leaves the awards of every level, and what they rest on below")
    func retiredBesideAnother() async throws {
        let second = try await passed("A1", level: 2)
        try await pilot.store(second, try await passed("A1", level: 3))
        try await pilot.findAwards()
        try await pilot.database.service.withTransaction { db in
            try await db.execute("SELECT credential.retire_rule('passed-assessment', 'test')")
        }
        #expect(try await pilot.held(by: person) == ["A1.2", "A1.3"])
        try await pilot.store.void(second.id)
        #expect(try await pilot.held(by: person) == ["A1.2", "A1.3"])
    }

    @Test("a rule that is retired finds nothing more; what it found stands on its evidence")
    func retired() async throws {
        let evidence = try await passed("A1")
        try await pilot.store(evidence)
        #expect(try await pilot.held(by: person) == ["A1.2"])
        try await pilot.retireSeed()
        try await pilot.store(try await passed("B1"))
        #expect(try await pilot.held(by: person) == ["A1.2"])
        try await pilot.store.void(evidence.id)
        #expect(try await pilot.held(by: person) == [])
    }

    @Test("a review goes through everybody in bounded steps")
    func boundedReview() async throws {
        try await pilot.retireSeed()
        let about = [try await pilot.item("A1")]
        for _ in 0..<3 { try await pilot.store(Evidence(about: about), Evidence(about: about), Evidence(about: about)) }
        try await pilot.findAwards()
        try await pilot.rule(#"{"kind":"test"}"#)
        let steps = try await pilot.steps(of: AwardFinder(pool: pilot.database.service, pairsPerStep: 2))
        #expect(steps.allSatisfy { $0.weighed <= 2 && $0.reviewed <= 2 })
        #expect(steps.reduce(0) { $0 + $1.awarded } == 9)
    }
}
