/// A public key that a DID document lists under a name.
public struct VerificationMethod: Hashable, Sendable {
    /// The key's DID URL.
    public let id: String
    /// The DID of whoever controls the key.
    public let controller: String
    /// The key.
    public let key: PublicKey

    /// Lists a key.
    public init(id: String, controller: String, key: PublicKey) {
        self.id = id
        self.controller = controller
        self.key = key
    }

    var tree: JSONTree {
        .object(
            .init("id", id), .init("type", "JsonWebKey"), .init("controller", controller),
            .init("publicKeyJwk", key.tree()))
    }
}
