import LearningRecords
import LibPQ
import TestSupport

extension MigratedDatabase {
    /// Holds a table against everybody else while `body` runs: who uses it waits.
    func holding(_ table: String, _ body: () async throws -> Void) async throws {
        try await administrator.withTransaction { db in
            try await db.executeScript("LOCK TABLE \(table) IN ACCESS EXCLUSIVE MODE")
            try await body()
        }
    }

    /// Returns once so many sessions of this database wait for a lock.
    func untilSessionsWait(_ count: Int64 = 1) async throws {
        struct NobodyWaits: Error {}
        let areWaiting = try await eventually { try await waitingSessions() >= count }
        guard areWaiting else { throw NobodyWaits() }
    }

    /// How many sessions of this database wait for a lock.
    func waitingSessions() async throws -> Int64 {
        try await administrator.withConnection { db in
            try await db.one(
                """
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                """, as: Int64.self)
        }
    }
}

extension StatementStore {
    /// Stores requests that meet in one batch: they wait together behind one that finds the table held.
    func storeTogether(_ requests: [[Draft]], in database: MigratedDatabase) async throws -> [Outcome] {
        struct NeverWaited: Error {}
        let store = self
        return try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            try await database.holding("lrs.statement") {
                group.addTask { (-1, await Outcome.of { try await store.store(Draft()) }) }
                try await database.untilSessionsWait()
                for (position, drafts) in requests.enumerated() {
                    let request = try drafts.map { try $0.incoming() }
                    group.addTask {
                        (position, await Outcome.of { try await store.store(request, authority: .platform) })
                    }
                    guard try await eventually({ store.ingestStatistics.waitingRequests == position + 1 }) else {
                        throw NeverWaited()
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.dropFirst().map(\.1)
        }
    }
}
