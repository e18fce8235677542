internal import struct FoundationEssentials.UUID

/// UUIDs in the standard string form of RFC 4122; letters of either case.
enum UUIDText {
    /// The UUID, or nil when the text isn't one.
    static func parse(_ text: ArraySlice<UInt8>) -> UUID? {
        guard text.count == 36 else { return nil }
        var bytes: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for (offset, byte) in text.enumerated() {
            if offset == 8 || offset == 13 || offset == 18 || offset == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard byte.isHexDigit else { return nil }
            if digits < 16 {
                bytes.0 = bytes.0 << 4 | UInt64(byte.hexValue)
            } else {
                bytes.1 = bytes.1 << 4 | UInt64(byte.hexValue)
            }
            digits += 1
        }
        return UUID(uuid: octets(bytes.0, bytes.1))
    }

    /// Whether the text is a UUID.
    static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        var offset = 0
        for byte in text {
            let isHyphen = offset == 8 || offset == 13 || offset == 18 || offset == 23
            guard isHyphen ? byte == UInt8(ascii: "-") : byte.isHexDigit else { return false }
            offset += 1
        }
        return true
    }

    private static func octets(_ high: UInt64, _ low: UInt64) -> (
        UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8
    ) {
        func octet(_ word: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * index)) }
        return (
            octet(high, 0), octet(high, 1), octet(high, 2), octet(high, 3),
            octet(high, 4), octet(high, 5), octet(high, 6), octet(high, 7),
            octet(low, 0), octet(low, 1), octet(low, 2), octet(low, 3),
            octet(low, 4), octet(low, 5), octet(low, 6), octet(low, 7)
        )
    }
}
