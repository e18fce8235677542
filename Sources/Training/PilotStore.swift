internal import LibPQ
internal import Schema

/// Pilots, their partners and who is enrolled in them.
public struct PilotStore: Sendable {
    private let database: CallerDatabase

    /// The pilots that a caller may see.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// Defines a pilot, or brings its definition up to date.
    ///
    /// - Parameter definition: JSON as `training.define_pilot` describes it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func define(_ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefinePilot(JSONBText(definition)))
    }
}
