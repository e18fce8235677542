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
        guard text.count == 36 else { return nil }
        var bits = Bits()
        for offset in 0..<36 {
            let byte = text[offset]
            if offset == 8 || offset == 13 || offset == 18 || offset == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard byte.isHexDigit else { return nil }
            if offset < 18 {
                bits.high = bits.high << 4 | UInt64(byte.hexValue)
            } else {
                bits.low = bits.low << 4 | UInt64(byte.hexValue)
            }
        }
        return bits
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
