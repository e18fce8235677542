/// An issuer identity by domain: a `did:web` identifier and the URL of its document.
///
/// | base URL | DID | document |
/// |---|---|---|
/// | `https://badges.example` | `did:web:badges.example` | `https://badges.example/.well-known/did.json` |
/// | `https://badges.example:8443` | `did:web:badges.example%3A8443` | `https://badges.example:8443/.well-known/did.json` |
/// | `https://city.example/badges` | `did:web:city.example:badges` | `https://city.example/badges/did.json` |
public struct DIDWeb: Hashable, Sendable, CustomStringConvertible {
    /// The identifier.
    public let did: String
    /// Host and port, as they stand in a URL.
    public let authority: String
    /// The segments of the path, percent-encoded as in a URL.
    public let path: [String]

    private static let prefix = "did:web:"

    /// The identity of whoever is answering under a base URL (`https://`, or `http://` for trials on one machine).
    public init(baseURL: String) throws(CredentialError) {
        let scheme = ["https://", "http://"].first { baseURL.utf8.starts(with: $0.utf8) }
        guard let scheme, baseURL.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw CredentialError(.invalidBaseURL, "A base URL is ASCII and begins with https:// or http://.")
        }
        let parts = baseURL.dropFirst(scheme.count).split(separator: "/", omittingEmptySubsequences: false)
        let authority = String(parts.first ?? "").lowercased()
        var path = parts.dropFirst().map(String.init)
        if path.last == "" { path.removeLast() }
        guard Self.isAuthority(authority) else {
            throw CredentialError(.invalidBaseURL, "The base URL has no plain host, or a port that is no number.")
        }
        guard path.allSatisfy(Self.isSegment) else {
            throw CredentialError(.invalidBaseURL, "The base URL's path has an empty or unusual segment.")
        }
        self.authority = authority
        self.path = path
        did = Self.prefix + ([Self.encoded(authority)] + path).joined(separator: ":")
    }

    /// Reads an identifier.
    public init(did: String) throws(CredentialError) {
        guard did.utf8.starts(with: Self.prefix.utf8), did.utf8.count <= 2048, did.utf8.allSatisfy({ $0 < 0x7F }) else {
            throw CredentialError(.invalidDID, "The identifier does not begin with did:web:.")
        }
        let parts = did.dropFirst(Self.prefix.count).split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, let authority = Self.decoded(host), Self.isAuthority(authority) else {
            throw CredentialError(.invalidDID, "The identifier has no plain host.")
        }
        path = parts.dropFirst().map(String.init)
        guard path.allSatisfy(Self.isSegment) else {
            throw CredentialError(.invalidDID, "The identifier's path has an empty or unusual segment.")
        }
        self.authority = authority
        self.did = did
    }

    /// Where the DID document is published; always over TLS, as the method demands.
    public var documentURL: String {
        "https://" + authority + "/" + (path.isEmpty ? [".well-known"] : path).joined(separator: "/") + "/did.json"
    }

    /// The DID URL of a key of this issuer.
    ///
    /// The fragment of an Ed25519 key is the key as a multikey, which resolvers expect; of others the thumbprint
    /// (RFC 7638).
    public func verificationMethod(for key: PublicKey) -> String {
        did + "#" + (key.kind == .ed25519 ? key.multibase : key.thumbprint)
    }

    /// The identifier.
    public var description: String { did }

    /// Compares identifiers byte by byte.
    public static func == (left: DIDWeb, right: DIDWeb) -> Bool { sameBytes(left.did, right.did) }

    /// Hashes the identifier.
    public func hash(into hasher: inout Hasher) { hasher.combine(did) }
}
