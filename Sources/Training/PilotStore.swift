internal import LibPQ
internal import Schema

/// Pilots, their partners and who is enrolled in them.
public struct PilotStore: Sendable {
    let database: CallerDatabase

    /// The pilots that a caller may see.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// Defines a pilot, or brings its definition up to date.
    ///
    /// Statements that named the pilot before are tied to it.
    /// - Parameters:
    ///   - definition: JSON as `training.define_pilot` describes it.
    ///   - actor: Name of the API key, for the history of states.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func define(_ definition: [UInt8], by actor: String? = nil) async throws {
        try await database.define(Queries.trainingDefinePilot(JSONBText(definition)), by: actor)
    }
}
