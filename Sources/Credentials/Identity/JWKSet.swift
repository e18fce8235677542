/// The issuer's public keys as a JWK set, for `/.well-known/jwks.json`.
///
/// Each key's `kid` is the DID URL that credentials name in their header.
public struct JWKSet: Hashable, Sendable {
    /// The keys and their names.
    public let methods: [VerificationMethod]

    /// The set of the keys that a DID document lists for signing credentials.
    public init(of document: DIDDocument) {
        methods = document.verificationMethods.filter { document.isAssertionMethod($0.id) }
    }

    /// The set as `application/jwk-set+json`.
    public var json: [UInt8] {
        JSONTree.object(.init("keys", .array(methods.map { $0.key.tree(id: $0.id) }))).bytes
    }

    /// One key as a JSON Web Key of its own, for verifiers that dereference a `kid`.
    public func jwk(withID id: String) -> [UInt8]? {
        methods.first { sameBytes($0.id, id) }?.key.jwk(id: id)
    }
}
