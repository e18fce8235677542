internal import LibPQ

extension MigratedDatabase {
    /// Brings the views of schema `evaluation` up to date with everything that is stored, as servers do all the time.
    public func refreshViews() async throws {
        let moment = try await service.withConnection { db in
            try await db.one("SELECT clock_timestamp()::text", as: String.self)
        }
        while true {
            let didWork = try await service.withTransaction { db in
                try await db.one("SELECT statements + others > 0 FROM analysis.refresh(1000)", as: Bool.self)
            }
            if didWork { continue }
            let isThrough = try await service.withConnection { db in
                try await db.one(
                    "SELECT COALESCE(through >= \(moment)::text::timestamptz, false) FROM analysis.progress",
                    as: Bool.self)
            }
            if isThrough { return }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
