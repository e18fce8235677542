internal import JSON

/// A set of keys as an issuer publishes it under its own domain.
struct JWKSetReading: Sendable {
    /// How many keys are looked at.
    private static let maximumCount = 100

    private let keys: [JSONValue]
    private let document: JSONDocument

    /// Reads a set; refuses one that shows a private key.
    init(parsing bytes: [UInt8]) throws(CredentialError) {
        let limits = JSONLimits(maximumDepth: 8, maximumBytes: 4 * DIDDocument.maximumBytes)
        do { document = try JSONDocument(parsing: bytes, limits: limits) } catch {
            throw CredentialError(.invalidDocument, "The issuer's set of keys is not JSON: \(error.reason)")
        }
        guard let list = document.root["keys"], list.kind == .array, list.count <= Self.maximumCount else {
            throw CredentialError(
                .invalidDocument, "The issuer's set of keys is none, or has more than \(Self.maximumCount) keys.")
        }
        keys = Array(list.elements)
        guard keys.allSatisfy({ $0["d"] == nil && $0["k"] == nil }) else {
            throw CredentialError(.invalidDocument, "The issuer's set of keys shows a private key.")
        }
    }

    /// The key with an id for signatures of an issuer; nil when the set has none of a kind that is known.
    ///
    /// A key that names an issuer (`iss`) is that one's alone.
    func key(named name: String, of issuer: String) throws(CredentialError) -> PublicKey? {
        let named = keys.filter { $0["kid"]?.string.map(sameBytes(name)) ?? false }
        guard named.count <= 1 else {
            throw CredentialError(.invalidDocument, "The issuer's set of keys has a name twice.")
        }
        guard let key = named.first, key["use"] == nil || key["use"]?.string == "sig",
            key["iss"] == nil || key["iss"]?.string.map(sameBytes(issuer)) == true
        else { return nil }
        return try? PublicKey(jwk: key)
    }
}
