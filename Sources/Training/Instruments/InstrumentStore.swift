internal import LibPQ
internal import Schema

/// Instruments, their versions and items: tests, surveys, observations, self-assessments and follow-ups.
public struct InstrumentStore: Sendable {
    private let database: CallerDatabase

    /// The instruments that a caller may see: for a partner its own, the scheme's, and those that its pilots use.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// The instruments with their versions, as JSON.
    public func instruments() async throws -> [UInt8]? {
        try await database.document(Queries.trainingInstruments(nil as String?))
    }

    /// An instrument with its versions, as JSON; nil when there is none, or not for the caller.
    public func instrument(_ code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingInstruments(code))
    }

    /// A version with its items, as JSON; nil when there is none, or not for the caller.
    public func version(_ version: String, of code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingInstrumentVersion(code, version))
    }

    /// Defines a version, or brings a draft up to date.
    ///
    /// Statements that named the version or its items before are tied to them.
    /// - Parameter definition: JSON as `training.define_instrument` describes it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func define(_ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefineInstrument(JSONBText(definition)))
    }

    /// Publishes a version, which then never changes.
    ///
    /// - Parameter actor: Name of the API key.
    public func publish(_ version: String, of code: String, by actor: String) async throws {
        try await database.define(Queries.trainingPublishInstrument(code, version, actor))
    }
}
