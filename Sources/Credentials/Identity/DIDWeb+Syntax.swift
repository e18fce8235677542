extension DIDWeb {
    /// Whether a text is a host with an optional port and nothing else: no user, no path, no further encoding.
    static func isAuthority(_ text: String) -> Bool {
        let bytes = [UInt8](text.utf8)
        let host: ArraySlice<UInt8>
        let port: ArraySlice<UInt8>
        if bytes.first == UInt8(ascii: "[") {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
            host = bytes[1..<end]
            port = bytes[(end + 1)...]
            guard host.allSatisfy({ isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else {
                return false
            }
        } else {
            let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
            host = bytes[..<end]
            port = bytes[end...]
            guard host.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) else {
                return false
            }
        }
        guard !host.isEmpty, host.count <= 253 else { return false }
        if port.isEmpty { return true }
        return port.first == UInt8(ascii: ":") && (2...6).contains(port.count)
            && port.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether a text is a segment of a path that a DID can carry as it is.
    static func isSegment(_ text: String) -> Bool {
        guard !text.isEmpty, text != ".", text != ".." else { return false }
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            if byte == UInt8(ascii: "%") {
                guard let high = bytes.next(), let low = bytes.next(), isHexDigit(high), isHexDigit(low),
                    ![0x2E, 0x2F, 0x5C].contains(hexValue(high) << 4 | hexValue(low))
                else { return false }
            } else if !isPlain(byte) {
                return false
            }
        }
        return true
    }

    /// The text with everything percent-encoded that a DID can't carry, the colon before a port above all.
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            if isPlain(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + Hexadecimal.string([byte]).uppercased()
            }
        }
        return encoded
    }

    /// The text with its percent-encoding taken off; nil where that is broken.
    static func decoded(_ text: Substring) -> String? {
        var decoded: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            if byte == UInt8(ascii: "%") {
                guard let high = bytes.next(), let low = bytes.next(), isHexDigit(high), isHexDigit(low) else {
                    return nil
                }
                decoded.append(hexValue(high) << 4 | hexValue(low))
            } else {
                guard isPlain(byte) else { return nil }
                decoded.append(byte)
            }
        }
        return decoded.allSatisfy { $0 < 0x80 } ? String(decoding: decoded, as: UTF8.self) : nil
    }

    /// Characters that a DID's method-specific part carries unencoded.
    private static func isPlain(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func hexValue(_ digit: UInt8) -> UInt8 {
        digit <= 0x39 ? digit - 0x30 : (digit & 0xDF) - 0x37
    }
}
