internal import LibPQ
internal import Schema

/// Curricula with their versions, and what these cover of the profiles that they are for.
public struct CurriculumStore: Sendable {
    private let database: CallerDatabase

    /// The curricula that a caller may see: for a partner those that it owns, alone or jointly.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// The curricula with their versions, as JSON.
    public func curricula() async throws -> [UInt8]? {
        try await database.document(Queries.trainingCurricula())
    }

    /// A curriculum with its versions, as JSON; nil when there is none, or not for the caller.
    public func curriculum(_ code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingCurriculum(code))
    }

    /// Defines a curriculum and who owns it, or brings that up to date.
    ///
    /// - Parameter definition: JSON as `training.define_curriculum` describes it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func define(_ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefineCurriculum(JSONBText(definition)))
    }

    /// A version of a curriculum as JSON; nil when there is none, or not for the caller.
    public func version(_ version: String, of code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingCurriculumVersion(code, version))
    }

    /// Defines a version of a curriculum, or brings a draft up to date.
    ///
    /// - Parameter definition: JSON as `training.define_curriculum_version` describes it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func defineVersion(of code: String, _ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefineCurriculumVersion(code, JSONBText(definition)))
    }

    /// Publishes a version of a curriculum, which then never changes.
    ///
    /// - Throws: ``DefinitionError`` that names what is still missing.
    public func publish(_ version: String, of code: String) async throws {
        try await database.define(Queries.trainingPublishCurriculumVersion(code, version))
    }

    /// What a version covers of the profiles that it is for, as JSON; nil when there is none, or not for the caller.
    public func coverage(of version: String, of code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingCurriculumCoverage(code, version))
    }
}
