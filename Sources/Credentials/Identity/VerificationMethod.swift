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

    /// Whether the key is listed as a multikey rather than as a JSON Web Key.
    var isMultikey: Bool { key.kind == .ed25519 }

    var tree: JSONTree {
        .object(
            .init("id", id), .init("type", isMultikey ? "Multikey" : "JsonWebKey"), .init("controller", controller),
            .init("publicKeyMultibase", isMultikey ? key.multibase : nil),
            .init("publicKeyJwk", isMultikey ? nil : key.tree()))
    }
}
