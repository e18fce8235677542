public import FoundationEssentials
internal import LibPQ
internal import Schema
public import Training

/// Awards: which there are, why, and what a person decides of those that are proposed.
public struct AwardStore: Sendable {
    private let database: CallerDatabase

    /// The awards that a caller may see: for a partner those of its pilots.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// What becomes of awards.
    public enum State: String, Sendable, CaseIterable {
        /// A person is to decide.
        case proposed
        /// It stands.
        case awarded
        /// A person refused it.
        case refused
        /// It no longer stands.
        case withdrawn
    }

    /// Which awards are asked for.
    public struct Filter: Sendable {
        /// Code of the pilot in which they arose; nil for any.
        public var pilot: String?
        /// Code of their competence; nil for any.
        public var competence: String?
        /// What became of them; nil for anything.
        public var state: State?
        /// The award after which they begin; nil for the first.
        public var after: UUID?

        /// All awards, until members say otherwise.
        public init(pilot: String? = nil, competence: String? = nil, state: State? = nil, after: UUID? = nil) {
            self.pilot = pilot
            self.competence = competence
            self.state = state
            self.after = after
        }
    }

    /// Awards, oldest first, as JSON; its member `next` is there where more may follow, after the award that it names.
    public func awards(_ filter: Filter, atMost limit: Int32) async throws -> [UInt8]? {
        try await database.document(
            Queries.awardingAwards(filter.pilot, filter.state?.rawValue, limit, filter.competence, filter.after))
    }

    /// An award as JSON; nil when there is none, or not for the caller.
    public func award(_ id: UUID) async throws -> [UInt8]? {
        try await database.document(Queries.awardingAward(id))
    }

    /// Why an award was made, and what is missing for the next level, as JSON; nil when there is no such award.
    public func explanation(of award: UUID) async throws -> [UInt8]? {
        try await database.document(Queries.awardingExplainAward(award))
    }

    /// A person's levels of a competence, explained, as JSON; nil when either is unknown.
    ///
    /// - Parameters:
    ///   - homePage: Home page of the person's account.
    ///   - name: Name of the account.
    ///   - competence: The competence's code.
    public func explanation(ofAccount name: String, at homePage: String, competence: String) async throws -> [UInt8]? {
        try await database.document(Queries.awardingExplainPerson(homePage, name, competence))
    }

    /// Approves a proposed award, which is then signed.
    ///
    /// - Throws: `DefinitionError` when there is no such award, or it is not proposed.
    public func approve(_ award: UUID, because reason: String?, by actor: String) async throws {
        try await database.define(Queries.awardingDecideAward(award, true, reason, actor))
    }

    /// Refuses a proposed award; only new evidence proposes it again.
    public func refuse(_ award: UUID, because reason: String, by actor: String) async throws {
        try await database.define(Queries.awardingDecideAward(award, false, reason, actor))
    }

    /// Has everybody's evidence weighed anew, or that of one pilot, by the workers.
    public func reevaluate(pilot code: String?) async throws {
        try await database.define(Queries.awardingReviewAwards(code))
    }
}
