import Crypto
internal import JSON

/// The public half of a P-256 key, as a JSON Web Key names it.
public struct PublicKey: Hashable, Sendable {
    /// The x coordinate, 32 bytes.
    public let x: [UInt8]
    /// The y coordinate, 32 bytes.
    public let y: [UInt8]

    init(_ key: P256.Signing.PublicKey) {
        let coordinates = [UInt8](key.rawRepresentation)
        x = Array(coordinates.prefix(32))
        y = Array(coordinates.suffix(32))
    }

    /// Takes a point by its coordinates; refuses one that isn't on the curve.
    public init(x: [UInt8], y: [UInt8]) throws(CredentialError) {
        guard x.count == 32, y.count == 32, (try? P256.Signing.PublicKey(rawRepresentation: x + y)) != nil else {
            throw CredentialError(.invalidKey, "The coordinates are not a point of the curve P-256.")
        }
        self.x = x
        self.y = y
    }

    /// Reads a JSON Web Key of kind `EC` on the curve `P-256`.
    ///
    /// A private member (`d`) is refused rather than passed over: a published private key signs for anybody.
    public init(jwk bytes: [UInt8]) throws(CredentialError) {
        let document: JSONDocument
        let limits = JSONLimits(maximumDepth: 8, maximumBytes: 16384)
        do { document = try JSONDocument(parsing: bytes, limits: limits) } catch {
            throw CredentialError(.invalidKey, "The JSON Web Key is not JSON: \(error.reason)")
        }
        try self.init(jwk: document.root)
    }

    init(jwk: JSONValue) throws(CredentialError) {
        guard jwk.kind == .object else { throw CredentialError(.invalidKey, "A JSON Web Key is an object.") }
        guard jwk["d"] == nil else { throw CredentialError(.invalidKey, "The JSON Web Key holds a private key.") }
        guard let type = jwk["kty"]?.string, sameBytes(type, "EC"), let curve = jwk["crv"]?.string,
            sameBytes(curve, "P-256")
        else { throw CredentialError(.invalidKey, "The JSON Web Key is not of kind EC on the curve P-256.") }
        if let algorithm = jwk["alg"], !(algorithm.string.map { sameBytes($0, "ES256") } ?? false) {
            throw CredentialError(.invalidKey, "The JSON Web Key is not for ES256.")
        }
        guard let x = jwk["x"]?.stringBytes.flatMap({ Base64URL.decode($0) }),
            let y = jwk["y"]?.stringBytes.flatMap({ Base64URL.decode($0) })
        else { throw CredentialError(.invalidKey, "The coordinates of the JSON Web Key are not base64url.") }
        try self.init(x: x, y: y)
    }

    /// The thumbprint of the key (RFC 7638, SHA-256) in base64url: a name that follows from the key alone.
    public var thumbprint: String {
        let required = JSONTree.object(
            .init("crv", "P-256"), .init("kty", "EC"), .init("x", Base64URL.string(x)), .init("y", Base64URL.string(y)))
        return Base64URL.string(SHA256.hash(data: required.bytes))
    }

    /// Whether `signature` (r and s, 32 bytes each) is this key's over the bytes.
    public func isValid(signature: [UInt8], over bytes: [UInt8]) -> Bool {
        guard let key = try? P256.Signing.PublicKey(rawRepresentation: x + y),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
        else { return false }
        return key.isValidSignature(signature, for: bytes)
    }

    /// The key as a JSON Web Key, with a `kid` when one is given.
    public func jwk(id: String? = nil) -> [UInt8] { tree(id: id).bytes }

    func tree(id: String? = nil) -> JSONTree {
        .object(
            .init("kty", "EC"), .init("crv", "P-256"), .init("x", Base64URL.string(x)), .init("y", Base64URL.string(y)),
            .init("alg", "ES256"), .init("use", "sig"), .init("kid", id))
    }
}
