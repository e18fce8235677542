internal import LibPQ
internal import Schema
public import Training

/// The rules that say what evidence shows a level, who may assess, and which pilots' awards a person approves.
public struct RuleStore: Sendable {
    private let database: CallerDatabase

    /// The rules that a caller may see: for a partner the scheme's and those of its pilots.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// Every version of every rule, as JSON.
    public func rules() async throws -> [UInt8]? {
        try await database.document(Queries.awardingRules())
    }

    /// A version of a rule, as JSON; nil when there is none, or not for the caller.
    ///
    /// - Parameter version: nil for the published one, or the newest if none is.
    public func rule(_ code: String, version: Int32? = nil) async throws -> [UInt8]? {
        try await database.document(Queries.awardingRule(code, version))
    }

    /// The versions of a rule, newest first, as JSON; nil when there is none, or not for the caller.
    public func versions(of code: String) async throws -> [UInt8]? {
        try await database.document(Queries.awardingRuleVersions(code))
    }

    /// Defines the draft of a rule's next version, or changes it.
    ///
    /// - Parameters:
    ///   - definition: JSON as `credential.define_rule` describes it.
    ///   - actor: Name of the API key.
    /// - Throws: `DefinitionError` that names the field and the rule.
    public func define(_ definition: [UInt8], by actor: String) async throws {
        try await database.define(Queries.awardingDefineRule(JSONBText(definition), actor))
    }

    /// Publishes the draft of a rule; everybody's evidence that it touches is weighed anew.
    public func publish(_ code: String, by actor: String) async throws {
        try await database.define(Queries.awardingPublishRule(code, actor))
    }

    /// Retires a rule: it finds no awards any more.
    public func retire(_ code: String, by actor: String) async throws {
        try await database.define(Queries.awardingRetireRule(code, actor))
    }

    /// Whose assessors a list names.
    public enum AssessorOwner: Sendable {
        /// Those of one pilot, by its code.
        case pilot(String)
        /// Those of every pilot that a partner runs, by its code.
        case partner(String)

        var codes: (pilot: String?, partner: String?) {
            switch self {
            case .pilot(let code): (code, nil)
            case .partner(let code): (nil, code)
            }
        }
    }

    /// A list of authorised assessors, as JSON; nil when there is no such pilot or partner, or not for the caller.
    public func assessors(of owner: AssessorOwner) async throws -> [UInt8]? {
        let (pilot, partner) = owner.codes
        return try await database.document(Queries.awardingAssessors(pilot, partner))
    }

    /// Replaces a list of authorised assessors.
    ///
    /// - Parameter definition: JSON as `credential.define_assessors` describes it.
    public func defineAssessors(of owner: AssessorOwner, _ definition: [UInt8], by actor: String) async throws {
        let (pilot, partner) = owner.codes
        try await database.define(Queries.awardingDefineAssessors(pilot, partner, JSONBText(definition), actor))
    }

    /// Whether a person approves a pilot's awards, as JSON; nil when there is no such pilot, or not for the caller.
    public func approval(ofPilot code: String) async throws -> [UInt8]? {
        try await database.document(Queries.awardingApproval(code))
    }

    /// Says whether a person approves a pilot's awards before they are signed.
    public func setApproval(ofPilot code: String, required: Bool, by actor: String) async throws {
        try await database.define(Queries.awardingSetApproval(code, required, actor))
    }
}
