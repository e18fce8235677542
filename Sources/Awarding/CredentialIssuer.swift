internal import Credentials
internal import FoundationEssentials
internal import LearningRecords
public import LibPQ
internal import Schema

/// Signs credentials for awards that have none.
public struct CredentialIssuer: Sendable {
    let pool: ConnectionPool
    let identity: IssuerIdentity

    /// Issues in the name of an identity.
    public init(pool: ConnectionPool, identity: IssuerIdentity) {
        self.pool = pool
        self.identity = identity
    }

    /// Makes this node's keys known to every node, so that all of them show them in the issuer's DID document.
    ///
    /// Where no key was ever in use, this node's first ones are from now on.
    public func registerKeys() async throws {
        let held = try await identity.ring.all()
        let others = held.filter { key in !identity.keys.contains { $0.id == key.id } }
        try await IssuerKeyStore(pool: pool).register(
            identity.keys + others, of: identity.did, first: identity.keys.map(\.id))
    }

    /// Signs what waits, a batch at a time, and returns how many were signed.
    ///
    /// The awards stay locked until their credentials are kept, so another node signs other ones.
    /// - Throws: ``IssuerKeyError`` when this process does not have the keys that sign now.
    @discardableResult
    public func issueCredentials(atMost limit: Int32 = 200) async throws -> Int {
        try await pool.withTransaction { db in
            let rows = try await db.rows(Queries.awardingUnsignedAwards(limit), as: UnsignedAward.Columns.self)
            guard !rows.isEmpty else { return 0 }
            let keys = try await identity.signingKeys(db)
            let tokens = JWTSecuring(signer: keys.token.signer)
            let proofs = DataIntegritySecuring(signer: keys.proof.signer)
            let evidence = try await Self.evidence(of: rows.map(\.0), db: db)
            let places = try await places(of: rows.map(\.1), db: db)
            var columns = CredentialColumns(keys)
            for row in rows {
                let due = UnsignedAward(row, evidence: evidence[row.0] ?? [], status: places[row.1], issuer: identity)
                let credential = try OpenBadgeCredential(due.award)
                columns.append(
                    due, credential: credential, token: try await tokens.secure(credential),
                    document: try await proofs.secure(credential))
            }
            try await db.execute(columns.insert)
            return rows.count
        }
    }

    /// The places of credentials in status lists.
    private func places(of credentials: [UUID], db: borrowing Connection) async throws -> [UUID: StatusListEntry] {
        let rows = try await db.rows(Queries.awardingTakePlaces(credentials), as: (UUID, Int32, Int32).self)
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row.0, StatusListEntry(list: identity.statusList(row.1), index: Int(row.2)))
            })
    }

    private static func evidence(of awards: [Int64], db: borrowing Connection) async throws -> [Int64: [EvidenceEntry]]
    {
        typealias Columns = (
            Int64, String, Int64, UUID, Bool, JSONText, Timestamp, Timestamp?, JSONText, String, Bool
        )
        let rows = try await db.rows(Queries.awardingEvidenceOfAwards(awards), as: Columns.self)
        var entries: [Int64: [EvidenceEntry]] = [:]
        for row in rows {
            let served = ServedRow((row.2, row.3, row.4, row.5, row.6, row.7, row.8, row.9, row.10))
            entries[row.0, default: []].append(
                EvidenceEntry(
                    statementID: served.id, digestMultibase: try EvidenceDigest(of: served.bytes).multibase,
                    name: "Learning record of the assessment", genre: row.1))
        }
        return entries
    }
}
