import Awarding
import Credentials
import FoundationEssentials
import LearningRecords
import LibPQ
import Logging
import Operations
import XAPI

/// The whole way from stored statements to signed credentials, on a database of its own.
struct StoredAwards {
    let database: ConnectionConfiguration
    let count: Int

    /// Awards in a second of the clock, by one worker over an empty database that is migrated first.
    func perSecond() async throws -> Double {
        _ = try await Migrator(database, version: "benchmark").migrate()
        var service = database
        service.runtimeParameters["role"] = "tessera_service"
        let pool = ConnectionPool(service)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            defer { group.cancelAll() }
            let rate = try await measure(pool)
            await pool.drain()
            return rate
        }
    }

    private func measure(_ pool: ConnectionPool) async throws -> Double {
        let store = StatementStore(pool: pool)
        let competence = try await pool.withConnection { db in
            try await db.one("SELECT identifier FROM framework.item WHERE kind = 'competence' LIMIT 1", as: UUID.self)
        }
        for start in stride(from: 0, to: count, by: 500) {
            let batch = try (start..<min(start + 500, count)).map { try Self.statement($0, about: competence) }
            try await store.store(
                batch, authority: Authority(accountHomePage: SampleAwards.baseURL + "/", name: "platform"))
        }
        let identity = try IssuerIdentity(
            baseURL: SampleAwards.baseURL, name: "Tessera", tokenKey: SigningKey(), proofKey: .ed25519())
        let issuer = CredentialIssuer(pool: pool, identity: identity)
        try await issuer.registerKeys()
        let worker = AwardWorker(
            finder: AwardFinder(pool: pool), issuer: issuer, lists: StatusListPublisher(pool: pool, identity: identity),
            logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() })
        let start = ContinuousClock.now
        while try await worker.step() {}
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let signed = try await pool.withConnection { db in
            try await db.one("SELECT count(*) FROM credential.credential", as: Int64.self)
        }
        guard signed == count else { throw Missing(signed: signed) }
        return Double(count) / seconds
    }

    /// Not every statement became a credential.
    struct Missing: Error {
        let signed: Int64
    }

    private static func statement(_ number: Int, about competence: UUID) throws -> IncomingStatement {
        let text = """
            {"id":"\(UUID().uuidString.lowercased())",
             "actor":{"account":{"homePage":"https://id.riga.example.eu","name":"p-\(number)"}},
             "verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},
             "object":{"id":"https://lms.example.eu/test-1","definition":{"type":"\(SchemeVocabulary.assessment)"}},
             "result":{"success":true,"score":{"scaled":0.86},"extensions":{"\(SchemeVocabulary.level)":
               {"level":2,"levelId":"https://framework.example.eu/level"}}},
             "timestamp":"2026-03-20T10:00:00Z",
             "context":{"contextActivities":{"other":[{
               "id":"https://framework.example.eu/ims/case/v1p1/CFItems/\(competence.uuidString.lowercased())",
               "definition":{"type":"\(SchemeVocabulary.competency)"}}]}}}
            """
        let batch = try StatementBatch.parse(bytes: Array(text.utf8), version: .v2_0)
        return try IncomingStatement(batch.statements[0], version: .v2_0)
    }
}
