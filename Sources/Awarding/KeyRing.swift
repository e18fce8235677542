internal import Synchronization

/// The keys that this process can sign with, wherever their private halves are kept.
///
/// Which of them signs is not for a process to say but for the database, so that all nodes change keys at once. A key
/// that is not here is looked for again: its file may have been put there since.
public final class KeyRing: Sendable {
    private struct State {
        var keys: [String: IssuerKey] = [:]
        /// When a key was looked for in vain, by its id; only ids are asked for that the database had in use.
        var missedAt: [String: ContinuousClock.Instant] = [:]
    }

    /// How long it takes until a key that was looked for in vain is looked for again.
    private static let patience: Duration = .seconds(2)

    private let state: Mutex<State>
    private let load: @Sendable () async throws -> [IssuerKey]

    /// A ring of keys that are found anew whenever one is missing.
    ///
    /// - Parameter load: Finds every key, and throws where one of them must not be used as it is.
    public init(loading load: @escaping @Sendable () async throws -> [IssuerKey]) {
        self.load = load
        state = Mutex(State())
    }

    /// A ring of these keys and no others.
    public convenience init(_ keys: [IssuerKey]) {
        self.init { keys }
    }

    /// Every key, as it is now.
    /// - Throws: what finding them throws.
    public func all() async throws -> [IssuerKey] {
        let keys = try await load()
        state.withLock { state in
            state.keys = Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return keys
    }

    /// The key with an id; nil when this process does not have it.
    /// - Throws: what finding the keys throws.
    public func key(_ id: String) async throws -> IssuerKey? {
        let (known, isPointless) = state.withLock { state in
            (state.keys[id], state.missedAt[id].map { ContinuousClock.now - $0 < Self.patience } ?? false)
        }
        if known != nil || isPointless { return known }
        let found = try await all().first { $0.id == id }
        state.withLock { state in state.missedAt[id] = found == nil ? .now : nil }
        return found
    }
}
