internal import struct FoundationEssentials.UUID

/// UUIDs in the standard string form of RFC 4122; letters of either case.
enum UUIDText {
    /// A UUID's bits; unlike Foundation's type cheap to make and to compare.
    struct Bits: Hashable {
        var high: UInt64 = 0
        var low: UInt64 = 0
    }

    /// The UUID's bits, or nil when the text isn't one.
    static func bits(_ text: Span<UInt8>) -> Bits? {
        guard text.count == 36, text[8] == hyphen, text[13] == hyphen, text[18] == hyphen, text[23] == hyphen else {
            return nil
        }
        var bits = Bits()
        var invalid: UInt8 = 0
        bits.high = hex(text, 0..<8, &invalid) << 32 | hex(text, 9..<13, &invalid) << 16 | hex(text, 14..<18, &invalid)
        bits.low = hex(text, 19..<23, &invalid) << 48 | hex(text, 24..<36, &invalid)
        return invalid & 0x80 == 0 ? bits : nil
    }

    private static let hyphen = UInt8(ascii: "-")

    /// The number some hexadecimal digits stand for; a byte that is none sets the high bit of `invalid`.
    @inline(__always)
    private static func hex(_ text: Span<UInt8>, _ range: Range<Int>, _ invalid: inout UInt8) -> UInt64 {
        var value: UInt64 = 0
        for index in range {
            let byte = text[index]
            let digit = byte &- 0x30
            let letter = (byte | 0x20) &- 0x61
            let nibble = digit < 10 ? digit : letter < 6 ? letter &+ 10 : 0x80
            invalid |= nibble
            value = value << 4 | UInt64(nibble & 0xF)
        }
        return value
    }

    /// The UUID, or nil when the text isn't one.
    static func parse(_ text: Span<UInt8>) -> UUID? {
        guard let bits = bits(text) else { return nil }
        let (high, low) = (bits.high, bits.low)
        func octet(_ word: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * index)) }
        return UUID(
            uuid: (
                octet(high, 0), octet(high, 1), octet(high, 2), octet(high, 3),
                octet(high, 4), octet(high, 5), octet(high, 6), octet(high, 7),
                octet(low, 0), octet(low, 1), octet(low, 2), octet(low, 3),
                octet(low, 4), octet(low, 5), octet(low, 6), octet(low, 7)
            ))
    }

    /// Whether the text is a UUID.
    static func isValid(_ text: Span<UInt8>) -> Bool { bits(text) != nil }
}
