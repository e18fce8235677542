internal import JSON

extension ImmutabilityWriter {
    /// Appends a string, levelled as its shape demands.
    func appendString(_ node: Int, _ shape: ImmutabilityShape, to out: inout [UInt8]) {
        switch shape {
        case .lowercase where !document.entry(node).isEscaped:
            let start = out.count
            document.appendSlice(node, to: &out)
            for index in start..<out.count { out[index] = out[index].lowercased }
        case .lowercase:
            JSONWriter.append(string: document.withText(node) { $0.lowercased($0.indices) }, to: &out)
        case .mailbox:
            JSONWriter.append(string: document.withText(node, Self.withLowercaseDomain), to: &out)
        case .duration where !hasFraction(node): document.appendSlice(node, to: &out)
        case .duration:
            JSONWriter.append(string: DurationText.comparable(document.text(node)), to: &out)
        case .instant:
            guard let value = document.withText(node, { Timestamp.parse($0, version: .v1_0_3) }) else { fallthrough }
            JSONWriter.append(string: Array(Timestamp.text(value).utf8), to: &out)
        default:
            if document.entry(node).isEscaped {
                JSONWriter.append(string: document.text(node), to: &out)
            } else {
                document.appendSlice(node, to: &out)
            }
        }
    }

    /// Whether a duration is one that may have to be levelled; one with escapes may.
    private func hasFraction(_ node: Int) -> Bool {
        document.withSlice(node) { text in
            !text.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\\") }
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
