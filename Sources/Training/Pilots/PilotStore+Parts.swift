internal import LibPQ
internal import Schema

extension PilotStore {
    /// The pilots in short, as JSON.
    public func pilots() async throws -> [UInt8]? {
        try await database.document(Queries.trainingPilots())
    }

    /// A part of a pilot, as JSON that can be sent again; nil when there is no such pilot, or not for the caller.
    public func document(_ part: PilotPart, of code: String) async throws -> [UInt8]? {
        switch part {
        case .whole: try await database.document(Queries.trainingPilot(code))
        case .plan: try await database.document(Queries.trainingPilotPlan(code))
        case .enrolments: try await database.document(Queries.trainingPilotEnrolments(code))
        case .invitations: try await database.document(Queries.trainingPilotInvitations(code))
        case .states: try await database.document(Queries.trainingPilotStates(code))
        }
    }

    /// Replaces a pilot's plan.
    ///
    /// - Parameter definition: JSON as `training.define_pilot_plan` describes it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func definePlan(of code: String, _ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefinePilotPlan(code, JSONBText(definition)))
    }

    /// Enrols people, or brings their enrolments up to date; who is not listed stays.
    ///
    /// - Parameter definition: An object with the list `enrolments`, as `training.define_pilot` describes it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func defineEnrolments(of code: String, _ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefinePilotEnrolments(code, JSONBText(definition)))
    }

    /// Replaces who was asked to answer what.
    ///
    /// - Parameter definition: An object with the list `invitations`, as `training.define_pilot_invitations` describes
    ///   it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func defineInvitations(of code: String, _ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefinePilotInvitations(code, JSONBText(definition)))
    }

    /// Moves a pilot into another state, if it has all that the state demands.
    ///
    /// - Parameters:
    ///   - move: JSON as `training.move_pilot` describes it.
    ///   - actor: Name of the API key, for the history.
    /// - Returns: What the pilot lacks, as a JSON array; empty when it moved.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func move(_ code: String, _ move: [UInt8], by actor: String) async throws -> [UInt8] {
        try await database.defining(by: actor) { db in
            try await db.one(Queries.trainingMovePilot(code, JSONBText(move)), as: JSONText.self).bytes
        }
    }
}

/// What of a pilot is asked for.
public enum PilotPart: Sendable {
    /// All of it, as it was defined.
    case whole
    /// Sessions, trainers and costs.
    case plan
    /// Who is enrolled, by pseudonymous account.
    case enrolments
    /// Who was asked to answer what.
    case invitations
    /// The state, what the next one demands, and the history.
    case states
}
