internal import JSON

/// The texts of a batch, which mostly name the same things: what was made for one statement serves the next.
///
/// A table without chains: a text that finds its place taken by another takes it over. So a lookup always costs the
/// same, whatever texts a client thinks up.
struct SharedTexts {
    private struct Entry<Value> {
        var hash: UInt64
        var range: Range<Int>
        var value: Value
    }

    /// Texts up to this size are cheaper to make than to find: a String of them needs no memory of its own.
    private static var smallSize: Int { 15 }
    private static var size: Int { 256 }

    private var strings: [Entry<String>?]
    private var slices: [Entry<[UInt8]>?]

    /// A table; one that shares nothing is right for a few statements.
    init(isSharing: Bool) {
        strings = isSharing ? Array(repeating: nil, count: Self.size) : []
        slices = isSharing ? Array(repeating: nil, count: Self.size) : []
    }

    /// A string's text.
    mutating func string(_ node: Int, in document: JSONDocument) -> String {
        let range = document.textRange(node)
        guard !strings.isEmpty, range.count > Self.smallSize, !document.entry(node).isEscaped else {
            return document.string(node)
        }
        let hash = document.hash(of: range)
        let place = Int(truncatingIfNeeded: hash &>> 56)
        if let entry = strings[place], entry.hash == hash, document.areSame(entry.range, range) { return entry.value }
        let string = document.string(node)
        strings[place] = Entry(hash: hash, range: range, value: string)
        return string
    }

    /// A value's bytes, exactly as received.
    mutating func slice(_ node: Int, in document: JSONDocument) -> [UInt8] {
        let range = document.range(node)
        guard !slices.isEmpty else { return Array(document.slice(node)) }
        let hash = document.hash(of: range)
        let place = Int(truncatingIfNeeded: hash &>> 56)
        if let entry = slices[place], entry.hash == hash, document.areSame(entry.range, range) { return entry.value }
        let slice = Array(document.slice(node))
        slices[place] = Entry(hash: hash, range: range, value: slice)
        return slice
    }
}
