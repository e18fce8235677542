internal import FoundationEssentials
internal import Operations

/// Finds the key of HTTP Basic credentials.
///
/// A key that was found right is remembered for a few seconds, so that a busy key does not cost a query a request; a
/// revoked key is refused everywhere within that time.
actor KeyAuthenticator {
    private struct Remembered {
        let key: APIKey
        let until: ContinuousClock.Instant
    }

    private let keys: APIKeyStore
    private let memory: Duration
    private var remembered: [String: Remembered] = [:]
    private var used: Set<UUID> = []

    init(keys: APIKeyStore, memory: Duration = .seconds(3)) {
        self.keys = keys
        self.memory = memory
    }

    /// The key of a name and secret.
    /// - Throws: A 401 ``Problem``.
    func key(of credentials: BasicCredentials) async throws -> APIKey {
        let now = ContinuousClock.now
        let token = Secret.fingerprint(name: credentials.name, secret: credentials.secret)
        if let known = remembered[token], known.until > now {
            return try living(known.key)
        }
        guard let key = try await keys.key(named: credentials.name), key.accepts(secret: credentials.secret) else {
            remembered[token] = nil
            throw CallerAuthenticator.refusal("No key has this name and secret.")
        }
        if remembered.count > 10_000 { remembered.removeAll() }
        remembered[token] = Remembered(key: key, until: now + memory)
        used.insert(key.id)
        return try living(key)
    }

    /// The keys used since the last call, whose last use is to be noted.
    func takeUsed() -> [UUID] {
        defer { used.removeAll() }
        return Array(used)
    }

    private func living(_ key: APIKey) throws -> APIKey {
        guard !key.isExpired(at: Date()) else { throw CallerAuthenticator.refusal("This key has expired.") }
        return key
    }
}
