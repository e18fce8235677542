internal import Crypto

/// UUIDs that follow from names (RFC 9562 §5.3, version 3), the same in every installation.
public enum NameUUID {
    /// The namespace of URLs.
    public static let urls = "6ba7b811-9dad-11d1-80b4-00c04fd430c8"

    /// The UUID of a name in a namespace, which is a UUID.
    public static func uuid(_ name: String, in namespace: String) -> String {
        let digits = namespace.utf8.compactMap { byte in Character(Unicode.Scalar(byte)).hexDigitValue }
        var bytes = stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        bytes += name.utf8
        var digest = Array(Insecure.MD5.hash(data: bytes))
        digest[6] = digest[6] & 0x0F | 0x30
        digest[8] = digest[8] & 0x3F | 0x80
        var text = ""
        for (position, byte) in digest.enumerated() {
            if [4, 6, 8, 10].contains(position) { text += "-" }
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return text
    }
}
