internal import FoundationEssentials
internal import JWTKit

/// The keys that an issuer publishes as a JWK Set (RFC 7517), fetched anew on schedule and when a token names a key that
/// is not among them, so that keys rotate while this process runs.
///
/// An actor, because many requests ask at once and one of them fetches.
public actor IssuerKeys {
    /// How often the keys are fetched.
    public struct Schedule: Sendable {
        /// After this time they are fetched anew.
        public var refresh: Duration
        /// A key that is unknown, or a failure, makes us ask again no sooner than this.
        public var retry: Duration
        /// So long the last keys serve while no new ones can be had.
        public var grace: Duration

        /// Sets the times.
        public init(
            refresh: Duration = .seconds(300), retry: Duration = .seconds(10), grace: Duration = .seconds(3600)
        ) {
            self.refresh = refresh
            self.retry = min(retry, refresh)
            self.grace = max(grace, refresh)
        }
    }

    private let fetch: @Sendable () async throws -> [UInt8]
    private let schedule: Schedule
    private var keys: [JWK] = []
    private var fetchedAt: ContinuousClock.Instant?
    private var triedAt: ContinuousClock.Instant?
    /// Why the last attempt failed; nil when it did not.
    private var failure: String? = "not fetched yet"
    private var fetching: Task<Void, Never>?

    /// Keys of a JWK Set.
    ///
    /// - Parameter fetch: Gets the set's bytes; bounded in time and size by who gives it.
    public init(schedule: Schedule = Schedule(), fetch: @escaping @Sendable () async throws -> [UInt8]) {
        self.schedule = schedule
        self.fetch = fetch
    }

    /// The key of an id; without an id the only key, if there is just one.
    func key(_ id: String?) async throws(TokenError) -> JWK {
        if isOlder(fetchedAt, than: schedule.refresh) { await refresh() }
        if let key = find(id), isUsable { return key }
        await refresh()
        guard isUsable else { throw .keysUnavailable(failure ?? "too old") }
        guard let key = find(id) else {
            // It may be a new one, which cannot be fetched now.
            if let failure { throw .keysUnavailable(failure) }
            throw .invalid(id.map { "kid: the issuer publishes no key \($0)" } ?? "kid: missing")
        }
        return key
    }

    private var isUsable: Bool { !isOlder(fetchedAt, than: schedule.grace) }

    private func find(_ id: String?) -> JWK? {
        guard let id else { return keys.count == 1 ? keys.first : nil }
        return keys.first { $0.keyIdentifier?.string == id }
    }

    private func isOlder(_ moment: ContinuousClock.Instant?, than age: Duration) -> Bool {
        guard let moment else { return true }
        return moment.duration(to: .now) > age
    }

    /// Fetches the keys, unless that was tried a moment ago; whoever comes meanwhile waits for the same answer.
    private func refresh() async {
        if let fetching { return await fetching.value }
        guard isOlder(triedAt, than: schedule.retry) else { return }
        triedAt = .now
        // Awaited at once, by whoever asked first and by all who come meanwhile; none of them ends it by going away.
        let task = Task { await fetchOnce() }
        fetching = task
        await task.value
        fetching = nil
    }

    private func fetchOnce() async {
        do {
            keys = try Self.keys(in: await fetch())
            fetchedAt = .now
            failure = nil
        } catch {
            failure = "\(error)"
        }
    }

    /// The signing keys of a set; those of kinds that are unknown here are left out.
    private static func keys(in bytes: [UInt8]) throws -> [JWK] {
        try JSONDecoder().decode(KeySet.self, from: Data(bytes)).keys.compactMap(\.key).map { key in
            var key = key
            // A key without an id is found by being the only one; JWTKit wants one all the same.
            if key.keyIdentifier == nil { key.keyIdentifier = "" }
            return key
        }
    }

    private struct KeySet: Decodable {
        struct Entry: Decodable {
            let key: JWK?

            private enum Member: String, CodingKey { case use }

            init(from decoder: any Decoder) throws {
                let use = try? decoder.container(keyedBy: Member.self).decode(String.self, forKey: .use)
                key = use == nil || use == "sig" ? try? JWK(from: decoder) : nil
            }
        }

        let keys: [Entry]
    }
}
