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
        var invalid: UInt64 = 0
        let high = hex(text, 0, &invalid) << 32 | hex(text, 9, 14, &invalid)
        let low = hex(text, 19, 24, &invalid) << 32 | hex(text, 28, &invalid)
        return invalid == 0 ? Bits(high: high, low: low) : nil
    }

    private static let hyphen = UInt8(ascii: "-")

    /// The number eight hexadecimal digits stand for; a byte that is none makes `invalid` other than zero.
    @inline(__always)
    private static func hex(_ text: Span<UInt8>, _ index: Int, _ invalid: inout UInt64) -> UInt64 {
        // The caller has made sure of 36 bytes.
        let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
        return hex(UInt64(littleEndian: word), &invalid)
    }

    /// The number that two times four hexadecimal digits stand for.
    @inline(__always)
    private static func hex(
        _ text: Span<UInt8>, _ index: Int, _ other: Int, _ invalid: inout UInt64
    ) -> UInt64 {
        let first = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt32.self)
        let second = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: other, as: UInt32.self)
        return hex(UInt64(UInt32(littleEndian: first)) | UInt64(UInt32(littleEndian: second)) << 32, &invalid)
    }

    /// The number that the bytes of a word stand for, the lowest byte being the first digit.
    @inline(__always)
    private static func hex(_ word: UInt64, _ invalid: inout UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs = ones &* 0x80
        // With their high bits set, no byte borrows from the next; a high bit then says "at least".
        let lower = (word | ones &* 0x20) | highs
        let isDigit = (lower &- ones &* 0x30) & ~(lower &- ones &* 0x3A)
        let isLetter = (lower &- ones &* 0x61) & ~(lower &- ones &* 0x67)
        // A digit has the bit of a lower-case letter set already; what got it only now is a control, not a digit.
        let hadBit = (word &<< 2) & highs
        invalid |= ~((isDigit & hadBit) | isLetter) & highs
        invalid |= word & highs
        let letters = (isLetter & highs) &>> 7
        var nibbles = (word & (ones &* 0x0F)) &+ letters &* 9
        nibbles = (nibbles &<< 4 | nibbles &>> 8) & 0x00FF_00FF_00FF_00FF
        nibbles = (nibbles &<< 8 | nibbles &>> 16) & 0x0000_FFFF_0000_FFFF
        return (nibbles &<< 16 | nibbles &>> 32) & 0xFFFF_FFFF
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
