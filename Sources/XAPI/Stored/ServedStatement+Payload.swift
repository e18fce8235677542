internal import JSON

private import struct FoundationEssentials.UUID

extension ServedStatement {
    /// A member of the statement that is taken apart.
    private struct Member {
        let property: Property?
        let start: Int
        let value: Int
    }

    /// The payload from which ``splice(payload:id:stored:timestamp:authority:version:)`` made a statement; nil when it
    /// was not made so.
    ///
    /// Where the client's own last members look exactly like added ones, they are taken for added: spliced again, the
    /// bytes are the same.
    static func payload(of document: JSONDocument, stored: Int64) -> [UInt8]? {
        var members: [Member] = []
        document.forEachMember(0) { key, value in
            members.append(
                Member(
                    property: Property(document, key: key), start: document.range(key).lowerBound, value: value))
        }
        guard let place = members.firstIndex(where: { $0.property == .stored }), place + 1 < members.count,
            members[place + 1].property == .authority, let last = members.last
        else { return nil }
        let after = members[(place + 2)...].map(\.property)
        guard after.isEmpty || after == [.version] else { return nil }
        let whole = document.range(0)
        let served = Array(document.bytes[whole])
        let end = document.bytes[document.range(last.value).upperBound..<whole.upperBound]
        for first in starts(of: members, stored: place) {
            // A comma stands before the first of them.
            let payload = Array(document.bytes[whole.lowerBound..<members[first].start - 1] + end)
            let added = members[first..<place]
            let spliced = splice(
                payload: payload,
                id: added.first { $0.property == .id }.flatMap { document.withText($0.value, UUIDText.parse) },
                stored: stored, timestamp: added.contains { $0.property == .timestamp } ? stored : nil,
                authority: Array(document.slice(members[place + 1].value)),
                version: after.isEmpty ? nil : document.string(last.value))
            if spliced == served { return payload }
        }
        return nil
    }

    /// Where what was added may begin, the most that it can be first: id and timestamp come before `stored`.
    private static func starts(of members: [Member], stored place: Int) -> [Int] {
        var starts = [place]
        var next = place - 1
        if next >= 0, members[next].property == .timestamp {
            starts.append(next)
            next -= 1
        }
        if next >= 0, members[next].property == .id { starts.append(next) }
        return starts.reversed()
    }
}
