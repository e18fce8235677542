import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Training
import XAPI

/// A pilot with an instrument, and statements of somebody who takes part; each has IRIs of its own.
struct SampleTraining: Sendable {
    static let types = SchemeVocabulary.base + "/activity-types/"

    let database: MigratedDatabase
    let pilots: PilotStore
    let instruments: InstrumentStore
    let code = "s-\(UUID().uuidString.prefix(8).lowercased())"
    let registration = UUID()
    let account = (homePage: "https://id.example.eu", name: "p-\(UUID().uuidString.prefix(8).lowercased())")

    init() throws {
        database = try MigratedDatabase.current
        let access = CallerDatabase(pool: database.service, partner: nil)
        pilots = PilotStore(access)
        instruments = InstrumentStore(access)
    }

    /// An IRI of the pilot's own.
    func iri(_ name: String) -> String { "https://training.example.eu/\(code)/\(name)" }

    var instrumentDefinition: [UInt8] {
        Array(
            """
            {"code": "\(code)", "version": "1.0", "iri": "\(iri("test"))", "kind": "pre-test",
             "title": {"en": "A test"}, "framework": {"code": "IUS", "version": "0.1"},
             "items": [{"iri": "\(iri("test/items/1"))", "text": {"en": "Right?"}, "interaction": "true-false",
                        "correctResponses": ["true"], "competence": "A1", "targetLevel": 2}]}
            """.utf8)
    }

    func pilotDefinition(_ more: String = "", state: String = "planned") -> [UInt8] {
        Array(
            """
            {"code": "\(code)", "iri": "\(iri("pilot"))", "title": "A pilot", "state": "\(state)",
             "framework": {"code": "IUS", "version": "0.1"},
             "profile": {"code": "P4", "iri": "\(iri("profile"))"}, "profiles": [{"code": "P5"}],
             "curriculum": {"iri": "\(iri("curriculum"))", "version": "1.0"},
             "partners": [{"code": "\(code)", "name": "A partner"}], "startsOn": "2026-03-02", "endsOn": "2026-03-27",
             "enrolments": [{"registration": "\(registration.uuidString.lowercased())", "profile": "P5", "cohort": "A",
                             "account": {"homePage": "\(account.homePage)", "name": "\(account.name)"}}]\(more)}
            """.utf8)
    }

    /// An answer to the item, in whose context no activity has a type.
    func answer(about competence: String) throws -> IncomingStatement {
        try Self.incoming(
            """
            {"actor": {"account": {"homePage": "\(account.homePage)", "name": "\(account.name)"}},
             "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"}, "object": {"id": "\(iri("test/items/1"))"},
             "result": {"response": "true", "success": true},
             "context": {"contextActivities": {
                 "parent": [{"id": "\(iri("test"))"}], "other": [{"id": "\(competence)"}],
                 "grouping": [{"id": "\(iri("pilot"))"}, {"id": "\(iri("curriculum"))"}, {"id": "\(iri("profile"))"}]}}}
            """)
    }

    static func incoming(_ text: String) throws -> IncomingStatement {
        let batch = try StatementBatch.parse(bytes: Array(text.utf8), version: .v2_0)
        guard let statement = batch.statements.first else { throw NotOne() }
        return try IncomingStatement(statement, version: .v2_0)
    }

    struct NotOne: Error {}

    /// The IRI of a framework's item, by its code, on some host.
    func item(_ itemCode: String) async throws -> String {
        let identifier = try await database.administrator.withConnection { db in
            try await db.one("SELECT identifier FROM framework.item WHERE code = \(itemCode)", as: UUID.self)
        }
        return "https://\(code).example.eu/ims/case/v1p1/CFItems/\(identifier.uuidString.lowercased())"
    }

    /// What the pilot's statements are tied to, one line each.
    func tied() async throws -> [String] {
        try await database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT concat_ws(' ',
                    (SELECT iri FROM lrs.activity WHERE activity_key = s.pilot_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = s.curriculum_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = s.profile_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = s.instrument_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = s.item_key),
                    (SELECT iri FROM lrs.activity WHERE activity_key = s.competence_key))
                FROM lrs.statement AS s
                JOIN lrs.agent AS a ON a.agent_key = s.actor_key AND a.identifier = \(account.name)
                ORDER BY s.statement_key
                """, as: String.self)
        }
    }
}
