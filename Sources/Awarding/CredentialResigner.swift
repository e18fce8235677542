public import Credentials
public import FoundationEssentials
public import LibPQ
internal import Schema

/// Signs credentials anew whose signatures are worth nothing any more, because a key has become known to others.
///
/// A credential keeps its id, its place in the status list and everything that it says but `validFrom`, which is the
/// time of the new signature. What it was stays in the database. Each batch is a transaction: whoever dies in one leaves
/// it as it was, and whoever comes next, or works beside, goes on with the rest.
public struct CredentialResigner: Sendable {
    private let pool: ConnectionPool
    private let issuer: DIDWeb
    private let ring: KeyRing
    private let keys: [String]?
    private let clock: @Sendable () -> Date

    /// Signs anew in the name of an issuer.
    ///
    /// - Parameters:
    ///   - ring: the keys that this process has.
    ///   - keys: ids of the keys whose credentials are signed anew; nil for all keys that are compromised.
    ///   - clock: what tells the time from which the credentials are in force.
    public init(
        pool: ConnectionPool, issuer: DIDWeb, ring: KeyRing, keys: [String]? = nil,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.pool = pool
        self.issuer = issuer
        self.ring = ring
        self.keys = keys
        self.clock = clock
    }

    /// How many credentials have yet to be signed anew.
    public func remaining() async throws -> Int {
        let count = try await pool.withConnection { db in
            try await db.one(Queries.awardingCountToResign(keys), as: Int64.self)
        }
        return Int(count)
    }

    /// Signs everything anew, waiting for those who do so at the same time, and returns how many were by this one.
    ///
    /// - Parameters:
    ///   - limit: how many a transaction holds.
    ///   - progress: is told after each batch how many it held.
    /// - Throws: ``IssuerKeyError`` when this process does not have the keys that sign now, or a key that signs now is one
    ///   of those whose credentials are to be signed anew.
    @discardableResult
    public func resignAll(
        atMost limit: Int32 = 200, progress: (Int) -> Void = { _ in }
    ) async throws -> Int {
        var count = 0
        while try await remaining() > 0 {
            var last: UUID? = .zero
            var round = 0
            while let start = last {
                let batch = try await resign(after: start, atMost: limit)
                last = batch.last
                round += batch.count
                if batch.count > 0 { progress(batch.count) }
            }
            count += round
            // What is left is locked by others; they finish it, or die and leave it.
            if round == 0 { try await Task.sleep(for: .milliseconds(200)) }
        }
        return count
    }

    /// One batch: how many were signed, and the id of the last.
    private func resign(after start: UUID, atMost limit: Int32) async throws -> (count: Int, last: UUID?) {
        try await pool.withTransaction { db in
            let rows = try await db.rows(
                Queries.awardingCredentialsToResign(keys, start, limit), as: ResignedColumns.Row.self)
            guard let last = rows.last?.0 else { return (0, nil) }
            let signing = try await ring.signingKeys(of: issuer, db)
            if let key = signing.ids.first(where: { keys?.contains($0) == true }) {
                throw IssuerKeyError(.forbidden, "The key \(key) is the one that signs: use another one first.")
            }
            var columns = ResignedColumns(signing, clock: clock)
            for row in rows { try await columns.append(row) }
            try await db.execute(columns.update)
            return (rows.count, last)
        }
    }
}

extension UUID {
    /// The one before all others.
    fileprivate static let zero = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
}
