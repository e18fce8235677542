internal import JSON

extension StatementReader {
    /// The statement's bytes without `stored` and `authority`; nil when neither was sent.
    ///
    /// A member is cut with one comma next to it and the white space between; all other bytes stay.
    func cutOwnedMembers() -> [UInt8]? {
        guard top.stored != nil || top.authority != nil else { return nil }
        let bytes = document.bytes
        let whole = document.range(statement)
        var payload: [UInt8] = []
        payload.reserveCapacity(whole.count)
        var copied = whole.lowerBound
        var previousEnd = whole.lowerBound
        var hasKept = false
        var hasCutAtStart = false
        document.forEachMember(statement) { key, value in
            let start = document.range(key).lowerBound
            let end = document.range(value).upperBound
            if value != top.stored && value != top.authority {
                if hasCutAtStart && !hasKept { copied = start }
                hasKept = true
            } else if hasKept {
                payload.append(contentsOf: bytes[copied..<previousEnd])
                copied = end
            } else if !hasCutAtStart {
                payload.append(contentsOf: bytes[copied..<start])
                hasCutAtStart = true
            }
            previousEnd = end
        }
        payload.append(contentsOf: bytes[copied..<whole.upperBound])
        return payload
    }
}
