import Foundation
import LibPQ
import TestSupport
import Testing
import Training

/// What the functions in the database refuse, rule by rule, is tested in `EvaluationTests/sql/curricula.check.sql`, and
/// which rows a partner sees in `partner_rows.check.sql`.
@Suite("partners and curricula", .migratedDatabase)
struct CurriculumStoreTests {
    let database: MigratedDatabase
    /// Each test has partners and curricula of its own.
    let code = "c-\(UUID().uuidString.prefix(8).lowercased())"

    init() throws { database = try MigratedDatabase.current }

    private func partners(_ partner: String? = nil) -> PartnerStore {
        PartnerStore(CallerDatabase(pool: database.service, partner: partner))
    }

    private func curricula(_ partner: String? = nil) -> CurriculumStore {
        CurriculumStore(CallerDatabase(pool: database.service, partner: partner))
    }

    /// Partners `CODE-a` and `CODE-b`, and a curriculum of the first with one version.
    private func define() async throws {
        for partner in ["a", "b"] {
            try await partners().define(Array(#"{"code":"\#(code)-\#(partner)","name":"Partner \#(partner)"}"#.utf8))
        }
        try await curricula().define(Array(#"{"code":"\#(code)","title":"Title","partners":["\#(code)-a"]}"#.utf8))
        try await curricula().defineVersion(of: code, version())
    }

    private func version(title: String = "One") -> [UInt8] {
        Array(
            """
            {"version":"1.0","iri":"https://pilots.example.eu/\(code)/1.0","framework":{"code":"IUS","version":"0.1"},
             "profiles":["P4"],
             "units":[{"title":"\(title)","hours":7,"method":"lecture","teaches":[{"competence":"A1","level":2}]}]}
            """.utf8)
    }

    /// A member of a JSON document as text.
    private func member(_ path: String..., of document: [UInt8]?) throws -> String? {
        var value: Any? = try JSONSerialization.jsonObject(with: Data(#require(document)))
        for name in path {
            value = Int(name).flatMap { (value as? [Any])?[$0] } ?? (value as? [String: Any])?[name]
        }
        return value.map { "\($0)" }
    }

    @Test("what was defined is told again, and what a version does not cover")
    func defined() async throws {
        try await define()
        #expect(try await member("name", of: partners().partner("\(code)-a")) == "Partner a")
        #expect(try await member("curricula", "0", of: partners().partner("\(code)-a")) == code)
        #expect(try await member("partners", "0", of: curricula().curriculum(code)) == "\(code)-a")
        let version = try await curricula().version("1.0", of: code)
        #expect(try member("units", "0", "teaches", "0", "competence", of: version) == "A1")
        #expect(try member("hours", of: version) == "7")
        #expect(try member("state", of: version) == "draft")
        let coverage = try await curricula().coverage(of: "1.0", of: code)
        #expect(try member("profiles", "0", "targets", of: coverage) == "20")
        #expect(try member("profiles", "0", "taught", of: coverage) == "1")
        #expect(try member("profiles", "0", "uncovered", "0", of: coverage) == "A2")
    }

    @Test("what is wrong is told by field and rule, with the field as JSON Pointer")
    func refused() async throws {
        try await define()
        let error = await #expect(throws: DefinitionError.self) {
            try await curricula().defineVersion(
                of: code, Array(String(decoding: version(), as: UTF8.self).replacing("lecture", with: "magic").utf8))
        }
        #expect(error?.kind == .invalid && error?.pointer == "/units/0/method")
        #expect(error?.message.hasPrefix("/units/0/method must be lecture") == true)
    }

    @Test("versions are not derived from each other in a circle, however long")
    func circle() async throws {
        try await define()
        func derived(_ version: String, from parent: String) async throws {
            let definition = """
                {"version":"\(version)","derivedFrom":"\(parent)","iri":"https://pilots.example.eu/\(code)/\(version)"}
                """
            try await curricula().defineVersion(of: code, Array(definition.utf8))
        }
        try await derived("2.0", from: "1.0")
        try await derived("3.0", from: "2.0")
        let error = await #expect(throws: DefinitionError.self) { try await derived("1.0", from: "3.0") }
        #expect(error?.pointer == "/derivedFrom")
        #expect(error?.message == "/derivedFrom names a version that was derived from this one: 3.0")
        try await derived("2.0", from: "1.0")
    }

    @Test("lists that replace what is kept have to be there")
    func forgottenLists() async throws {
        try await define()
        let partner = "\(code)-a"
        let need = #"{"needs":[{"text":"Calm talks","notedOn":"2026-01-01"}]}"#
        try await partners().defineNeeds(of: partner, Array(need.utf8))
        for body in ["{}", #"{"needs":null}"#] {
            let error = await #expect(throws: DefinitionError.self) {
                try await partners().defineNeeds(of: partner, Array(body.utf8))
            }
            #expect(error?.pointer == "/needs")
        }
        #expect(try await member("needs", "0", "text", of: partners().needs(of: partner)) == "Calm talks")
        let targets = await #expect(throws: DefinitionError.self) {
            try await partners().defineTargets(of: partner, Array("{}".utf8))
        }
        #expect(targets?.pointer == "/targets")
        try await partners().defineNeeds(of: partner, Array(#"{"needs":[]}"#.utf8))
        let kept = try #require(await partners().needs(of: partner))
        #expect(!String(decoding: kept, as: UTF8.self).contains("Calm talks"))
    }

    @Test("a published version stays as it is; saying the same is no change")
    func published() async throws {
        try await define()
        try await curricula().publish("1.0", of: code)
        try await curricula().publish("1.0", of: code)
        try await curricula().defineVersion(of: code, version())
        let error = await #expect(throws: DefinitionError.self) {
            try await curricula().defineVersion(of: code, version(title: "Another"))
        }
        #expect(error?.kind == .frozen)
        let kept = try await curricula().version("1.0", of: code)
        #expect(try member("units", "0", "title", of: kept) == "One")
        #expect(try member("state", of: kept) == "published")
    }

    @Test("another partner's curriculum is not there, and its code is not to be had")
    func foreign() async throws {
        try await define()
        let other = curricula("\(code)-b")
        #expect(try await other.curriculum(code) == nil)
        #expect(try await other.version("1.0", of: code) == nil)
        #expect(try await other.coverage(of: "1.0", of: code) == nil)
        #expect(try await curricula("").curriculum(code) == nil, "no name is no partner's")
        let taken = await #expect(throws: DefinitionError.self) {
            try await other.define(Array(#"{"code":"\#(code)","title":"Mine","partners":["\#(code)-b"]}"#.utf8))
        }
        #expect(taken?.kind == .foreign)
        for attempt in [
            { try await other.defineVersion(of: code, version()) }, { try await other.publish("1.0", of: code) },
        ] as [() async throws -> Void] {
            let error = await #expect(throws: DefinitionError.self) { try await attempt() }
            #expect(error?.kind == .missing)
        }
        #expect(try await member("title", of: curricula().curriculum(code)) == "Title")
    }

    @Test("who a transaction is for is forgotten with it, also when it fails")
    func forgotten() async throws {
        try await define()
        try await database.withServicePool(options: PoolOptions(maximumConnections: 1)) { pool in
            let other = CurriculumStore(CallerDatabase(pool: pool, partner: "\(code)-b"))
            let everyone = CurriculumStore(CallerDatabase(pool: pool, partner: nil))
            let seen = [
                try await other.curriculum(code), try await everyone.curriculum(code),
            ]
            await #expect(throws: DefinitionError.self) { try await other.publish("1.0", of: code) }
            let seenAfterwards = try await everyone.curriculum(code)
            #expect(seen[0] == nil && seen[1] != nil && seenAfterwards != nil)
        }
    }
}
