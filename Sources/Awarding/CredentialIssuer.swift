internal import Credentials
internal import FoundationEssentials
internal import LearningRecords
public import LibPQ
internal import Schema

/// Signs credentials for awards that have none.
public struct CredentialIssuer: Sendable {
    let pool: ConnectionPool
    let identity: IssuerIdentity
    let securing: any CredentialSecuring

    /// Issues in the name of an identity.
    public init(pool: ConnectionPool, identity: IssuerIdentity) {
        self.pool = pool
        self.identity = identity
        self.securing = JWTSecuring(signer: identity.signer)
    }

    /// Makes this node's key known to every node, so that all of them show it in the issuer's DID document.
    public func registerKey() async throws {
        try await pool.withConnection { db in
            _ = try await db.execute(
                Queries.awardingRegisterKey(
                    identity.keyID, identity.signer.algorithm.name, identity.did.did,
                    JSONText(identity.publicKey.jwk(id: identity.signer.verificationMethod))))
        }
    }

    /// Signs what waits, a batch at a time, and returns how many were signed.
    ///
    /// The awards stay locked until their credentials are kept, so another node signs other ones.
    @discardableResult
    public func issueCredentials(atMost limit: Int32 = 200) async throws -> Int {
        try await pool.withTransaction { db in
            let rows = try await db.rows(Queries.awardingUnsignedAwards(limit), as: UnsignedAward.Columns.self)
            guard !rows.isEmpty else { return 0 }
            let evidence = try await Self.evidence(of: rows.map(\.0), db: db)
            var columns = CredentialColumns(keyID: identity.keyID)
            for row in rows {
                let due = UnsignedAward(row, evidence: evidence[row.0] ?? [], issuer: identity)
                let credential = try OpenBadgeCredential(due.award)
                columns.append(due, credential: credential, secured: try await securing.secure(credential))
            }
            try await db.execute(columns.insert)
            return rows.count
        }
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
