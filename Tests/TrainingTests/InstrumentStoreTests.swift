import FoundationEssentials
import JSON
import LibPQ
import TestSupport
import Testing
import Training

/// What the functions in the database refuse, rule by rule, is tested in
/// `EvaluationTests/sql/define_instrument.check.sql`.
@Suite("defining instruments", .migratedDatabase)
struct InstrumentStoreTests {
    let database: MigratedDatabase
    let store: InstrumentStore
    /// Each test defines an instrument of its own.
    let code = "i-\(UUID().uuidString.prefix(8).lowercased())"

    init() throws {
        database = try MigratedDatabase.current
        store = InstrumentStore(CallerDatabase(pool: database.service, partner: nil))
    }

    private var iri: String { "https://instruments.example.eu/\(code)" }

    private func definition(_ changes: KeyValuePairs<String, String> = [:]) -> [UInt8] {
        var members = [
            "code": #""\#(code)""#, "version": #""1.0""#, "iri": #""\#(iri)""#, "kind": #""survey""#,
            "title": #"{"en":"Reaction","lv":"Reakcija"}"#, "partners": "[]",
            "items": """
            [{"iri":"\(iri)/items/1","text":{"en":"It was useful."},"interaction":"likert","kirkpatrick":1,
              "scale":[{"id":"no","label":{"en":"No"}},{"id":"yes","label":{"en":"Yes"}}]}]
            """,
        ]
        for (name, value) in changes { members[name] = value }
        let text = members.sorted { $0.key < $1.key }.map { #""\#($0.key)":\#($0.value)"# }.joined(separator: ",")
        return Array("{\(text)}".utf8)
    }

    private func version() async throws -> JSONValue? {
        try await store.version("1.0", of: code).map { try JSONDocument(parsing: $0).root }
    }

    @Test("what is defined comes back as it was sent, with its state, and can be sent again")
    func roundTrip() async throws {
        try await store.define(definition())
        let found = try #require(await store.version("1.0", of: code))
        let document = try JSONDocument(parsing: found).root
        #expect(document["title"]?["lv"]?.string == "Reakcija" && document["state"]?.string == "draft")
        let item = try #require(document["items"]?[0])
        #expect(item["scale"]?.elements.map { $0["id"]?.string } == ["no", "yes"])
        #expect(item["interaction"]?.string == "likert" && item["kirkpatrick"]?.integer == 1)
        try await store.define(found)
        #expect(try await store.version("1.0", of: code) == found)
    }

    @Test("a list and the instrument itself show its versions")
    func listed() async throws {
        try await store.define(definition())
        try await store.define(definition(["version": #""1.1""#, "iri": #""\#(iri)/1.1""#]))
        let one = try JSONDocument(parsing: #require(await store.instrument(code))).root
        #expect(one["versions"]?.elements.map { $0["version"]?.string } == ["1.0", "1.1"])
        let all = try JSONDocument(parsing: #require(await store.instruments())).root
        #expect(all["instruments"]?.elements.contains { $0["code"]?.string == code } == true)
        #expect(try await store.instrument("none") == nil)
        #expect(try await store.version("2.0", of: code) == nil)
    }

    @Test("a published version does not change, and can be sent again as it is")
    func published() async throws {
        try await store.define(definition())
        try await store.publish("1.0", of: code, by: "tests")
        try await store.publish("1.0", of: code, by: "others")
        #expect(try await version()?["state"]?.string == "published")
        try await store.define(definition())
        let error = await #expect(throws: DefinitionError.self) {
            try await store.define(definition(["title": #"{"en":"Another"}"#]))
        }
        #expect(error?.kind == .frozen)
        #expect(error?.message == "version 1.0 of \(code) is published and does not change; make another version")
        let unknown = await #expect(throws: DefinitionError.self) {
            try await store.publish("9", of: code, by: "tests")
        }
        #expect(unknown?.kind == .missing)
    }

    @Test("what is wrong is told by field and rule, and nothing is kept")
    func refused() async throws {
        let error = await #expect(throws: DefinitionError.self) {
            try await store.define(definition(["kind": #""quiz""#]))
        }
        #expect(error?.pointer == "/kind" && error?.kind == .invalid)
        #expect(try await store.instrument(code) == nil)
    }

    @Test("a partner uses the scheme's instruments and publishes only its own")
    func partners() async throws {
        try await database.administrator.withConnection { db in
            _ = try await db.execute(
                "INSERT INTO training.partner (code, name) VALUES (\(code), 'A partner') ON CONFLICT DO NOTHING")
        }
        let partner = InstrumentStore(CallerDatabase(pool: database.service, partner: code))
        let stranger = InstrumentStore(CallerDatabase(pool: database.service, partner: "nobody"))
        try await store.define(definition())
        #expect(try await partner.version("1.0", of: code) != nil)
        let foreign = await #expect(throws: DefinitionError.self) {
            try await partner.publish("1.0", of: code, by: "partner")
        }
        #expect(foreign?.kind == .foreign)
        let own = definition([
            "code": #""\#(code)-own""#, "iri": #""\#(iri)-own""#, "partners": #"["\#(code)"]"#,
        ])
        try await partner.define(own)
        try await partner.publish("1.0", of: code + "-own", by: "partner")
        #expect(try await stranger.instrument(code + "-own") == nil)
        let taken = await #expect(throws: DefinitionError.self) {
            try await partner.define(definition(["partners": #"["\#(code)"]"#]))
        }
        #expect(taken?.kind == .foreign)
        #expect(try await version()?["partners"]?.count == 0)
    }
}
