internal import LibPQ
internal import Schema

/// The methodologies by which pilots are evaluated, in versions.
public struct MethodologyStore: Sendable {
    private let database: CallerDatabase

    /// The methodologies, which are the scheme's: partners read them.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// The methodologies with their versions, as JSON.
    public func methodologies() async throws -> [UInt8]? {
        try await database.document(Queries.trainingMethodologies())
    }

    /// The version that was published last, as JSON; nil where none is.
    public func newest() async throws -> [UInt8]? {
        try await database.document(Queries.trainingNewestMethodology())
    }

    /// A version, as JSON that can be sent again; nil when there is none.
    public func version(_ version: String, of code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingMethodology(code, version))
    }

    /// Defines a version, or brings a draft up to date.
    ///
    /// - Parameter definition: JSON as `training.define_methodology` describes it.
    /// - Returns: Everything that is wrong with it; empty when it is defined.
    /// - Throws: ``DefinitionError`` when the version is published, or the caller a partner.
    public func define(_ definition: [UInt8]) async throws -> MethodologyFaults {
        try await database.defining { db in
            let faults = try await db.one(
                Queries.trainingDefineMethodology(JSONBText(definition)), as: JSONText.self)
            return try MethodologyFaults(json: faults.bytes)
        }
    }

    /// Publishes a version, which then never changes.
    ///
    /// - Parameter actor: Name of the API key.
    /// - Throws: ``DefinitionError`` when there is no such version, or the caller is a partner.
    public func publish(_ version: String, of code: String, by actor: String) async throws {
        try await database.define(Queries.trainingPublishMethodology(code, version, actor))
    }
}
