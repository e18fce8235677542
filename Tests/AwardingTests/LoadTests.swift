import FoundationEssentials
import LearningRecords
import LibPQ
import TestSupport
import Testing

@testable import Awarding

@Suite("awards under load", .migratedDatabaseForEachTest)
struct LoadTests {
    @Test("workers that are killed at random lose no award and double none")
    func killedWorkers() async throws {
        let pilot = try Pilot()
        try await pilot.define()
        let about = [try await pilot.item("A1"), try await pilot.item("B1")]
        let people = 600
        for batch in 0..<12 {
            let evidence = (0..<(people / 12)).map { Evidence(person: "p-\(batch)-\($0)", about: about) }
            try await pilot.store.store(
                evidence.map { try $0.incoming() },
                authority: .init(accountHomePage: Pilot.baseURL + "/", name: "platform"))
        }
        let killed = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let finder = AwardFinder(pool: pilot.database.service, rowsPerStep: 40, pairsPerStep: 20)
                    // A worker whose connection is cut goes on with another one, as the server's does.
                    for _ in 0..<60 { _ = try? await finder.findAwards() }
                    return 0
                }
            }
            group.addTask {
                var killed = 0
                for _ in 0..<60 {
                    killed += try await Self.killOne(pilot)
                    try await Task.sleep(for: .milliseconds(10))
                }
                return killed
            }
            return try await group.reduce(0, +)
        }
        try await pilot.findAwards()
        let (awards, distinct, proven) = try await pilot.database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT count(*), count(DISTINCT (agent_key, competence_item_key, level)),
                    (SELECT count(*) FROM credential.award_evidence)
                FROM credential.award WHERE withdrawn_at IS NULL
                """, as: (Int64, Int64, Int64).self)
        }
        #expect(killed > 0)
        #expect(awards == Int64(people * 2) && distinct == awards && proven == awards)
    }

    /// Ends the connection of a worker that is in the middle of its work.
    private static func killOne(_ pilot: Pilot) async throws -> Int {
        try await pilot.database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'
                    AND query LIKE '%credential.%'
                ORDER BY random() LIMIT 1
                """, as: Bool.self)
        }.count
    }
}
