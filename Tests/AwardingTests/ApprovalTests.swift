import FoundationEssentials
import JSON
import LibPQ
import TestSupport
import Testing
import Training

@testable import Awarding

@Suite("approval by a person, and explanations", .migratedDatabaseForEachTest)
struct ApprovalTests {
    let pilot: Pilot
    let awards: AwardStore
    let person = "p-\(UUID())"

    init() async throws {
        pilot = try Pilot()
        awards = AwardStore(CallerDatabase(pool: pilot.database.service, partner: nil))
        try await pilot.define()
        try await pilot.issuer.registerKeys()
    }

    private func evidence() async throws -> Evidence {
        Evidence(person: person, about: [try await pilot.item("A1")])
    }

    private func proposal() async throws -> UUID {
        let listed = try #require(try await awards.awards(.init(pilot: "riga-1", state: .proposed), atMost: 10))
        let last = try JSONDocument(parsing: listed).root["awards"]?.elements.map { $0["id"]?.string }.last
        let id = try #require(last ?? nil)
        return try #require(UUID(uuidString: id))
    }

    @Test("a proposed award is signed once it is approved, and not before")
    func approved() async throws {
        try await pilot.approval(true)
        try await pilot.work(on: try await evidence())
        #expect(try await pilot.held(by: person) == ["A1.2?"])
        #expect(try await pilot.credentialIDs() == [])
        let id = try await proposal()
        try await awards.approve(id, because: nil, by: "examiner")
        try await awards.approve(id, because: nil, by: "another")
        #expect(try await pilot.held(by: person) == ["A1.2"])
        #expect(try await pilot.issuer.issueCredentials() == 1)
        await #expect(throws: DefinitionError.self) { try await awards.refuse(id, because: "Late", by: "examiner") }
    }

    @Test("a refused award is proposed again only on new evidence, and a refusal has a reason")
    func refused() async throws {
        try await pilot.approval(true)
        try await pilot.work(on: try await evidence())
        let id = try await proposal()
        await #expect(throws: DefinitionError.self) { try await awards.refuse(id, because: " ", by: "examiner") }
        try await awards.refuse(id, because: "The test was not supervised.", by: "examiner")
        try await awards.reevaluate(pilot: "riga-1")
        #expect(try await pilot.held(by: person) == [])
        #expect(try await pilot.withdrawalReason(of: person) == "Refused: The test was not supervised.")
        try await pilot.work(on: try await evidence())
        #expect(try await pilot.held(by: person) == ["A1.2?"])
        #expect(try await pilot.credentialIDs() == [])
    }

    @Test("a proposal whose evidence is voided is withdrawn and cannot be approved")
    func withdrawnProposal() async throws {
        try await pilot.approval(true)
        let evidence = try await evidence()
        try await pilot.work(on: evidence)
        let id = try await proposal()
        try await pilot.store.void(evidence.id)
        #expect(try await pilot.held(by: person) == [])
        await #expect(throws: DefinitionError.self) { try await awards.approve(id, because: nil, by: "examiner") }
    }

    @Test("an explanation names the statements that met each condition, and what is missing for the next level")
    func explanation() async throws {
        try await pilot.rule(
            #"{"all":[{"kind":"test","minimumScore":0.8},{"kind":"observation","minimum":2,"assessors":"authorised"}]}"#,
            code: "third", #""framework":{"code":"IUS","version":"0.1"},"level":3"#)
        var evidence = try await evidence()
        evidence.level = 3
        evidence.scaled = "0.9"
        try await pilot.work(on: evidence)
        let bytes = try #require(
            try await awards.explanation(ofAccount: person, at: "https://id.riga.example.eu", competence: "A1"))
        let root = try JSONDocument(parsing: bytes).root
        #expect(root["reached"]?.integer == 2)
        let levels = root["levels"]?.elements.map { $0 } ?? []
        let second = try #require(levels.dropFirst().first?["awards"]?.elements.map { $0 }.first)
        let proof = try #require(second["evidence"]?.elements.map { $0 }.first)
        #expect(proof["statement"]?.string?.uppercased() == evidence.id.uuidString)
        #expect(proof["conditions"]?.elements.map(\.integer) == [1])
        let rule = try #require(levels.dropFirst(2).first?["rules"]?.elements.map { $0 }.first)
        #expect(rule["conditions"]?.elements.map { $0["found"]?.integer } == [1, 0])
        #expect(
            rule["missing"]?.elements.flatMap { $0.elements.compactMap(\.string) }
                == ["2 observations by an authorised assessor"])
    }

    @Test("a partner sees the awards of its pilots only")
    func partners() async throws {
        try await pilot.work(on: try await evidence())
        for (partner, count) in [("riga", 1), ("lille", 0)] {
            let store = AwardStore(CallerDatabase(pool: pilot.database.service, partner: partner))
            let listed = try #require(try await store.awards(.init(), atMost: 10))
            #expect(try JSONDocument(parsing: listed).root["awards"]?.elements.map { $0 }.count == count, "\(partner)")
        }
    }

    @Test(
        "what is wrong with a rule is told by field",
        arguments: [
            (#"{"kind":"self"}"#, "/requires/kind"), (#"{"all":[]}"#, "/requires/all"),
            (#"{"any":[{"kind":"test"},{"kind":"test","minimum":0}]}"#, "/requires/any/1/minimum"),
            (#"{"kind":"portfolio","minimumScore":0.5}"#, "/requires/minimumScore"),
            (#"{"kind":"test","maximumAge":"2 years"}"#, "/requires/maximumAge"),
            (#"{"kind":"test","assessors":"mine"}"#, "/requires/assessors"),
        ])
    func misfits(requires: String, pointer: String) async throws {
        let rules = RuleStore(CallerDatabase(pool: pilot.database.service, partner: nil))
        let definition = #"{"code":"broken","description":"x","requires":\#(requires)}"#
        do {
            try await rules.define(Array(definition.utf8), by: "test")
            Issue.record("It was taken.")
        } catch let error as DefinitionError {
            #expect(error.pointer == pointer, "\(error)")
        }
    }

    @Test("a partner defines rules for its own pilots, not the scheme's")
    func foreignRules() async throws {
        let rules = RuleStore(CallerDatabase(pool: pilot.database.service, partner: "riga"))
        let own = #"{"code":"own","description":"x","pilot":"riga-1","requires":{"kind":"test"}}"#
        try await rules.define(Array(own.utf8), by: "riga")
        try await rules.publish("own", by: "riga")
        let shown = try #require(try await rules.rule("own"))
        #expect(try JSONDocument(parsing: shown).root["state"]?.string == "published")
        let scheme = #"{"code":"mine","description":"x","requires":{"kind":"test"}}"#
        await #expect(throws: DefinitionError.self) { try await rules.define(Array(scheme.utf8), by: "riga") }
        await #expect(throws: DefinitionError.self) { try await rules.retire("passed-assessment", by: "riga") }
    }
}
