internal import Credentials
public import FoundationEssentials
public import LibPQ
internal import Schema

/// Signs the status lists whose published form is out of date.
public struct StatusListPublisher: Sendable {
    /// How long a published list is in force: a copy that is older is noticed as stale.
    public static let validity: TimeInterval = 7 * 86_400
    /// How old a list becomes before it is signed anew.
    public static let renewal: TimeInterval = 86_400
    /// For how long a verifier may keep a copy.
    public static let timeToLive: Duration = .seconds(3600)

    let pool: ConnectionPool
    let identity: IssuerIdentity
    private let clock: @Sendable () -> Date

    /// Signs in the name of an identity.
    ///
    /// - Parameter clock: what tells the time from which lists are in force.
    public init(
        pool: ConnectionPool, identity: IssuerIdentity, clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.pool = pool
        self.identity = identity
        self.clock = clock
    }

    /// Signs every list that is due, and returns how many were.
    ///
    /// Of several nodes one signs a list; whoever revokes meanwhile waits, or makes the list due again.
    /// - Throws: ``IssuerKeyError`` when this process does not have the keys that sign now.
    @discardableResult
    public func publishDue() async throws -> Int {
        var count = 0
        while try await publishOne() { count += 1 }
        return count
    }

    private func publishOne() async throws -> Bool {
        try await pool.withTransaction { db in
            let due = try await db.first(
                Queries.awardingDueStatusList(Self.renewal, identity.did.did), as: (Int32, String, Int32, Int64).self)
            guard let (list, _, size, changes) = due else { return false }
            let keys = try await identity.signingKeys(db)
            var bits = StatusBits(count: Int(size))
            let places = try await db.one(Queries.awardingRevokedPlaces(list), as: [Int32].self)
            for place in places { bits[Int(place)] = true }
            let now = clock()
            let credential = StatusListCredential(
                id: identity.statusList(list), issuer: identity.did.did, bits: bits, validFrom: now,
                validUntil: now + Self.validity, timeToLive: Self.timeToLive)
            let document = try await DataIntegritySecuring(signer: keys.proof.signer, clock: clock)
                .secure(credential)
            let token = try await JWTSecuring(signer: keys.token.signer).secure(credential)
            let statusToken = try await StatusListToken(
                uri: identity.statusListToken(list), bits: bits, issuedAt: now, expiresAt: now + Self.validity,
                timeToLive: Self.timeToLive
            ).sign(with: keys.token.signer)
            try await db.execute(
                Queries.awardingPublishStatusList(
                    list, changes, now, document.text, token.text, keys.ids, statusToken.text))
            return true
        }
    }
}

extension IssuerIdentity {
    /// The URL of a status list.
    func statusList(_ number: Int32) -> String { statusLists + String(number) }

    /// What the URLs of the status lists begin with.
    package var statusLists: String { baseURL + "/credentials/status/" }
}
