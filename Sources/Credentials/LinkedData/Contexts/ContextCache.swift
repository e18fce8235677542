private import Synchronization

/// The active contexts that came out of fixed ones, so that each is processed once.
///
/// Bounded, since a stranger's document chooses in which order contexts meet: when it is full, it begins anew.
final class ContextCache: Sendable {
    private struct Key: Hashable {
        let active: ObjectIdentifier
        let local: ObjectIdentifier
        let isPropertyScope: Bool
        let propagates: Bool
    }

    /// What came out, and what went in, so that the latter's identities stay taken.
    private struct Entry {
        let result: ActiveContext
        let active: ActiveContext
        let local: LocalContext
    }

    private static let most = 1024

    private let entries = Mutex<[Key: Entry]>([:])

    /// The context after a local one is applied, processed only when it isn't known.
    func apply(
        _ local: LocalContext, to active: ActiveContext, rules: ContextProcessor.Rules,
        processor: ContextProcessor
    ) throws(LinkedDataError) -> ActiveContext {
        guard active.isFixed, local.isFixed else {
            return ActiveContext(try processor.process(local, in: active, rules: rules), isFixed: false)
        }
        let key = Key(
            active: ObjectIdentifier(active), local: ObjectIdentifier(local),
            isPropertyScope: rules.overridesProtected, propagates: rules.propagates)
        if let known = entries.withLock({ $0[key]?.result }) { return known }
        let state = try processor.process(local, in: active, rules: rules)
        // What changes nothing leads back to the same context, so that repeating it leads nowhere else.
        let result = state.isSame(as: active.state) ? active : ActiveContext(state, isFixed: true)
        return entries.withLock { entries in
            if let known = entries[key]?.result { return known }
            if entries.count >= Self.most { entries.removeAll() }
            entries[key] = Entry(result: result, active: active, local: local)
            return result
        }
    }
}
