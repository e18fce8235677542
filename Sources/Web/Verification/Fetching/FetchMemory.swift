/// What was fetched of late, so that a hundred credentials of one issuer cost its server one request.
struct FetchMemory {
    /// A document is another where other media types are asked for.
    struct Key: Hashable, Sendable {
        let url: String
        let accept: String
    }

    typealias Outcome = Result<FetchedDocument, FetchError>

    private struct Entry {
        let outcome: Outcome
        let until: ContinuousClock.Instant

        var size: Int { (try? outcome.get().bytes.count) ?? 0 }
    }

    private let limits: FetchLimits
    private var entries: [Key: Entry] = [:]
    private var bytes = 0

    init(limits: FetchLimits) { self.limits = limits }

    /// What came of fetching, if that is not too long ago.
    func outcome(of key: Key, at now: ContinuousClock.Instant) -> Outcome? {
        guard let entry = entries[key], entry.until > now else { return nil }
        return entry.outcome
    }

    /// Keeps an outcome for its time, in place of those that are nearest to their end if there is no room.
    mutating func keep(_ outcome: Outcome, of key: Key, at now: ContinuousClock.Instant) {
        let isSuccess = (try? outcome.get()) != nil
        let entry = Entry(outcome: outcome, until: now + (isSuccess ? limits.memory.success : limits.memory.failure))
        remove(key)
        if isFull(adding: entry) {
            for old in entries where old.value.until <= now { remove(old.key) }
            for old in entries.sorted(by: { $0.value.until < $1.value.until }) where isFull(adding: entry) {
                remove(old.key)
            }
        }
        entries[key] = entry
        bytes += entry.size
    }

    private func isFull(adding entry: Entry) -> Bool {
        entries.count >= limits.kept.documents || bytes + entry.size > limits.kept.bytes
    }

    private mutating func remove(_ key: Key) {
        if let entry = entries.removeValue(forKey: key) { bytes -= entry.size }
    }
}
