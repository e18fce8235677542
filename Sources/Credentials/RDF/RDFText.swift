/// A text of a graph, kept and compared as UTF-8 bytes.
///
/// Swift's `String` takes `é` in one and in two code points for the same text; in a graph they are different names,
/// and their hashes differ. Order is that of the bytes, which is also that of the code points.
package struct RDFText: Hashable, Sendable {
    /// The text as UTF-8.
    package let bytes: [UInt8]

    /// Takes a text by its bytes, which have to be UTF-8.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Takes a text by its bytes, which have to be UTF-8.
    package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// Takes a text.
    package init(_ text: String) { bytes = Array(text.utf8) }

    /// The text as a string.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Hashes eight bytes at a time.
    package func hash(into hasher: inout Hasher) {
        var word: UInt64 = 0
        var filled = 0
        for byte in bytes {
            word = word &<< 8 | UInt64(byte)
            filled &+= 1
            if filled & 7 == 0 { hasher.combine(word) }
        }
        hasher.combine(word)
        hasher.combine(filled)
    }
}

extension RDFText: Comparable {
    /// Whether a text comes before another by code points.
    package static func < (left: RDFText, right: RDFText) -> Bool {
        bytesPrecede(left.bytes, right.bytes)
    }
}

extension RDFText: ExpressibleByStringLiteral, CustomStringConvertible {
    /// Takes a text that stands in the source.
    package init(stringLiteral text: String) { self.init(text) }

    /// The text as a string.
    package var description: String { string }
}

/// Whether bytes come before others.
func bytesPrecede(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let count = min(left.count, right.count)
    var index = 0
    while index < count {
        if left[index] != right[index] { return left[index] < right[index] }
        index &+= 1
    }
    return left.count < right.count
}
