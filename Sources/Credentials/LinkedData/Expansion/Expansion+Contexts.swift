internal import JSON

/// Contexts in documents.
extension Expansion {
    /// Applies the value of an object's `@context`.
    func apply(context: JSONValue, to active: ActiveContext) throws(LinkedDataError) -> ActiveContext {
        let contexts = context.kind == .array ? Array(context.elements) : [context]
        if contexts.allSatisfy({ $0.kind == .string }) {
            var active = active
            for context in contexts { active = try apply(reference: context, to: active) }
            return active
        }
        if isStrict, !takesOwnContexts, let inline = contexts.first(where: { $0.kind != .string }) {
            throw LinkedDataError(
                .dataLoss, "A context has to be one of those that are known, by its URL.", at: inline.pointer)
        }
        let value = takesOwnContexts ? Self.unwrapped(contexts) : LinkedDataValue(context)
        let local = LocalContext(value, base: base, isFixed: false)
        return try apply(local, to: active, rules: .init(), at: context)
    }

    /// The contexts, those that stand in a member `@context` of their own taken out of it: W3C's test suites have such.
    private static func unwrapped(_ contexts: [JSONValue]) -> LinkedDataValue {
        .array(
            contexts.map { context in
                let value = LinkedDataValue(context)
                guard let map = value.map, map.count == 1, let inner = map[.context] else { return value }
                return inner
            })
    }

    private func apply(reference: JSONValue, to active: ActiveContext) throws(LinkedDataError) -> ActiveContext {
        var url = text(reference)
        if let base { url = IRI.resolve(url, against: base) }
        do throws(LinkedDataError) {
            let local = try processor.load(url)
            return try apply(local, to: active, rules: .init(remote: [url]), at: reference)
        } catch {
            throw error.located(at: reference.pointer)
        }
    }
}
