internal import FoundationEssentials
internal import NIOConcurrencyHelpers
internal import Operations

/// Finds the caller whose key HTTP Basic credentials are.
///
/// A key that was found right is remembered for a few seconds, so that a busy key does not cost a query a request; a
/// revoked key is refused everywhere within that time.
final class KeyAuthenticator: Sendable {
    private struct Remembered {
        let caller: Caller
        let expiry: Date?
        let until: ContinuousClock.Instant
    }

    private struct State {
        /// By the fingerprint of the header field that was found right.
        var remembered: [[UInt8]: Remembered] = [:]
        var used: Set<UUID> = []
    }

    private let keys: APIKeyStore
    private let memory: Duration
    private let state = NIOLockedValueBox(State())

    init(keys: APIKeyStore, memory: Duration = .seconds(3)) {
        self.keys = keys
        self.memory = memory
    }

    /// The caller whom an `Authorization` header field named a moment ago, and whose key is alive; nil for all others.
    func remembered(by header: String) -> Caller? {
        let fingerprint = Secret.fingerprint(header)
        guard let known = state.withLockedValue({ $0.remembered[fingerprint] }), known.until > .now,
            known.expiry.map({ $0 > Date() }) ?? true
        else { return nil }
        return known.caller
    }

    /// The caller of credentials that were read from an `Authorization` header field.
    /// - Throws: A 401 ``Problem``.
    func caller(of credentials: BasicCredentials, header: String) async throws -> Caller {
        let now = ContinuousClock.now
        let fingerprint = Secret.fingerprint(header)
        guard let key = try await keys.key(named: credentials.name), key.accepts(secret: credentials.secret) else {
            state.withLockedValue { $0.remembered[fingerprint] = nil }
            throw CallerAuthenticator.refusal("No key has this name and secret.")
        }
        guard !key.isExpired(at: Date()) else { throw CallerAuthenticator.refusal("This key has expired.") }
        let caller = Caller(key)
        state.withLockedValue { state in
            if state.remembered.count > 10_000 { state.remembered.removeAll() }
            state.remembered[fingerprint] = Remembered(caller: caller, expiry: key.expiresAt, until: now + memory)
            state.used.insert(key.id)
        }
        return caller
    }

    /// The keys used since the last call, whose last use is to be noted.
    func takeUsed() -> [UUID] {
        state.withLockedValue { state in
            defer { state.used.removeAll() }
            return Array(state.used)
        }
    }
}
