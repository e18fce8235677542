internal import JSON

extension StatementReader {
    /// The statement's bytes as they are served, when those are not the bytes received; nil when they are.
    ///
    /// `stored` and `authority` are cut out: they are the store's. A context activity that was sent alone stands in an
    /// array (xAPI 2.0 §4.2.2.6, 1.0.3 Data §2.4.6.2). All other bytes stay.
    func servedPayload() -> [UInt8]? {
        if top.stored == nil, top.authority == nil, singleContextActivities.isEmpty { return nil }
        var edits = ownedMembers().map { Edit(range: $0, replacement: "") }
        for activity in singleContextActivities {
            let range = document.range(activity)
            edits.append(Edit(range: range.lowerBound..<range.lowerBound, replacement: "["))
            edits.append(Edit(range: range.upperBound..<range.upperBound, replacement: "]"))
        }
        guard !edits.isEmpty else { return nil }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
        let whole = document.range(statement)
        var payload: [UInt8] = []
        payload.reserveCapacity(whole.count + edits.count)
        var copied = whole.lowerBound
        for edit in edits {
            payload.append(contentsOf: document.bytes[copied..<edit.range.lowerBound])
            payload.append(contentsOf: edit.replacement.utf8)
            copied = edit.range.upperBound
        }
        payload.append(contentsOf: document.bytes[copied..<whole.upperBound])
        return payload
    }

    /// Bytes of the document and what stands there instead.
    private struct Edit {
        let range: Range<Int>
        let replacement: String
    }

    /// Where `stored` and `authority` stand, each with one comma next to it and the white space between.
    private func ownedMembers() -> [Range<Int>] {
        guard top.stored != nil || top.authority != nil else { return [] }
        var cuts: [Range<Int>] = []
        var cutAtStart: Int?
        var previousEnd: Int?
        document.forEachMember(statement) { key, value in
            let start = document.range(key).lowerBound
            let end = document.range(value).upperBound
            if value != top.stored && value != top.authority {
                if let first = cutAtStart { cuts.append(first..<start) }
                cutAtStart = nil
                previousEnd = end
            } else if let last = previousEnd {
                cuts.append(last..<end)
                previousEnd = end
            } else if cutAtStart == nil {
                cutAtStart = start
            }
        }
        return cuts
    }
}
