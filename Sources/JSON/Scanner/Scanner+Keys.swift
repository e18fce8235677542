extension Scanner {
    /// Objects up to this size compare their names in pairs, larger ones by a table.
    private static let pairwiseLimit = 16

    /// A number that is equal for equal names; differing names rarely share it.
    @inline(__always)
    func fingerprint(_ start: Int, _ end: Int, isEscaped: Bool) -> Int {
        if isEscaped { return Int(Fingerprint.of(Escapes.decoded(copy(start, end)[...]))) }
        let length = end - start
        if length >= 4 { return Int(Fingerprint.mix(halfWord(start), halfWord(end - 4), length)) }
        var packed: UInt32 = 0
        for index in start..<end { packed = packed << 8 | UInt32(byte(index)) }
        return Int(Fingerprint.mix(packed, packed, length))
    }

    /// Refuses an object, about to be closed, in which a name stands twice.
    func checkUniqueKeys(from first: Int) throws(JSONError) {
        let names = keys.count - first
        if names > Self.pairwiseLimit { return try checkManyKeys(first) }
        guard names > 1 else { return }
        for later in first + 1..<keys.count {
            let print = nodes[keys[later]].next
            for earlier in first..<later where nodes[keys[earlier]].next == print {
                if sameName(keys[earlier], keys[later]) { throw duplicate(keys[later]) }
            }
        }
    }

    /// The table's hash is keyed anew in each process, so that no one can prepare names that collide.
    private func checkManyKeys(_ first: Int) throws(JSONError) {
        var seen: Set<KeyText> = []
        seen.reserveCapacity(keys.count - first)
        for place in first..<keys.count {
            let key = keys[place]
            let (start, end) = (Int(nodes[key].start) + 1, Int(nodes[key].end) - 1)
            let isEscaped = nodes[key].isEscaped
            let text = isEscaped ? Escapes.decoded(copy(start, end)[...]) : copy(start, end)
            guard seen.insert(KeyText(bytes: text)).inserted else { throw duplicate(key) }
        }
    }

    private struct KeyText: Hashable {
        let bytes: [UInt8]

        func hash(into hasher: inout Hasher) {
            unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }
    }

    private func sameName(_ one: Int, _ other: Int) -> Bool { name(one) == name(other) }

    private func name(_ key: Int) -> [UInt8] {
        let text = copy(Int(nodes[key].start) + 1, Int(nodes[key].end) - 1)
        return nodes[key].isEscaped ? Escapes.decoded(text[...]) : text
    }

    /// A copy of some bytes.
    func copy(_ start: Int, _ end: Int) -> [UInt8] {
        unsafe Array(UnsafeBufferPointer(start: base + start, count: end - start))
    }

    private func duplicate(_ key: Int) -> JSONError {
        let text = String(decoding: name(key), as: UTF8.self)
        let shown = text.count > 64 ? text.prefix(64) + "…" : text[...]
        return failure(.duplicateKey, at: Int(nodes[key].start), "The name \"\(shown)\" stands twice.", key: key)
    }
}
