public import Credentials
public import FoundationEssentials
internal import JSON
internal import LibPQ
internal import Schema

/// A status list as it is published.
public struct PublishedStatusList: Sendable, Equatable {
    /// The list with its Data Integrity proof.
    public let document: [UInt8]
    /// The list as a compact JWS.
    public let jwt: [UInt8]
    /// When it was signed.
    public let signedAt: Date
    /// The same bits as a status list token, for SD-JWT VCs; nil when it has not been signed since there are such.
    public let token: [UInt8]?
}

/// What came of revoking a credential.
public enum Revocation: Sendable, Equatable {
    /// It is revoked now.
    case revoked
    /// It had been revoked already, and stays as it was.
    case hadBeenRevoked
    /// There is no such credential, or it is none of the partner's.
    case unknown
}

extension CredentialStore {
    /// A status list; nil when there is none of this number, or it is not signed yet.
    public func statusList(_ number: Int32) async throws -> PublishedStatusList? {
        let row = try await pool.withConnection { db in
            try await db.first(Queries.awardingStatusList(number), as: (String?, String?, Date?, String?).self)
        }
        guard let row, let document = row.0, let jwt = row.1, let signedAt = row.2 else { return nil }
        return PublishedStatusList(
            document: Array(document.utf8), jwt: Array(jwt.utf8), signedAt: signedAt,
            token: row.3.map { Array($0.utf8) })
    }

    /// Revokes a credential for good.
    ///
    /// - Parameters:
    ///   - reason: why, in up to 2,000 characters.
    ///   - name: who revokes.
    ///   - partner: code of the partner that must run the credential's pilot; nil for any.
    public func revoke(_ id: UUID, reason: String, by name: String, partner: String?) async throws -> Revocation {
        let (isKnown, isNew) = try await pool.withTransaction { db in
            try await db.one(Queries.awardingRevokeCredential(id, reason, name, partner), as: (Bool, Bool).self)
        }
        guard isKnown else { return .unknown }
        return isNew ? .revoked : .hadBeenRevoked
    }
}

/// The standing of this installation's own credentials, as the database has it at the moment, and with the reason.
public struct OwnStatuses: StatusResolver {
    private let credentials: CredentialStore
    private let identity: IssuerIdentity

    /// Tells of an issuer's credentials.
    public init(credentials: CredentialStore, identity: IssuerIdentity) {
        self.credentials = credentials
        self.identity = identity
    }

    /// The standing of a credential that has a place in one of our lists.
    public func standing(by status: CredentialStatusReference) async throws -> CredentialStanding {
        guard let (number, place) = try place(status) else {
            throw CredentialError(.invalidStatusList, "Its revocation list is not one of this installation's.")
        }
        let row = try await credentials.pool.withConnection { db in
            try await db.first(Queries.awardingCredentialStanding(number, place), as: (UUID, Date?, String?).self)
        }
        guard let (id, revokedAt, reason) = row,
            status.credential?.lowercased() == "urn:uuid:\(id.uuidString.lowercased())"
        else {
            throw CredentialError(.invalidStatusList, "The revocation list has another credential at its place.")
        }
        return revokedAt == nil ? .good : .revoked(reason: reason)
    }

    /// The number of one of our lists and the place on it that a status names, whichever way; nil for others.
    private func place(_ status: CredentialStatusReference) throws -> (list: Int32, place: Int32)? {
        var (list, index): (Substring, Int32?)
        if status.type == TokenStatusReference.type {
            let reference = try TokenStatusReference(json: status.json)
            let end = "/token"
            guard reference.uri.hasSuffix(end) else { return nil }
            (list, index) = (reference.uri.dropLast(end.count), Int32(exactly: reference.index))
        } else {
            let json = try JSONDocument(parsing: status.json).root
            list = (json["statusListCredential"]?.string ?? "")[...]
            index = json["statusListIndex"]?.string.flatMap(Int32.init)
        }
        guard list.hasPrefix(identity.statusLists), let number = Int32(list.dropFirst(identity.statusLists.count)),
            let index
        else { return nil }
        return (number, index)
    }

    /// The standing of a credential of ours from before there were status lists.
    public func standing(ofCredential credential: String, issuer: String) async throws -> CredentialStanding? {
        let prefix = "urn:uuid:"
        guard issuer == identity.did.did, credential.lowercased().hasPrefix(prefix),
            let id = UUID(uuidString: String(credential.dropFirst(prefix.count))),
            let issued = try await credentials.credential(id)
        else { return nil }
        return issued.revokedAt == nil ? .good : .revoked(reason: issued.revocationReason)
    }
}
