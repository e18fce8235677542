/// The text of strings and names.
extension JSONDocument {
    /// Whether a string's text has exactly these bytes; never by canonical equivalence.
    @inlinable
    public func text(_ node: Int, is literal: StaticString) -> Bool {
        let entry = nodes[node]
        if entry.isEscaped { return decodedBytes(node).elementsEqual(String(describing: literal).utf8) }
        let count = Int(entry.end) - Int(entry.start) - 2
        guard count == literal.utf8CodeUnitCount else { return false }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            let expected = unsafe literal.utf8Start
            let start = Int(entry.start) + 1
            var index = 0
            while index < count {
                if unsafe buffer[start + index] != expected[index] { return false }
                index += 1
            }
            return true
        }
    }

    /// Whether a string's text has exactly these bytes.
    public func text(_ node: Int, equals other: some Collection<UInt8>) -> Bool {
        nodes[node].isEscaped
            ? decodedBytes(node).elementsEqual(other) : bytes[textRange(node)].elementsEqual(other)
    }

    /// Whether two strings have the same bytes of text.
    public func text(_ node: Int, equals other: Int) -> Bool {
        text(node, equals: text(other))
    }

    /// A string's text as bytes: a slice of the received ones, or decoded where there are escapes.
    @inlinable
    public func text(_ node: Int) -> ArraySlice<UInt8> {
        nodes[node].isEscaped ? decodedBytes(node)[...] : bytes[textRange(node)]
    }

    /// A string's text with its escapes resolved.
    public func decodedBytes(_ node: Int) -> [UInt8] {
        let range = textRange(node)
        guard nodes[node].isEscaped else { return Array(bytes[range]) }
        return Escapes.decoded(bytes[range])
    }

    /// A string's text.
    public func string(_ node: Int) -> String {
        String(decoding: text(node), as: UTF8.self)
    }

    /// A value's bytes exactly as received; a string with its quotes.
    public func slice(_ node: Int) -> ArraySlice<UInt8> { bytes[range(node)] }

    /// A number's digits exactly as received, or any value's text.
    public func lexeme(_ node: Int) -> String { String(decoding: slice(node), as: UTF8.self) }
}
