internal import Hummingbird
internal import Operations

/// Lets each caller make so many requests a second, and twice as many at once after a pause: a token bucket for each.
///
/// Each process counts for itself. An actor, because requests of one caller come on many connections.
actor RateLimiter {
    private struct Bucket {
        var tokens: Double
        var filledAt: ContinuousClock.Instant
    }

    /// Callers that are remembered; a full bucket is as good as none.
    private static let maximumBuckets = 10_000

    private let perSecond: Double
    private let capacity: Double
    private var buckets: [String: Bucket] = [:]
    /// Requests that were turned away.
    private(set) var turnedAway = 0

    /// - Parameter perSecond: Requests a second; 0 for no limit.
    init(perSecond: Int) {
        self.perSecond = Double(perSecond)
        capacity = Double(perSecond) * 2
    }

    /// Counts a request.
    /// - Throws: A 429 ``Problem`` that says when to come again.
    func admit(_ caller: Caller, at now: ContinuousClock.Instant = .now) throws {
        try admit(caller.id, each: "key", at: now)
    }

    /// Counts a request of somebody who has no key.
    ///
    /// - Parameters:
    ///   - id: Whom it is counted for.
    ///   - kind: What these are, in a word.
    /// - Throws: A 429 ``Problem`` that says when to come again.
    func admit(_ id: String, each kind: String, at now: ContinuousClock.Instant = .now) throws {
        guard perSecond > 0 else { return }
        var bucket = filled(buckets[id], at: now)
        guard bucket.tokens >= 1 else {
            turnedAway += 1
            buckets[id] = bucket
            throw Problem(
                .tooManyRequests, "rate",
                "Each \(kind) may make \(Int(perSecond)) requests a second; come again later.",
                headers: [.retryAfter: "1"])
        }
        bucket.tokens -= 1
        if buckets.count >= Self.maximumBuckets, buckets[id] == nil { forgetFull(at: now) }
        buckets[id] = bucket
    }

    private func filled(_ bucket: Bucket?, at now: ContinuousClock.Instant) -> Bucket {
        guard let bucket else { return Bucket(tokens: capacity, filledAt: now) }
        let gained = bucket.filledAt.duration(to: now) / .seconds(1) * perSecond
        return Bucket(tokens: min(capacity, bucket.tokens + max(0, gained)), filledAt: now)
    }

    private func forgetFull(at now: ContinuousClock.Instant) {
        buckets = buckets.filter { filled($0.value, at: now).tokens < capacity }
    }
}
