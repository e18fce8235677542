public import FoundationEssentials
internal import LibPQ
internal import Schema
public import Training

/// Makes, lists and revokes the links by which people become the holders of their credentials.
///
/// ```swift
/// let links = ClaimLinkStore(CallerDatabase(pool: pool, partner: "riga"))
/// let made = try await links.make(for: Array(#"{"pilot":"riga-1","account":{"name":"p-17"}}"#.utf8), by: "riga-lms")
/// ```
public struct ClaimLinkStore: Sendable {
    private let database: CallerDatabase

    /// The links that a caller may make: for a partner those of the people in its pilots.
    public init(_ database: CallerDatabase) {
        self.database = database
    }

    /// Makes a link for a person.
    ///
    /// - Parameters:
    ///   - person: JSON with `account` (`homePage`, `name`) or `mbox`; with `pilot`, a code, the home page may be left
    ///     out. `days` is how long the link is good, from 1 to 365; 30 when it is not told.
    ///   - actor: Who makes it.
    /// - Throws: `DefinitionError` for what is wrong with the JSON, and where nobody whom the caller may see is meant.
    public func make(for person: [UInt8], by actor: String) async throws -> MadeClaimLink {
        let secret = LinkSecret()
        let (id, expiresAt) = try await database.defining { db in
            try await db.one(
                Queries.awardingMakeClaimLink(JSONBText(person), secret.hash, actor), as: (UUID, Date).self)
        }
        return MadeClaimLink(id: id, secret: secret, expiresAt: expiresAt)
    }

    /// What has become of links.
    public enum State: String, Sendable, CaseIterable {
        /// They open sessions.
        case good
        /// Their days are over.
        case expired
        /// They were revoked.
        case revoked
    }

    /// The links that the caller made, oldest first, as JSON.
    ///
    /// Its member `next` is there where more may follow, after the link that it names. The secrets are kept nowhere, so
    /// the links themselves are not among it.
    ///
    /// - Parameters:
    ///   - state: What has become of them; nil for any.
    ///   - link: The link after which they begin; nil for the first.
    public func links(_ state: State? = nil, after link: UUID? = nil, atMost limit: Int32) async throws -> [UInt8]? {
        try await database.document(Queries.awardingClaimLinks(state?.rawValue, link, limit))
    }

    /// Revokes a link, and ends the sessions that it opened.
    ///
    /// - Throws: `DefinitionError` when the caller has no such link.
    public func revoke(_ id: UUID, by actor: String) async throws {
        try await database.define(Queries.awardingRevokeClaimLink(id, actor))
    }
}
