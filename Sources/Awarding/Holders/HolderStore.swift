internal import FoundationEssentials
public import LibPQ
internal import Schema
internal import Training

/// Holders: who has been let in by a claim link, and what they hold.
///
/// ```swift
/// if let session = try await holders.openSession(by: secret), let holder = try await holders.holder(session.secret) {
///     let json = try await holders.credentials(of: holder)
/// }
/// ```
public struct HolderStore: Sendable {
    let pool: ConnectionPool

    /// How long a session lasts.
    public static let sessionLength: Duration = .seconds(12 * 3600)

    /// The holders in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// What becomes of a claim link that somebody opens.
    public enum ClaimLinkState: Sendable {
        /// It opens a session.
        case good
        /// It has expired, or was revoked.
        case ended
        /// There is no such link.
        case unknown
    }

    /// Whether a claim link opens a session; looking does not use it.
    public func state(ofClaimLink secret: LinkSecret) async throws -> ClaimLinkState {
        let isGood = try await pool.withConnection { db in
            try await db.first(Queries.awardingClaimLink(secret.hash), as: Bool.self)
        }
        return isGood.map { $0 ? .good : .ended } ?? .unknown
    }

    /// Opens a session by a claim link; nil when the link is not good.
    ///
    /// A link may be used again until it expires.
    public func openSession(by link: LinkSecret) async throws -> OpenedSession? {
        let secret = LinkSecret()
        let seconds = Int32(Self.sessionLength / .seconds(1))
        let endsAt = try await pool.withConnection { db in
            try await db.first(
                Queries.awardingOpenHolderSession(link.hash, secret.hash, seconds), as: Date.self)
        }
        return endsAt.map { OpenedSession(secret: secret, endsAt: $0) }
    }

    /// Whose a session is; nil when it has ended, or its link was revoked.
    public func holder(_ session: LinkSecret) async throws -> Holder? {
        let row = try await pool.withConnection { db in
            try await db.first(
                Queries.awardingHolderOfSession(session.hash), as: (Int64, String?, String, Date).self)
        }
        return row.map { Holder(key: $0.0, partner: $0.1, identity: $0.2, sessionEndsAt: $0.3) }
    }

    /// Ends a session, if it has not ended.
    public func close(_ session: LinkSecret) async throws {
        try await pool.withConnection { db in
            _ = try await db.execute(Queries.awardingCloseHolderSession(session.hash))
        }
    }

    /// The database as the holder's link shows it.
    func database(of holder: Holder) -> CallerDatabase {
        CallerDatabase(pool: pool, partner: holder.partner)
    }
}
