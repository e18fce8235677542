internal import Crypto
public import FoundationEssentials
public import JSON

/// A host of badges that registered itself (RFC 7591).
public struct HostClient: Sendable {
    /// Key of its row.
    let key: Int64
    /// Its `client_id`.
    public let id: UUID
    /// SHA-256 of its secret.
    let secretHash: [UInt8]
    /// What it calls itself.
    public let name: String
    /// Its home page.
    public let homePage: String
    /// Where answers may be sent, byte for byte.
    public let redirectURIs: [String]
    /// What it may ask for.
    public let scopes: [HostScope]
    /// Its registration, as it was sent.
    public let registration: JSONDocument

    /// Whether a secret is the client's; takes the same time wherever they differ.
    public func accepts(secret: String) -> Bool {
        let hash = Array(SHA256.hash(data: Array(secret.utf8)))
        return zip(hash, secretHash).reduce(hash.count == secretHash.count ? 0 : 1) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Whether answers may be sent to an address.
    public func isRedirectURI(_ uri: String) -> Bool {
        redirectURIs.contains { $0.utf8.elementsEqual(uri.utf8) }
    }
}

/// What a host says of itself when it registers.
public struct HostRegistration: Sendable {
    /// What it calls itself.
    public var name: String
    /// Its home page.
    public var homePage: String
    /// Where answers may be sent.
    public var redirectURIs: [String]
    /// What it may ask for.
    public var scopes: [HostScope]
    /// All of it, as it was sent.
    public var json: [UInt8]

    /// Describes a host.
    public init(name: String, homePage: String, redirectURIs: [String], scopes: [HostScope], json: [UInt8]) {
        self.name = name
        self.homePage = homePage
        self.redirectURIs = redirectURIs
        self.scopes = scopes
        self.json = json
    }
}

/// A host that was registered: its names, told this once.
public struct RegisteredHost: Sendable {
    /// Its `client_id`.
    public let id: UUID
    /// Its `client_secret`, which never expires.
    public let secret: LinkSecret
    /// When it was registered.
    public let registeredAt: Date
}
