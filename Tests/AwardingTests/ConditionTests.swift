import FoundationEssentials
import LibPQ
import TestSupport
import Testing

@testable import Awarding

@Suite("conditions of rules", .migratedDatabaseForEachTest)
struct ConditionTests {
    let pilot: Pilot
    let person = "p-\(UUID())"

    init() async throws {
        pilot = try Pilot()
        try await pilot.define()
        try await pilot.retireSeed()
    }

    /// Evidence of a kind that shows level 2 of A1, as the person's.
    private func evidence(_ kind: String, level: Int = 2, by instructor: String? = "assessor-1") async throws
        -> Evidence
    {
        let competence = try await pilot.item("A1")
        if kind == "test" { return Evidence(person: person, about: [competence], level: level) }
        return Evidence.found(kind, competence, person: person, level: level, by: instructor)
    }

    @Test(
        "each kind of evidence counts for conditions of its kind only",
        arguments: [
            "test", "observation", "portfolio", "recognition",
        ])
    func kinds(kind: String) async throws {
        try await pilot.rule(#"{"kind":"\#(kind)"}"#)
        for other in ["test", "observation", "portfolio", "recognition"] where other != kind {
            try await pilot.store(try await evidence(other))
        }
        #expect(try await pilot.held(by: person) == [])
        try await pilot.store(try await evidence(kind))
        #expect(try await pilot.held(by: person) == ["A1.2"])
    }

    @Test("a level that the person found for itself never counts, whatever the statement calls it")
    func ownAssessor() async throws {
        try await pilot.rule(#"{"any":[{"kind":"test"},{"kind":"observation"},{"kind":"recognition"}]}"#)
        var own = try await evidence("observation", by: person)
        own.actor = #"{"account":{"homePage":"\#(Pilot.assessors)","name":"\#(person)"}}"#
        try await pilot.store(own, try await evidence("self"))
        var failed = try await evidence("observation")
        failed.success = false
        try await pilot.store(failed)
        #expect(try await pilot.held(by: person) == [])
    }

    @Test("all of a group's conditions must be met, and any of the other's")
    func groups() async throws {
        try await pilot.rule(
            #"{"all":[{"kind":"test"},{"any":[{"kind":"observation"},{"all":[{"kind":"portfolio"},{"kind":"recognition"}]}]}]}"#
        )
        try await pilot.store(try await evidence("test"), try await evidence("portfolio"))
        #expect(try await pilot.held(by: person) == [])
        let recognised = try await evidence("recognition")
        try await pilot.store(recognised)
        #expect(try await pilot.held(by: person) == ["A1.2"])
        try await pilot.store(try await evidence("observation"))
        #expect(try await pilot.held(by: person) == ["A1.2"])
        // The other way to the level holds the award when this one is gone.
        try await pilot.store.void(recognised.id)
        #expect(try await pilot.held(by: person) == ["A1.2"])
    }

    @Test("so many statements as the rule asks for, each counted once, in one batch or in several")
    func minimum() async throws {
        try await pilot.rule(#"{"kind":"observation","minimum":3}"#)
        let first = try await evidence("observation")
        try await pilot.store(first, try await evidence("observation"))
        try await pilot.store(first)
        #expect(try await pilot.held(by: person) == [])
        let third = try await evidence("observation")
        try await pilot.store(third)
        #expect(try await pilot.held(by: person) == ["A1.2"])
        try await pilot.store.void(third.id)
        #expect(try await pilot.held(by: person) == [])
        try await pilot.store(try await evidence("observation"))
        #expect(try await pilot.held(by: person) == ["A1.2"])
    }

    @Test("each condition has a cut score of its own")
    func cutScores() async throws {
        try await pilot.rule(
            #"{"any":[{"kind":"test","minimumScore":0.8},{"all":[{"kind":"test","minimumScore":0.6},{"kind":"observation"}]}]}"#
        )
        var test = try await evidence("test")
        test.scaled = "0.7"
        try await pilot.store(test)
        #expect(try await pilot.held(by: person) == [])
        try await pilot.store(try await evidence("observation"))
        #expect(try await pilot.held(by: person) == ["A1.2"])
    }

    @Test("evidence must be young enough when the level is awarded, and may grow old afterwards")
    func recency() async throws {
        try await pilot.rule(#"{"kind":"test","maximumAge":"P30D"}"#)
        var old = try await evidence("test")
        old.timestamp = Date(timeIntervalSinceNow: -31 * 86400).formatted(.iso8601)
        try await pilot.store(old)
        #expect(try await pilot.held(by: person) == [])
        var young = try await evidence("test")
        young.timestamp = Date(timeIntervalSinceNow: -29 * 86400).formatted(.iso8601)
        try await pilot.store(young)
        #expect(try await pilot.held(by: person) == ["A1.2"])
        try await pilot.database.administrator.withConnection { db in
            try await db.executeScript(
                """
                UPDATE credential.award SET awarded_at = awarded_at - interval '1 year';
                UPDATE credential.evidence SET happened_at = happened_at - interval '1 year';
                INSERT INTO credential.review (competence_item_key) SELECT competence_item_key FROM credential.award
                """)
        }
        #expect(try await pilot.held(by: person) == ["A1.2"])
    }

    @Test(
        "authorised assessors are those of the pilot, those of a partner that runs it, and authorities that are listed")
    func assessors() async throws {
        try await pilot.rule(#"{"kind":"observation","assessors":"authorised"}"#)
        try await pilot.store(
            try await evidence("observation", by: "stranger"), try await evidence("observation", by: nil))
        #expect(try await pilot.held(by: person) == [])
        try await pilot.list(assessors: ["assessor-1", "stranger"], pilot: "riga-1")
        #expect(try await pilot.held(by: person) == ["A1.2"], "who is listed later counts for what was stored before")
        try await pilot.list(assessors: ["assessor-1"], pilot: "riga-1")
        #expect(try await pilot.held(by: person) == ["A1.2"], "what an assessor found before being removed counts on")
        let late = "p-\(UUID())"
        try await pilot.store(Evidence.found("observation", try await pilot.item("A1"), person: late, by: "stranger"))
        #expect(try await pilot.held(by: late) == [])
        try await pilot.list(assessors: ["stranger"], partner: "riga")
        #expect(try await pilot.held(by: late) == ["A1.2"])
        let another = "p-\(UUID())"
        try await pilot.store(Evidence.found("observation", try await pilot.item("A1"), person: another, by: nil))
        #expect(try await pilot.held(by: another) == [])
        try await pilot.list(assessors: ["platform"], pilot: "riga-1", homePage: Pilot.baseURL + "/")
        #expect(try await pilot.held(by: another) == ["A1.2"])
    }

    @Test("evidence of several pilots counts together or not, as the rule says")
    func pilots() async throws {
        try await pilot.define("lille-1")
        try await pilot.rule(#"{"all":[{"kind":"test"},{"kind":"observation"}]}"#, #""evidence":"one-pilot""#)
        var elsewhere = try await evidence("observation")
        elsewhere.pilot = "lille-1"
        try await pilot.store(try await evidence("test"), elsewhere)
        #expect(try await pilot.held(by: person) == [])
        try await pilot.rule(#"{"all":[{"kind":"test"},{"kind":"observation"}]}"#, #""evidence":"across-pilots""#)
        #expect(try await pilot.held(by: person) == ["A1.2"])
    }
}
