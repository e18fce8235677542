/// What an issuer's id in a credential refers to, of the kinds that can be looked up.
enum IssuerReference: Sendable {
    /// A domain, perhaps with a path.
    case web(DIDWeb)
    /// Nothing but a key.
    case key(DIDKey)
    /// A document at a URL, as Open Badges 3.0 allows: a controlled identifier document, or the issuer's profile.
    case url(String)

    /// Reads an id; nil for one of another kind.
    init?(_ id: String) {
        if let web = try? DIDWeb(did: id) {
            self = .web(web)
        } else if let key = try? DIDKey(did: id) {
            self = .key(key)
        } else if Self.isURL(id) {
            self = .url(id)
        } else {
            return nil
        }
    }

    /// Whether an id is a URL of a document, without a fragment.
    ///
    /// Whether it may be fetched is for the source to judge.
    static func isURL(_ id: String) -> Bool {
        ["https://", "http://"].contains { id.utf8.starts(with: $0.utf8) && id.utf8.count > $0.utf8.count }
            && id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }
    }

    /// The URL of the keys of whoever owns the origin of a URL (RFC 7517, RFC 8615).
    static func keySetURL(ofOriginOf url: String) -> String {
        let scheme = url.prefix { $0 != ":" }
        let authority = url.dropFirst(scheme.count + 3).prefix { $0 != "/" && $0 != "?" }
        return "\(scheme)://\(authority)/.well-known/jwks.json"
    }
}
