internal import LibPQ
internal import Schema

/// What is done about findings, by whom and until when, how far it is, and what came of it.
public struct ActionStore: Sendable {
    private let database: CallerDatabase

    /// The actions about findings of the pilots that a caller may see.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// The actions, as JSON, those due first.
    ///
    /// - Parameters:
    ///   - pilot: Code of a pilot; nil for all.
    ///   - state: The state that they are in; nil for any.
    ///   - overdue: Whether only those are wanted that are overdue.
    public func actions(of pilot: String? = nil, in state: ActionState? = nil, overdue: Bool = false) async throws
        -> [UInt8]?
    {
        try await database.document(Queries.trainingActions(pilot, state?.rawValue, overdue))
    }

    /// An action with its history, as JSON; nil when there is none, or not for the caller.
    public func action(_ number: Int64) async throws -> [UInt8]? {
        try await database.document(Queries.trainingAction(number))
    }

    /// Moves an action into another state; whoever verifies it is not who reported it done.
    ///
    /// - Parameters:
    ///   - move: JSON as `training.move_action` describes it.
    ///   - actor: Name of the API key.
    /// - Throws: ``DefinitionError`` that names the field and the rule, or what the action lacks.
    public func move(_ number: Int64, _ move: [UInt8], by actor: String) async throws {
        try await database.define(Queries.trainingMoveAction(number, JSONBText(move)), by: actor)
    }

    /// Takes an action that is over up again.
    ///
    /// - Parameters:
    ///   - reason: JSON as `training.reopen_action` describes it.
    ///   - actor: Name of the API key.
    /// - Returns: The number of the action that does.
    /// - Throws: ``DefinitionError``.
    public func reopen(_ number: Int64, _ reason: [UInt8], by actor: String) async throws -> Int64 {
        try await database.defining(by: actor) { db in
            try await db.one(Queries.trainingReopenAction(number, JSONBText(reason)), as: Int64.self)
        }
    }

    /// Looks at the number of an action's finding in a later run, and keeps it.
    ///
    /// - Parameters:
    ///   - run: JSON as `training.check_effect` describes it.
    ///   - actor: Name of the API key.
    /// - Throws: ``DefinitionError``, also when the run has no such number yet.
    public func checkEffect(of number: Int64, _ run: [UInt8], by actor: String) async throws {
        try await database.define(Queries.trainingCheckEffect(number, JSONBText(run)), by: actor)
    }

    /// Has an action of kind framework propose to change a draft of it.
    ///
    /// - Parameters:
    ///   - proposal: JSON as `training.open_action_proposal` describes it.
    ///   - actor: Name of the API key.
    /// - Throws: ``DefinitionError``.
    public func openProposal(for number: Int64, _ proposal: [UInt8], by actor: String) async throws {
        try await database.define(Queries.trainingOpenActionProposal(number, JSONBText(proposal)), by: actor)
    }
}

/// How far an action is.
public enum ActionState: String, Sendable, CaseIterable {
    /// Somebody said what is to be done.
    case proposed
    /// The owner will do it, or part of it.
    case accepted
    /// The owner does it.
    case inProgress = "in_progress"
    /// The owner reports it done.
    case done
    /// A second person saw that it is.
    case verified
    /// The owner will not do it, for a reason.
    case rejected
    /// Another action takes its place.
    case superseded
}
