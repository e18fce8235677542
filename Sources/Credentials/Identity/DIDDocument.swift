/// The document behind an issuer's DID: its keys, and those among them that sign credentials.
///
/// A key that no longer signs stays listed as long as credentials signed with it are valid. Only a key that has
/// fallen into wrong hands leaves `assertionMethod`, and with that every credential signed with it stops verifying.
public struct DIDDocument: Hashable, Sendable {
    /// The issuer's DID.
    public let id: String
    /// The keys that this module can use.
    public let verificationMethods: [VerificationMethod]
    /// The DID URLs of the keys that sign credentials.
    public let assertionMethods: [String]

    /// Makes the document of an issuer.
    ///
    /// - Parameters:
    ///   - signing: the keys in use.
    ///   - retired: keys that sign no more, but whose credentials are valid.
    ///   - compromised: keys that are listed by name only, so that nothing signed with them verifies.
    public init(issuer: DIDWeb, signing: [PublicKey], retired: [PublicKey] = [], compromised: [PublicKey] = []) {
        func methods(_ keys: [PublicKey]) -> [VerificationMethod] {
            keys.map { VerificationMethod(id: issuer.verificationMethod(for: $0), controller: issuer.did, key: $0) }
        }
        id = issuer.did
        verificationMethods = methods(signing + retired + compromised)
        assertionMethods = methods(signing + retired).map(\.id)
    }

    /// Whether the document lists the key for signing credentials.
    public func isAssertionMethod(_ id: String) -> Bool {
        assertionMethods.contains { sameBytes($0, id) }
    }

    /// The key with this DID URL.
    public func verificationMethod(_ id: String) -> VerificationMethod? {
        verificationMethods.first { sameBytes($0.id, id) }
    }

    /// The document as `application/did+json`; every id in it is absolute.
    public var json: [UInt8] {
        JSONTree.object(
            .init("@context", texts: contexts),
            .init("id", id),
            .init("verificationMethod", .array(verificationMethods.map(\.tree))),
            .init("assertionMethod", texts: assertionMethods)
        ).bytes
    }

    private var contexts: [String] {
        var contexts = ["https://www.w3.org/ns/did/v1"]
        if verificationMethods.contains(where: \.isMultikey) {
            contexts.append("https://w3id.org/security/multikey/v1")
        }
        if !verificationMethods.allSatisfy(\.isMultikey) { contexts.append("https://w3id.org/security/jwk/v1") }
        return contexts
    }

    init(id: String, verificationMethods: [VerificationMethod], assertionMethods: [String]) {
        self.id = id
        self.verificationMethods = verificationMethods
        self.assertionMethods = assertionMethods
    }
}
