public import Credentials
internal import FoundationEssentials
public import LibPQ
internal import Schema

/// Achievements, each a competence at a level: what credentials name as that which was reached.
public struct AchievementStore: Sendable {
    private let pool: ConnectionPool
    private let identity: IssuerIdentity

    /// The achievements that an issuer attests.
    public init(pool: ConnectionPool, identity: IssuerIdentity) {
        self.pool = pool
        self.identity = identity
    }

    /// An achievement as a credential would have it; nil when no published framework has the competence and level, or
    /// has not all of its texts in the language.
    ///
    /// The credential is nobody's and is never signed: it lends its achievement only.
    ///
    /// - Parameters:
    ///   - competence: The competence's identifier, or its code: that of the newest published framework that has it.
    ///   - level: The level's number.
    ///   - language: The language of the texts (BCP 47), as the framework has it; nil for the framework's own.
    public func achievement(
        _ competence: String, level: Int16, language: String? = nil
    ) async throws -> OpenBadgeCredential? {
        let query = Queries.awardingAchievement(UUID(uuidString: competence), competence, level, language)
        let row = try await pool.withConnection { db in try await db.first(query, as: UnsignedAward.Columns.self) }
        return try row.map { row in
            let award = UnsignedAward(row, evidence: [], status: nil, issuer: identity, translation: language)
            return try OpenBadgeCredential(award.award)
        }
    }
}
