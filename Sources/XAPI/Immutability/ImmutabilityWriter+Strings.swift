internal import JSON

extension ImmutabilityWriter {
    /// Appends a string, levelled as its shape demands.
    mutating func appendString(_ node: Int, _ shape: ImmutabilityShape) {
        switch shape {
        case .lowercase:
            append(text: document.withText(node) { $0.lowercased($0.indices) })
        case .mailbox:
            append(text: document.withText(node, Self.withLowercaseDomain))
        case .duration:
            append(text: DurationText.comparable(document.text(node)))
        case .instant:
            guard let value = document.withText(node, { Timestamp.parse($0, version: .v1_0_3) }) else { fallthrough }
            append(text: Array(Timestamp.text(value).utf8))
        default:
            if document.entry(node).isEscaped {
                append(text: document.text(node))
            } else {
                append(raw: document.slice(node))
            }
        }
    }

    /// Whether a name comes before another by its bytes.
    func precedes(_ key: Int, _ other: Int) -> Bool {
        document.withText(key) { one in
            document.withText(other) { two in
                for index in 0..<min(one.count, two.count) where one[index] != two[index] {
                    return one[index] < two[index]
                }
                return one.count < two.count
            }
        }
    }

    private static func withLowercaseDomain(_ text: Span<UInt8>) -> [UInt8] {
        var at = text.count
        while at > 0, text[at - 1] != UInt8(ascii: "@") { at -= 1 }
        var bytes: [UInt8] = []
        for index in text.indices { bytes.append(index < at ? text[index] : text[index].lowercased) }
        return bytes
    }
}
