import Crypto

/// The hash function of a canonicalisation.
package enum RDFHash: Sendable {
    /// SHA-256, the default.
    case sha256
    /// SHA-384.
    case sha384

    /// The digest as lower-case hexadecimal digits.
    func digits(of bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: Self.hexadecimal(SHA256.hash(data: bytes))
        case .sha384: Self.hexadecimal(SHA384.hash(data: bytes))
        }
    }

    private static func hexadecimal(_ digest: some Sequence<UInt8>) -> [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(96)
        for byte in digest {
            digits.append(alphabet[Int(byte >> 4)])
            digits.append(alphabet[Int(byte & 15)])
        }
        return digits
    }

    private static let alphabet = Array("0123456789abcdef".utf8)
}
