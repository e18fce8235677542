/// Classes of ASCII characters, for parsers that read bytes.
extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var isAlphanumeric: Bool { isDigit || isLetter }
    @inline(__always) var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

    /// The value of a hexadecimal digit; only for one.
    @inline(__always) var hexValue: UInt8 { isDigit ? self &- 0x30 : (self | 0x20) &- 0x57 }

    /// The lower-case form of an ASCII letter; everything else stays.
    @inline(__always) var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

/// What parsers ask of a text.
extension Span<UInt8> {
    /// Whether all bytes of a range have a property.
    @inline(__always)
    func allSatisfy(in range: Range<Int>, _ condition: (UInt8) -> Bool) -> Bool {
        for index in range where !condition(self[index]) { return false }
        return true
    }

    /// Whether all bytes have a property.
    @inline(__always)
    func allSatisfy(_ condition: (UInt8) -> Bool) -> Bool { allSatisfy(in: indices, condition) }

    /// Whether the text begins with these bytes.
    @inline(__always)
    func hasPrefix(_ prefix: [UInt8]) -> Bool {
        guard count >= prefix.count else { return false }
        for index in prefix.indices where self[index] != prefix[index] { return false }
        return true
    }

    /// The bytes of a range, in lower case.
    func lowercased(_ range: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        for index in range { bytes.append(self[index].lowercased) }
        return bytes
    }
}
