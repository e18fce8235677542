import FoundationEssentials
import LibPQ
import TestSupport
import Testing
import Training

/// What the function in the database refuses, rule by rule, is tested in `EvaluationTests/sql/define_pilot.check.sql`.
@Suite("defining pilots", .migratedDatabase)
struct PilotStoreTests {
    let database: MigratedDatabase
    let store: PilotStore
    /// Each test defines a pilot of its own.
    let code = "p-\(UUID().uuidString.prefix(8).lowercased())"

    init() throws {
        database = try MigratedDatabase.current
        store = PilotStore(CallerDatabase(pool: database.service, partner: nil))
    }

    /// A definition with members replaced or added.
    private func definition(_ changes: KeyValuePairs<String, String> = [:]) -> [UInt8] {
        var members = [
            "code": #""\#(code)""#, "iri": #""https://pilots.example.eu/\#(code)""#, "title": #""A pilot""#,
            "framework": #"{"code":"IUS","version":"0.1"}"#, "profile": #"{"code":"P4"}"#,
            "curriculum": #"{"iri":"https://pilots.example.eu/curriculum","version":"1.0"}"#,
            "partners": #"[{"code":"\#(code)-a","name":"A"},{"code":"\#(code)-b","name":"B","country":"FR"}]"#,
            "startsOn": #""2026-03-02""#, "endsOn": #""2026-03-27""#,
            "enrolments": """
            [{"registration": "\(Self.registration(of: code))", "partner": "\(code)-a",
              "account": {"homePage": "https://id.example.eu/", "name": "\(code)-1"}}]
            """,
        ]
        for (name, value) in changes { members[name] = value }
        let text = members.sorted { $0.key < $1.key }.map { #""\#($0.key)":\#($0.value)"# }.joined(separator: ",")
        return Array("{\(text)}".utf8)
    }

    /// A registration that belongs to a pilot's code.
    private static func registration(of code: String) -> String { "00000000-0000-4000-8000-0000\(code.dropFirst(2))" }

    /// Title, state, partners and enrolments; nil when there is no such pilot.
    private func stored() async throws -> (title: String, state: String, partners: [String], enrolments: Int64)? {
        try await database.administrator.withConnection { db in
            try await db.first(
                """
                SELECT title, state::text, array(
                        SELECT p.code FROM training.pilot_partner AS pp JOIN training.partner AS p USING (partner_key)
                        WHERE pp.pilot_key = pilot.pilot_key ORDER BY p.code),
                    (SELECT count(*) FROM training.enrolment AS e WHERE e.pilot_key = pilot.pilot_key)
                FROM training.pilot WHERE code = \(code)
                """, as: (String, String, [String], Int64).self)
        }
    }

    @Test("a definition makes the pilot, its partners and enrolments, and tells the store what its IRI is")
    func defined() async throws {
        try await store.define(definition())
        let stored = try await stored()
        #expect(stored?.title == "A pilot" && stored?.state == "planned")
        #expect(stored?.partners == ["\(code)-a", "\(code)-b"] && stored?.enrolments == 1)
        let type = try await database.administrator.withConnection { db in
            try await db.one(
                "SELECT type FROM lrs.activity WHERE iri = \("https://pilots.example.eu/" + code)", as: String.self)
        }
        #expect(type == "https://w3id.org/xapi/iust/activity-types/pilot")
    }

    @Test("the same definition twice changes no row")
    func idempotent() async throws {
        func versions() async throws -> [String] {
            try await database.administrator.withConnection { db in
                try await db.rows(
                    """
                    SELECT p.ctid::text || p.xmin::text || p::text FROM training.pilot AS p WHERE code = \(code)
                    UNION ALL SELECT p.ctid::text || p.xmin::text || p::text FROM training.partner AS p
                    WHERE code LIKE \(code + "-%")
                    UNION ALL SELECT e.ctid::text || e.xmin::text || e::text FROM training.enrolment AS e
                    WHERE pilot_key = (SELECT pilot_key FROM training.pilot WHERE code = \(code))
                    ORDER BY 1
                    """, as: String.self)
            }
        }
        try await store.define(definition())
        let first = try await versions()
        #expect(first.count == 4)
        try await store.define(definition())
        #expect(try await versions() == first)
    }

    @Test("a later definition replaces the earlier one; enrolments that it leaves out stay")
    func changed() async throws {
        try await store.define(definition())
        let partners = #"[{"code":"\#(code)-a"},{"code":"\#(code)-c","name":"C"}]"#
        try await store.define(
            definition(["title": #""Another""#, "state": #""running""#, "partners": partners, "enrolments": "[]"]))
        let stored = try await stored()
        #expect(stored?.title == "Another" && stored?.state == "running")
        #expect(stored?.partners == ["\(code)-a", "\(code)-c"] && stored?.enrolments == 1)
    }

    @Test("many definitions at once, of one pilot and of several that share partners, all succeed")
    func atOnce() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                let other = #""\#(code)-\#(number % 3)""#
                let iri = #""https://pilots.example.eu/\#(code)-\#(number % 3)""#
                let definition = definition(["code": other, "iri": iri, "enrolments": "[]"])
                group.addTask { try await store.define(definition) }
            }
            try await group.waitForAll()
        }
    }

    @Test(
        "what is wrong is told by field and rule, and nothing is changed",
        arguments: [
            (field: "startsOn", value: #""soon""#, message: "/startsOn must be a day as YYYY-MM-DD"),
            ("endsOn", #""2025-01-01""#, "/endsOn must not be before startsOn"),
            ("title", "7", "/title must be a string"),
            ("titel", #""A pilot""#, "/titel is not a known field"),
            ("profile", #"{"code":"P99"}"#, "/profile/code names no profile of framework IUS 0.1: P99"),
            ("framework", #"{"code":"IUS","version":"9"}"#, "/framework names no framework here: IUS 9"),
            ("partners", "{}", "/partners must be an array"),
            ("enrolments", #"[{"registration":"x"}]"#, "/enrolments/0/registration must be a UUID"),
            ("plannedHours", "1e400000", ""), ("plannedHours", "1e400", "/plannedHours must be a number of hours"),
        ])
    func refused(field: String, value: String, message: String) async throws {
        let error = await #expect(throws: DefinitionError.self) {
            try await store.define(definition([field: value]))
        }
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "no message")")
        #expect(try await stored() == nil)
    }

    @Test("a refused change leaves the earlier definition as it was")
    func refusedChange() async throws {
        try await store.define(definition())
        await #expect(throws: DefinitionError.self) {
            try await store.define(definition(["title": #""Another""#, "partners": "[]"]))
        }
        #expect(try await stored()?.title == "A pilot")
        #expect(try await stored()?.partners.count == 2)
    }

    @Test("the IRI of a pilot cannot change, nor be another pilot's")
    func iris() async throws {
        try await store.define(definition())
        let moved = await #expect(throws: DefinitionError.self) {
            try await store.define(definition(["iri": #""https://pilots.example.eu/moved""#]))
        }
        #expect(moved?.message.hasPrefix("/iri cannot change; pilot \(code) has ") == true)
        let stolen = await #expect(throws: DefinitionError.self) {
            try await store.define(definition(["code": #""\#(code)-2""#]))
        }
        #expect(stolen?.message == "/iri is the IRI of another pilot")
    }

    @Test("another partner's pilot stays as it is; its partners change it, and define others")
    func foreign() async throws {
        try await store.define(definition())
        func of(_ partner: String) -> PilotStore {
            PilotStore(CallerDatabase(pool: database.service, partner: "\(code)-\(partner)"))
        }
        try await store.define(
            definition([
                "code": #""\#(code)-2""#, "iri": #""https://pilots.example.eu/\#(code)-2""#, "enrolments": "[]",
                "partners": #"[{"code":"\#(code)-c","name":"C"}]"#,
            ]))
        let taking = #"[{"code":"\#(code)-c"}]"#
        let error = await #expect(throws: DefinitionError.self) {
            try await of("c").define(definition(["title": #""Mine""#, "partners": taking, "enrolments": "[]"]))
        }
        #expect(error?.kind == .foreign)
        #expect(try await stored()?.title == "A pilot")
        try await of("b").define(definition(["title": #""Ours""#]))
        #expect(try await stored()?.title == "Ours")
    }

    @Test(
        "what is no JSON object is refused in words",
        arguments: [
            Array("".utf8), Array("{".utf8), Array("[]".utf8), Array("null".utf8), Array("\"text\"".utf8),
            [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], Array(#"{"code":"\u0000"}"#.utf8), Array("{\"a\":1,}".utf8),
            [0x7B, 0x00, 0x7D],
        ])
    func malformed(bytes: [UInt8]) async throws {
        let error = await #expect(throws: DefinitionError.self) { try await store.define(bytes) }
        #expect(error?.message.isEmpty == false)
    }

    @Test("what is nested too deep for the database is refused like other malformed text")
    func deeplyNested() async throws {
        let deep = Array(String(repeating: "[", count: 200_000).utf8)
        let error = await #expect(throws: DefinitionError.self) { try await store.define(deep) }
        #expect(error?.message.isEmpty == false)
    }
}
