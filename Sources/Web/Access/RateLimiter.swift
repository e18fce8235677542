internal import Hummingbird
internal import NIOConcurrencyHelpers
internal import Operations

/// Lets each caller, and each address of callers without a key, make so many requests a second, and twice as many at once
/// after a pause: a token bucket for each.
///
/// Each process counts for itself. Behind a lock, because requests of one caller come on many connections.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: ContinuousClock.Instant
    }

    /// Callers that are remembered; a full bucket is as good as none.
    private static let maximumBuckets = 10_000

    private let perSecond: Double
    private let capacity: Double
    private let state = NIOLockedValueBox(State())

    private struct State {
        var buckets: [String: Bucket] = [:]
        var turnedAway = 0
    }

    /// - Parameter perSecond: Requests a second; 0 for no limit.
    init(perSecond: Int) {
        self.perSecond = Double(perSecond)
        capacity = Double(perSecond) * 2
    }

    /// Requests that were turned away.
    var turnedAway: Int { state.withLockedValue { $0.turnedAway } }

    /// Whether a caller may make another request; it is not counted.
    func hasRoom(for caller: Caller, at now: ContinuousClock.Instant = .now) -> Bool {
        perSecond <= 0 || state.withLockedValue { filled($0.buckets[caller.id], at: now).tokens >= 1 }
    }

    /// Counts a request if the caller may make another; one that may not is no request yet, and not turned away.
    func takes(_ caller: Caller, at now: ContinuousClock.Instant = .now) -> Bool {
        perSecond <= 0 || state.withLockedValue { take(1, of: caller.id, in: &$0, at: now) }
    }

    /// Takes a request back that was counted and begins anew.
    func takeBack(_ caller: Caller, at now: ContinuousClock.Instant = .now) {
        guard perSecond > 0 else { return }
        state.withLockedValue { _ = take(-1, of: caller.id, in: &$0, at: now) }
    }

    /// Counts a request.
    /// - Throws: A 429 ``Problem`` that says when to come again.
    func admit(_ caller: Caller, at now: ContinuousClock.Instant = .now) throws {
        try admit(caller.id, each: "key", at: now)
    }

    /// Counts a request of somebody without a key, where anybody may make it.
    ///
    /// - Parameter address: Where it comes from; those of unknown origin count together.
    /// - Throws: A 429 ``Problem`` that says when to come again.
    func admit(address: String?, at now: ContinuousClock.Instant = .now) throws {
        try admit("address \(address ?? "")", each: "address", at: now)
    }

    private func admit(_ id: String, each kind: String, at now: ContinuousClock.Instant) throws {
        guard perSecond > 0 else { return }
        let isAdmitted = state.withLockedValue { state in
            let isAdmitted = take(1, of: id, in: &state, at: now)
            if !isAdmitted { state.turnedAway += 1 }
            return isAdmitted
        }
        guard !isAdmitted else { return }
        throw Problem(
            .tooManyRequests, "rate", "Each \(kind) may make \(Int(perSecond)) requests a second; come again later.",
            headers: [.retryAfter: "1"])
    }

    /// Takes tokens out of a caller's bucket, or puts them back (fewer than none), unless there are too few.
    private func take(
        _ tokens: Double, of id: String, in state: inout State, at now: ContinuousClock.Instant
    ) -> Bool {
        var bucket = filled(state.buckets[id], at: now)
        let isTaken = bucket.tokens >= tokens
        if isTaken { bucket.tokens = min(capacity, bucket.tokens - tokens) }
        if state.buckets.count >= Self.maximumBuckets, state.buckets[id] == nil {
            state.buckets = state.buckets.filter { filled($0.value, at: now).tokens < capacity }
        }
        state.buckets[id] = bucket
        return isTaken
    }

    private func filled(_ bucket: Bucket?, at now: ContinuousClock.Instant) -> Bucket {
        guard let bucket else { return Bucket(tokens: capacity, filledAt: now) }
        let gained = bucket.filledAt.duration(to: now) / .seconds(1) * perSecond
        return Bucket(tokens: min(capacity, bucket.tokens + max(0, gained)), filledAt: now)
    }
}
