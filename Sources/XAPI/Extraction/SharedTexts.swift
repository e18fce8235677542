internal import JSON

/// The texts of a batch, which mostly name the same things: what was made for one statement serves the next.
///
/// A table without chains: a text that finds its place taken by another takes it over. So a lookup always costs the
/// same, whatever texts a client thinks up.
struct SharedTexts {
    private struct Entry<Value> {
        var hash: UInt64 = 0
        var range: Range<Int> = 0..<0
        var value: Value
    }

    /// Texts up to this size are cheaper to make than to find: a String of them needs no memory of its own.
    private static var smallSize: Int { 15 }

    private var strings: [Entry<String>]
    private var slices: [Entry<[UInt8]>]

    /// A table; one that shares nothing is right for a few statements.
    init(isSharing: Bool) {
        strings = isSharing ? Array(repeating: Entry(value: ""), count: 256) : []
        slices = isSharing ? Array(repeating: Entry(value: []), count: 256) : []
    }

    /// A string's text.
    @inline(__always)
    mutating func string(_ node: Int, in document: JSONDocument) -> String {
        let range = document.textRange(node)
        guard range.count > Self.smallSize, !strings.isEmpty, !document.entry(node).isEscaped else {
            return document.string(node)
        }
        let hash = document.hash(of: range)
        let place = Int(truncatingIfNeeded: hash &>> 56)
        if strings[place].hash == hash, document.areSame(range, strings[place].range) { return strings[place].value }
        strings[place] = Entry(hash: hash, range: range, value: document.string(node))
        return strings[place].value
    }

    /// A value's bytes, exactly as received.
    @inline(__always)
    mutating func slice(_ node: Int, in document: JSONDocument) -> [UInt8] {
        let range = document.range(node)
        guard range.count > Self.smallSize, !slices.isEmpty else { return document.copy(node) }
        let hash = document.hash(of: range)
        let place = Int(truncatingIfNeeded: hash &>> 56)
        if slices[place].hash == hash, document.areSame(range, slices[place].range) { return slices[place].value }
        slices[place] = Entry(hash: hash, range: range, value: document.copy(node))
        return slices[place].value
    }
}
