/// The address of something on the web that a host names, or where an answer is sent to it.
struct HostAddress {
    let text: String
    /// The host in lower case, without port.
    let host: String
    /// Scheme, host and port.
    let origin: String

    /// Reads an address: of `https`, or for trials of `http` on this machine (RFC 8252 §7.3); without user and fragment,
    /// and of characters that can stand in header fields as they are.
    init?(_ text: String) {
        guard (1...2000).contains(text.utf8.count), text.utf8.allSatisfy(Self.isPlain), !text.utf8.contains(0x23) else {
            return nil
        }
        let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
        guard let scheme else { return nil }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { !"/?".contains($0) }.lowercased()
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let host = parts.first, !host.isEmpty,
            host.utf8.allSatisfy({ Self.isName($0) })
        else { return nil }
        if parts.count == 2 { guard let port = UInt16(parts[1]), port > 0 else { return nil } }
        guard scheme == "https://" || host == "127.0.0.1" || host == "localhost" else { return nil }
        self.text = text
        self.host = String(host)
        origin = scheme + authority
    }

    /// Printable ASCII but for what ends or nests things in header fields and pages.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"'<>\\^`{|};,@".utf8.contains(byte)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }
}
