internal import FoundationEssentials

/// User name and password of HTTP Basic (RFC 7617).
struct BasicCredentials {
    let name: String
    let secret: String

    /// Reads an `Authorization` header field; nil when it is another scheme or malformed.
    init?(_ header: String?) {
        guard let header else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic" else { return nil }
        let token = parts[1].drop { $0 == " " }
        guard let data = Data(base64Encoded: String(token)), let text = String(data: data, encoding: .utf8),
            let colon = text.firstIndex(of: ":"), !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else { return nil }
        name = String(text[..<colon])
        secret = String(text[text.index(after: colon)...])
    }
}
