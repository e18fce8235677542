import FoundationEssentials

/// The PEM of Ed25519 private keys (PKCS #8, RFC 8410).
enum Ed25519PEM {
    private static let begin = "-----BEGIN PRIVATE KEY-----"
    private static let end = "-----END PRIVATE KEY-----"
    /// Everything before the 32 bytes of the key: version 0, the algorithm's identifier, two octet strings.
    private static let prefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]

    static func text(seed: [UInt8]) -> String {
        "\(begin)\n\(Data(prefix + seed).base64EncodedString())\n\(end)"
    }

    /// The key in a PEM text, nil where it is none of an Ed25519 key.
    static func seed(of pem: String) -> [UInt8]? {
        let lines = pem.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        guard lines.count >= 3, lines.first.map({ $0 == begin }) == true, lines.last.map({ $0 == end }) == true,
            let der = Data(base64Encoded: lines.dropFirst().dropLast().joined()),
            der.count == prefix.count + 32, der.starts(with: prefix)
        else { return nil }
        return Array(der.dropFirst(prefix.count))
    }
}
