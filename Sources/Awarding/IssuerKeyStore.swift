public import Credentials
public import FoundationEssentials
internal import JSON
public import LibPQ
internal import Schema

/// The issuer's keys over their life: made known, in use, retired, compromised.
///
/// A key signs only when verifiers have had the time to learn of it; see <doc:IssuerKeys>.
public struct IssuerKeyStore: Sendable {
    /// For how long verifiers may hold a copy of the DID document, and some more for their clocks.
    public static let settling: TimeInterval = 600

    private let pool: ConnectionPool

    /// The keys in the database of a pool.
    public init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// What a key is for.
    public enum State: String, Sendable, CaseIterable {
        /// Verifiers know it; it signs nothing yet.
        case listed
        /// It signs.
        case current
        /// It signs no more, and what it signed stands.
        case retired
        /// Nothing that it signed is to be trusted.
        case compromised
    }

    /// A key as the database knows it.
    public struct Entry: Sendable {
        /// Thumbprint of the key (RFC 7638).
        public let id: String
        /// Name of the algorithm (JOSE).
        public let algorithm: String
        /// The DID whose key it is.
        public let issuer: String
        /// The public half.
        public let publicKey: PublicKey
        /// What it is for.
        public let state: State
        /// From when verifiers can know it.
        public let listedAt: Date
        /// From when it signed.
        public let firstUsedAt: Date?
        /// From when it signed no more.
        public let retiredAt: Date?
        /// When it was declared compromised.
        public let compromisedAt: Date?
        /// How many credentials it has signed that are as they are.
        public let credentials: Int
    }

    /// Every key, oldest first.
    public func keys() async throws -> [Entry] {
        typealias Columns = (String, String, String, JSONText, String, Date, Date?, Date?, Date?, Int64)
        let rows = try await pool.withConnection { db in
            try await db.rows(Queries.awardingIssuerKeys(), as: Columns.self)
        }
        return try rows.map { row in
            Entry(
                id: row.0, algorithm: row.1, issuer: row.2, publicKey: try PublicKey(jwk: row.3.bytes),
                state: State(rawValue: row.4) ?? .listed, listedAt: row.5, firstUsedAt: row.6, retiredAt: row.7,
                compromisedAt: row.8, credentials: Int(row.9))
        }
    }

    /// Makes keys known to every node and every verifier.
    ///
    /// - Parameter first: ids of those that sign at once where no key of their algorithm was ever in use.
    public func register(_ keys: [IssuerKey], of issuer: DIDWeb, first: [String]) async throws {
        try await pool.withTransaction { db in
            _ = try await db.execute(
                Queries.awardingRegisterKeys(
                    issuer.did, keys.map(\.id), keys.map(\.publicKey.algorithm.name),
                    keys.map { JSONText($0.publicKey.jwk(id: $0.signer.verificationMethod)) },
                    keys.map { first.contains($0.id) }))
        }
    }

    /// Has a key sign from now on, on all nodes; the one that signed is retired by that.
    ///
    /// - Parameter isAtOnce: whether verifiers may meet a signature of a key that they don't know yet.
    /// - Returns: whether it did not sign before.
    /// - Throws: ``IssuerKeyError`` when there is no such key, it is compromised, or not listed for long enough.
    public func use(_ id: String, isAtOnce: Bool, by actor: String) async throws -> Bool {
        try await changing { db in
            let algorithm: String? = try await db.one(
                Queries.awardingUseKey(id, Self.settling, isAtOnce, actor), as: String?.self)
            return algorithm != nil
        }
    }

    /// Retires a key that was listed, but is not to sign.
    ///
    /// - Returns: whether it was not retired before.
    /// - Throws: ``IssuerKeyError`` when there is no such key, it signs, or it is compromised.
    public func retire(_ id: String, by actor: String) async throws -> Bool {
        try await changing { db in try await db.one(Queries.awardingRetireKey(id, actor), as: Bool.self) }
    }

    /// Takes a key that has fallen into wrong hands out of the issuer's list, for good.
    ///
    /// Nothing that it signed verifies from now on, until it is signed anew; see ``CredentialResigner``.
    ///
    /// - Returns: whether it signed, and the key of its algorithm that signs now; nil when none does.
    /// - Throws: ``IssuerKeyError`` when there is no such key.
    public func compromise(_ id: String, by actor: String) async throws -> (wasCurrent: Bool, successor: String?) {
        try await changing { db in
            let row = try await db.one(
                Queries.awardingCompromiseKey(id, Self.settling, actor), as: (Bool, String?).self)
            return (row.0, row.1)
        }
    }

    /// Runs a change of a key, and tells why it is not made.
    private func changing<Result>(_ body: (borrowing Connection) async throws -> Result) async throws -> Result {
        do { return try await pool.withTransaction(body) } catch let error as PostgresError {
            switch error.sqlState?.rawValue {
            case "P0002": throw IssuerKeyError(.unknown, "\(error.message).")
            case "55000":
                throw IssuerKeyError(
                    .forbidden, ([error.message + "."] + [error.hint].compactMap(\.self)).joined(separator: " "))
            default: throw error
            }
        }
    }
}
