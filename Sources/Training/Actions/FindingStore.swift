internal import LibPQ
internal import Schema

/// What evaluations of pilots found.
public struct FindingStore: Sendable {
    private let database: CallerDatabase

    /// The findings of the pilots that a caller may see.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// A pilot's findings, as JSON; nil when there is no such pilot, or not for the caller.
    ///
    /// - Parameter lacking: Whether only the musts are wanted that nobody has answered.
    public func findings(of pilot: String, lacking: Bool = false) async throws -> [UInt8]? {
        try await database.document(Queries.trainingFindings(pilot, lacking))
    }

    /// A finding with the actions about it, as JSON; nil when there is none, or not for the caller.
    public func finding(_ number: Int64, of pilot: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingFinding(pilot, number))
    }

    /// A pilot's findings and actions with what their pages need, as JSON; nil when there is no such pilot, or not for
    /// the caller.
    public func page(of pilot: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingPageActions(pilot))
    }

    /// Notes a finding, with the number that it rests on as it is now.
    ///
    /// - Parameters:
    ///   - definition: JSON as `training.note_finding` describes it.
    ///   - actor: Name of the API key.
    /// - Returns: The finding's number within the pilot.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func note(_ definition: [UInt8], of pilot: String, by actor: String) async throws -> Int32 {
        try await database.defining(by: actor) { db in
            try await db.one(Queries.trainingNoteFinding(pilot, JSONBText(definition)), as: Int32.self)
        }
    }

    /// Tells why nothing is done about a finding.
    ///
    /// - Parameters:
    ///   - reason: JSON as `training.reject_finding` describes it.
    ///   - actor: Name of the API key.
    /// - Throws: ``DefinitionError``.
    public func reject(_ number: Int64, of pilot: String, _ reason: [UInt8], by actor: String) async throws {
        try await database.define(Queries.trainingRejectFinding(pilot, number, JSONBText(reason)), by: actor)
    }

    /// Proposes what is to be done about a finding.
    ///
    /// - Parameters:
    ///   - definition: JSON as `training.propose_action` describes it.
    ///   - actor: Name of the API key.
    /// - Returns: The action's number.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func propose(
        _ definition: [UInt8], about number: Int64, of pilot: String, by actor: String
    ) async throws -> Int64 {
        try await database.defining(by: actor) { db in
            try await db.one(Queries.trainingProposeAction(pilot, number, JSONBText(definition)), as: Int64.self)
        }
    }
}
