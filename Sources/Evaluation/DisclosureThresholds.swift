public import LibPQ
internal import Schema

/// From how many people on numbers about them are shown.
public struct DisclosureThresholds: Sendable, Equatable {
    /// To a partner's own evaluators, in schema `evaluation`; at least 3.
    public let `internal`: Int32
    /// To everybody, in schema `published`; at least ``internal``.
    public let publication: Int32

    /// Those of an installation.
    public static func current(_ pool: ConnectionPool) async throws -> DisclosureThresholds {
        let found = try await pool.withConnection { db in
            try await db.one(Queries.evaluationThresholds(), as: (Int32, Int32).self)
        }
        return DisclosureThresholds(internal: found.0, publication: found.1)
    }

    /// Sets those of an installation, and notes who did; nil leaves one as it is.
    ///
    /// - Parameter pool: Connections as an administrator: the service may not lower what it is held to.
    /// - Throws: ``DisclosureError`` where one is too low.
    public static func set(
        internal ownThreshold: Int?, publication: Int?, by actor: String, _ pool: ConnectionPool
    ) async throws {
        try await DisclosureError.telling {
            try await pool.withTransaction { db in
                _ = try await db.execute(
                    Queries.evaluationSetThresholds(ownThreshold.map(Int64.init), publication.map(Int64.init), actor))
            }
        }
    }
}
