public import struct FoundationEssentials.UUID

extension UUID {
    /// The UUID as statements write it: lower-case hexadecimal digits in five groups (RFC 9562 §4).
    public var canonicalText: String {
        unsafe withUnsafeBytes(of: uuid) { bytes in
            // Safe, because 36 bytes of ASCII are written to a buffer of 36, from the 16 bytes of the UUID.
            unsafe String(unsafeUninitializedCapacity: 36) { text in
                var position = 0
                for index in 0..<16 {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        unsafe text[position] = UInt8(ascii: "-")
                        position += 1
                    }
                    let byte = unsafe bytes[index]
                    unsafe text[position] = Self.digit(byte >> 4)
                    unsafe text[position + 1] = Self.digit(byte & 15)
                    position += 2
                }
                return position
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value + (value < 10 ? UInt8(ascii: "0") : 87) }
}
