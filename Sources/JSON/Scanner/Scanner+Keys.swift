extension Scanner {
    /// Objects up to this size compare their names in pairs, larger ones by a table.
    private static let pairwiseLimit = 16

    /// Appends the node of a name, and notes whether it may stand twice in its object.
    @inline(__always)
    mutating func appendName(_ start: Int, _ end: Int, flags: UInt32) {
        let length = end &- start &- 2
        let print: UInt32
        let number: UInt32
        if flags & JSONNode.escapedFlag != 0 {
            (print, number) = escapedName(start + 1, end - 1)
        } else {
            // Its bytes lie before the end of the text.
            print = unsafe Fingerprint.of(base + (start &+ 1), count: length)
            number = unsafe names?.number(print, at: base + (start &+ 1), length: length) ?? 0
        }
        nodes.append(
            JSONNode(
                kind: .string, start: start, end: end, next: Int(print),
                flags: flags | number &<< JSONNode.nameShift))
        if number != 0, number < 64 {
            let bit = UInt64(1) &<< UInt64(number)
            if open.last.known & bit != 0 { open.last.mayRepeat = true }
            open.last.known |= bit
        } else {
            let bit = UInt64(1) &<< UInt64(print &>> 26)
            if open.last.others & bit != 0 { open.last.mayRepeat = true }
            open.last.others |= bit
        }
    }

    @inline(never)
    private func escapedName(_ start: Int, _ end: Int) -> (fingerprint: UInt32, number: UInt32) {
        let text = Escapes.decoded(copy(start, end)[...])
        let print = Fingerprint.of(text)
        guard let names else { return (print, 0) }
        return unsafe text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return (print, 0) }
            return (print, unsafe names.number(print, at: base, length: buffer.count))
        }
    }

    /// Refuses an object, about to be closed, in which a name stands twice.
    @inline(never)
    func checkUniqueKeys(of object: Int) throws(JSONError) {
        var keys: [Int] = []
        var key = object + 1
        while key < nodes.count {
            keys.append(key)
            key = Int(nodes[key + 1].next)
        }
        if keys.count > Self.pairwiseLimit { return try checkManyKeys(keys) }
        for later in keys.indices {
            let print = nodes[keys[later]].next
            for earlier in 0..<later where nodes[keys[earlier]].next == print {
                if sameName(keys[earlier], keys[later]) { throw duplicate(keys[later]) }
            }
        }
    }

    /// The table's hash is keyed anew in each process, so that no one can prepare names that collide.
    private func checkManyKeys(_ keys: [Int]) throws(JSONError) {
        var seen: Set<KeyText> = []
        seen.reserveCapacity(keys.count)
        for key in keys {
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
