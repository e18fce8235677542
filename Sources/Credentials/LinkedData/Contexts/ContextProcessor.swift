/// Makes active contexts of local ones (JSON-LD 1.1 API, Context Processing).
struct ContextProcessor: Sendable {
    /// Where contexts come from.
    let source: any ContextSource

    /// How deep contexts may include contexts.
    static let maximumDepth = 32

    /// What the place of a context says about it.
    struct Rules {
        /// Whether protected terms may be defined anew, as the context of a property may.
        var overridesProtected = false
        /// Whether the context holds for nodes within, too.
        var propagates = true
        /// Whether contexts of terms are looked through.
        var validatesScoped = true
        /// The URLs of the contexts that led here.
        var remote: [RDFText] = []
        /// How many contexts within terms led here.
        var depth = 0
    }

    /// The context that holds after a local one is applied.
    func process(
        _ local: LocalContext, in active: ActiveContext, rules: Rules = Rules()
    ) throws(LinkedDataError) -> ContextState {
        guard rules.depth <= Self.maximumDepth else {
            throw LinkedDataError(.contextOverflow, "Contexts are nested too deep.")
        }
        var propagates = rules.propagates
        if let own = local.value.map?[.propagate] {
            guard let own = own.truth else {
                throw LinkedDataError(.invalidPropagate, "@propagate has to be true or false.")
            }
            propagates = own
        }
        var state = active.state
        if !propagates, state.previous == nil { state.previous = active }
        for context in local.value.elements {
            switch context {
            case .null: try clear(&state, rules, propagates)
            case .string(let reference): try include(reference, local, &state, rules)
            case .object(let map):
                let whole = try imported(map, into: local)
                var definer = ContextDefiner(
                    processor: self, state: state, map: whole, origin: local, rules: rules)
                try definer.define()
                state = definer.state
            default:
                throw LinkedDataError(.invalidLocalContext, "A context has to be null, a URL or an object.")
            }
        }
        return state
    }

    private func clear(_ state: inout ContextState, _ rules: Rules, _ propagates: Bool) throws(LinkedDataError) {
        if !rules.overridesProtected, state.terms.values.contains(where: \.isProtected) {
            throw LinkedDataError(.invalidContextNullification, "A context with protected terms can't be cleared.")
        }
        var empty = ContextState(base: state.originalBase)
        if !propagates { empty.previous = ActiveContext(state, isFixed: false) }
        state = empty
    }

    private func include(
        _ reference: RDFText, _ local: LocalContext, _ state: inout ContextState, _ rules: Rules
    ) throws(LinkedDataError) {
        let url = local.base.map { IRI.resolve(reference, against: $0) } ?? reference
        if !rules.validatesScoped, rules.remote.contains(url) { return }
        guard rules.remote.count < Self.maximumDepth else {
            throw LinkedDataError(.contextOverflow, "Contexts include each other too deep, at last \(IRI.quoted(url)).")
        }
        let included = try load(url)
        let nested = Rules(
            overridesProtected: rules.overridesProtected, validatesScoped: rules.validatesScoped,
            remote: rules.remote + [url], depth: rules.depth + 1)
        state = try process(included, in: ActiveContext(state, isFixed: false), rules: nested)
    }

    /// The context at a URL.
    func load(_ url: RDFText) throws(LinkedDataError) -> LocalContext {
        guard let context = try source.context(at: url) else {
            throw LinkedDataError(
                .loadingContextFailed, "The context \(IRI.quoted(url)) is not among those that are known.")
        }
        return context
    }

    /// A context with what it imports, which it overrides.
    private func imported(_ map: LinkedDataMap, into local: LocalContext) throws(LinkedDataError) -> LinkedDataMap {
        guard let reference = map[.import] else { return map }
        guard let reference = reference.text else {
            throw LinkedDataError(.invalidImport, "@import has to be a URL.")
        }
        let url = local.base.map { IRI.resolve(reference, against: $0) } ?? reference
        guard case .object(var whole) = try load(url).value else {
            throw LinkedDataError(.invalidRemoteContext, "The context \(url), which is imported, is no object.")
        }
        if whole.has(.import) {
            throw LinkedDataError(.invalidContextEntry, "The context \(url), which is imported, imports another.")
        }
        for (key, value) in map.members { whole[key] = value }
        return whole
    }
}
