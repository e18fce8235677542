import FoundationEssentials
import LearningRecords
import LibPQ
import Logging
import TestSupport
import Testing
import Training

/// One after the other: settling is for whatever is there.
@Suite("statements that name what is defined later", .migratedDatabase, .serialized)
struct ReferenceTests {
    let sample: SampleTraining
    let store: StatementStore
    let settler: ReferenceSettler
    private let authority = Authority(accountHomePage: "https://tessera.example/keys", name: "reference-tests")

    init() throws {
        sample = try SampleTraining()
        store = StatementStore(pool: sample.database.service)
        settler = ReferenceSettler(
            pool: sample.database.service, grace: .zero, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    private func send() async throws {
        let item = try await sample.item("A1.2")
        try await store.store([try sample.answer(about: item)], authority: authority)
    }

    private func everything() async throws -> String {
        let names = ["pilot", "curriculum", "profile", "test", "test/items/1"].map(sample.iri)
        return try await (names + [sample.item("A1.2")]).joined(separator: " ")
    }

    @Test("nothing is lost: defining the pilot and the instrument ties the statements that came before")
    func defining() async throws {
        try await send()
        #expect(try await sample.tied() == [""])
        try await sample.pilots.define(sample.pilotDefinition())
        let some = ["pilot", "curriculum", "profile"].map(sample.iri).joined(separator: " ")
        #expect(try await sample.tied() == [some])
        try await sample.instruments.define(sample.instrumentDefinition)
        let more = ["pilot", "curriculum", "profile", "test", "test/items/1"].map(sample.iri).joined(separator: " ")
        #expect(try await sample.tied() == [more])
        // The level is an item of the framework, which is here: its identifier tells what it is.
        try await settler.settle()
        #expect(try await sample.tied() == [everything()])
    }

    @Test("what a server stores before it has heard of a definition is tied when it is looked at again")
    func late() async throws {
        try await send()
        try await sample.pilots.define(sample.pilotDefinition())
        try await sample.instruments.define(sample.instrumentDefinition)
        // The store remembers for some seconds that the activities have no type.
        try await send()
        #expect(try await sample.tied().last == "")
        try await settler.settle()
        #expect(try await sample.tied() == [everything(), everything()])
        #expect(try await waiting() == 0)
    }

    @Test("a definition that is sent again, and another look, change nothing")
    func again() async throws {
        try await send()
        try await sample.pilots.define(sample.pilotDefinition())
        try await sample.instruments.define(sample.instrumentDefinition)
        try await settler.settle()
        let versions = try await versions()
        try await sample.pilots.define(sample.pilotDefinition())
        try await sample.instruments.define(sample.instrumentDefinition)
        try await settler.settle()
        #expect(try await versions == self.versions())
    }

    @Test("statements that are tied to a competence only now are looked at for awards")
    func outbox() async throws {
        try await send()
        #expect(try await news() == 0)
        try await sample.pilots.define(sample.pilotDefinition())
        try await settler.settle()
        #expect(try await news() > 0)
    }

    @Test("what nobody defines shows in data quality, until it is defined")
    func quality() async throws {
        try await sample.pilots.define(sample.pilotDefinition())
        let late = StatementStore(pool: sample.database.service)
        let item = try await sample.item("A1")
        try await late.store([try sample.answer(about: item)], authority: authority)
        let missing = ["instrument: a defined version of an instrument", "item: one of the instrument's"]
        #expect(try await faults() == missing)
        try await sample.instruments.define(sample.instrumentDefinition)
        try await settler.settle()
        #expect(try await faults() == [])
    }

    private func faults() async throws -> [String] {
        try await sample.database.refreshViews()
        return try await sample.database.service.withConnection { db in
            try await db.rows(
                """
                SELECT demand FROM evaluation.data_quality
                WHERE source = 'reference' AND pilot = \(sample.code) ORDER BY demand
                """, as: String.self)
        }
    }

    private func waiting() async throws -> Int64 {
        try await sample.database.administrator.withConnection { db in
            try await db.one("SELECT count(*) FROM lrs.unsettled_activity", as: Int64.self)
        }
    }

    private func news() async throws -> Int64 {
        try await sample.database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT count(*) FROM lrs.outbox JOIN lrs.statement AS s USING (statement_key)
                JOIN lrs.agent AS a ON a.agent_key = s.actor_key AND a.identifier = \(sample.account.name)
                """, as: Int64.self)
        }
    }

    private func versions() async throws -> [String] {
        try await sample.database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT s.ctid::text || s.xmin::text FROM lrs.statement AS s
                JOIN lrs.agent AS a ON a.agent_key = s.actor_key AND a.identifier = \(sample.account.name)
                UNION ALL
                SELECT ctid::text || xmin::text FROM lrs.activity WHERE iri LIKE \(sample.iri("%"))
                ORDER BY 1
                """, as: String.self)
        }
    }
}
