internal import LibPQ
internal import Schema

/// What people read of the training: each page's content in one document, with names for codes, and without accounts.
public struct TrainingReader: Sendable {
    private let database: CallerDatabase

    /// What a caller may see.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// Pilots, curricula and proposals of joint curricula, as JSON.
    public func overview() async throws -> [UInt8]? {
        try await database.document(Queries.trainingPagePilots())
    }

    /// A pilot, as JSON; nil when there is none, or not for the caller.
    public func pilot(_ code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingPagePilot(code))
    }

    /// A version of a curriculum, as JSON; nil when there is none, or not for the caller.
    public func curriculum(_ code: String, _ version: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingPageCurriculum(code, version))
    }

    /// A partner's needs and targets, as JSON; nil when there is none, or not for the caller.
    public func partner(_ code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingPagePartner(code))
    }
}
