public import LibPQ
internal import Schema

/// Change by discussion: what partners propose to change in drafts, what is said about it, and how it is decided.
///
/// A version of a framework that nobody may see yet is as if it were not there.
public struct ProposalStore: Sendable {
    /// A proposal: the version of a framework, and the number within it.
    public struct Place: Sendable, Hashable {
        /// Short name of the framework.
        public let code: String
        /// The version.
        public let version: String
        /// The proposal's number in that version.
        public let number: Int64

        /// The place of a proposal.
        public init(code: String, version: String, number: Int64) {
            self.code = code
            self.version = version
            self.number = number
        }
    }

    private let pool: ConnectionPool

    /// The proposals in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    // MARK: - Reading

    /// The proposals against a version, the newest first, as JSON; nil when there is no such version.
    public func list(_ code: String, _ version: String, status: ProposalStatus? = nil) async throws -> [UInt8]? {
        let json = try await pool.withConnection { db in
            try await db.first(Queries.frameworkProposals(code, version, status?.rawValue), as: JSONText.self)
        }
        return json?.bytes
    }

    /// A proposal with its discussion, as JSON; nil when there is no such proposal.
    public func proposal(at place: Place) async throws -> [UInt8]? {
        let json = try await pool.withConnection { db in
            try await db.first(
                Queries.frameworkProposal(place.code, place.version, place.number), as: JSONBText.self)
        }
        return json?.bytes
    }

    // MARK: - Writing

    /// Proposes a change of a draft.
    ///
    /// - Parameters:
    ///   - definition: JSON as `framework.make_proposal` describes it.
    ///   - partner: Code of the partner in whose name it is; nil for the scheme itself.
    /// - Returns: The proposal's number.
    /// - Throws: ``ProposalRefusal``.
    public func make(
        _ definition: [UInt8], for code: String, _ version: String, by partner: String?
    ) async throws -> Int32 {
        try await change { db in
            try await db.one(
                Queries.frameworkMakeProposal(code, version, partner, JSONBText(definition)), as: Int32.self)
        }
    }

    /// Says something about an open proposal.
    ///
    /// - Parameter comment: JSON as `framework.comment_proposal` describes it.
    /// - Returns: The comment's number.
    /// - Throws: ``ProposalRefusal``.
    public func comment(_ comment: [UInt8], on place: Place, by partner: String?) async throws -> Int32 {
        try await change { db in
            try await db.one(
                Queries.frameworkCommentProposal(
                    place.code, place.version, place.number, partner, JSONBText(comment)), as: Int32.self)
        }
    }

    /// Puts a partner behind an open proposal, or takes it back.
    /// - Throws: ``ProposalRefusal``.
    public func endorse(_ place: Place, by partner: String, endorses: Bool) async throws {
        try await change { db in
            try await db.execute(
                Queries.frameworkEndorseProposal(place.code, place.version, place.number, partner, endorses))
        }
    }

    /// Withdraws an open proposal, which only who proposed it can.
    ///
    /// - Parameter reason: JSON as `framework.withdraw_proposal` describes it.
    /// - Throws: ``ProposalRefusal``.
    public func withdraw(_ place: Place, reason: [UInt8], by partner: String?) async throws {
        try await change { db in
            try await db.execute(
                Queries.frameworkWithdrawProposal(
                    place.code, place.version, place.number, partner, JSONBText(reason)))
        }
    }

    /// Decides an open proposal; one that is accepted changes the draft at once, or not at all.
    ///
    /// - Parameter decision: JSON as `framework.decide_proposal` describes it.
    /// - Throws: ``ProposalRefusal``.
    public func decide(_ place: Place, decision: [UInt8], by partner: String?) async throws {
        try await change { db in
            try await db.execute(
                Queries.frameworkDecideProposal(
                    place.code, place.version, place.number, partner, JSONBText(decision)))
        }
    }

    @discardableResult
    private func change<Result>(
        _ body: (borrowing Connection) async throws -> Result
    ) async throws -> Result {
        do { return try await pool.withTransaction { db in try await body(db) } } catch let error as PostgresError {
            throw ProposalRefusal(error) ?? error
        }
    }
}
