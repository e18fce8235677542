public import FoundationEssentials
internal import LibPQ
internal import Schema
internal import Training

/// A page of a holder's credentials.
public struct CredentialPage: Sendable {
    /// A credential, byte for byte.
    public struct Entry: Sendable {
        /// The credential.
        public let body: [UInt8]
        /// Whether it is a compact JWS, not JSON with a proof within it.
        public let isToken: Bool
    }

    /// How many there are on all pages.
    public let total: Int
    /// Those of this page, newest first.
    public let entries: [Entry]
}

/// A credential that a host sends for a holder, which has been verified.
public struct SentCredential: Sendable {
    /// The issuer's id, trimmed.
    public var issuerID: String
    /// The credential's id, trimmed.
    public var id: String
    /// From when it is valid.
    public var validFrom: Date
    /// Whether it is a compact JWS.
    public var isToken: Bool
    /// The credential, byte for byte.
    public var body: [UInt8]

    /// Describes a credential.
    public init(issuerID: String, id: String, validFrom: Date, isToken: Bool, body: [UInt8]) {
        self.issuerID = issuerID
        self.id = id
        self.validFrom = validFrom
        self.isToken = isToken
        self.body = body
    }
}

extension HostStore {
    /// How many credentials hosts may send for one holder.
    public static let maximumForeignCredentials: Int64 = 1000

    /// What becomes of a credential that a host sends.
    public enum Upsert: Sendable {
        /// There was none of the same issuer and id.
        case created
        /// It took the place of one.
        case replaced
        /// A newer one is there, which stays.
        case older
        /// There are too many.
        case full
    }

    /// A page of a holder's credentials that stand.
    public func credentials(
        of guest: HostGuest, since instant: Date?, limit: Int64, offset: Int64
    ) async throws -> CredentialPage {
        let row = try await CallerDatabase(pool: pool, partner: guest.partner).defining(readOnly: true) { db in
            try await db.one(
                Queries.hostsCredentials(guest.holder, instant, limit, offset), as: (Int64, [String], [Bool]).self)
        }
        let entries = zip(row.1, row.2).map { CredentialPage.Entry(body: Array($0.0.utf8), isToken: $0.1) }
        return CredentialPage(total: Int(row.0), entries: entries)
    }

    /// Keeps a credential that a host sends, unless a newer one is there.
    public func upsert(_ sent: SentCredential, of guest: HostGuest) async throws -> Upsert {
        try await pool.withTransaction { db in
            let count = try await db.one(Queries.hostsCountForeignCredentials(guest.holder), as: Int64.self)
            guard count < Self.maximumForeignCredentials else { return .full }
            let (isKept, isNew) = try await db.one(
                Queries.hostsUpsertCredential(
                    guest.holder, sent.issuerID, sent.id, sent.isToken ? "text/plain" : "application/vc+ld+json",
                    String(decoding: sent.body, as: UTF8.self), sent.validFrom, guest.client), as: (Bool, Bool).self)
            return !isKept ? .older : isNew ? .created : .replaced
        }
    }

    /// The profile that a host put for a holder, as JSON.
    public func profile(of guest: HostGuest) async throws -> [UInt8]? {
        let profile = try await pool.withConnection { db in
            try await db.first(Queries.hostsProfile(guest.holder), as: JSONText.self)
        }
        return profile?.bytes
    }

    /// Keeps the profile that a host puts for a holder.
    public func putProfile(_ json: [UInt8], of guest: HostGuest) async throws {
        try await pool.withConnection { db in
            _ = try await db.execute(Queries.hostsPutProfile(guest.holder, JSONText(json)))
        }
    }
}
