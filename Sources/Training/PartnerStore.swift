internal import LibPQ
internal import Schema

/// Partners, what they need, and which staff profiles they mean to train.
public struct PartnerStore: Sendable {
    private let database: CallerDatabase

    /// The partners as a caller may see them: all by name, of others no more than that.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// Every partner by name, as JSON.
    public func partners() async throws -> [UInt8]? {
        try await database.document(Queries.trainingPartners())
    }

    /// A partner as JSON, with those of its pilots and curricula that the caller may see; nil when there is none.
    public func partner(_ code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingPartner(code))
    }

    /// Defines a partner, or brings its definition up to date.
    ///
    /// - Parameter definition: JSON as `training.define_partner` describes it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func define(_ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefinePartner(JSONBText(definition)))
    }

    /// A partner's needs as JSON; nil when there is no such partner, or not for the caller.
    public func needs(of code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingPartnerNeeds(code))
    }

    /// Replaces a partner's needs.
    ///
    /// - Parameter definition: JSON as `training.define_partner_needs` describes it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func defineNeeds(of code: String, _ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefinePartnerNeeds(code, JSONBText(definition)))
    }

    /// A partner's targets as JSON; nil when there is no such partner, or not for the caller.
    public func targets(of code: String) async throws -> [UInt8]? {
        try await database.document(Queries.trainingPartnerTargets(code))
    }

    /// Replaces a partner's targets.
    ///
    /// - Parameter definition: JSON as `training.define_partner_targets` describes it.
    /// - Throws: ``DefinitionError`` that names the field and the rule.
    public func defineTargets(of code: String, _ definition: [UInt8]) async throws {
        try await database.define(Queries.trainingDefinePartnerTargets(code, JSONBText(definition)))
    }

    /// The proposals of joint curricula that the caller is concerned by, as JSON; see `training.joint_curricula`.
    public func jointCurricula() async throws -> [UInt8]? {
        try await database.document(Queries.trainingJointCurricula())
    }
}
