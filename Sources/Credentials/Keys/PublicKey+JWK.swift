import Crypto
internal import JSON

extension PublicKey {
    /// Reads a JSON Web Key: of kind `EC` on the curve `P-256` or `P-384`, of kind `OKP` on `Ed25519`, or of kind `RSA`
    /// with 2,048 bits or more.
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
        let kinds: [Kind] = [.ed25519, .p256, .p384, .rsa]
        guard let type = jwk["kty"]?.string,
            let kind = kinds.first(where: { kind in
                guard sameBytes(kind.keyType, type) else { return false }
                guard let curve = kind.curve else { return true }
                return jwk["crv"]?.string.map(sameBytes(curve)) ?? false
            })
        else {
            throw CredentialError(.invalidKey, "The JSON Web Key is not on the curve P-256, P-384 or Ed25519, or RSA.")
        }
        if let algorithm = jwk["alg"] {
            guard let name = algorithm.string, kind.algorithmNames.contains(where: sameBytes(name)) else {
                throw CredentialError(.invalidKey, "The JSON Web Key is not for \(kind.algorithm).")
            }
        }
        if kind == .rsa {
            guard jwk["e"]?.stringBytes.flatMap({ Base64URL.decode($0) }) == Self.rsaExponent,
                let modulus = jwk["n"]?.stringBytes.flatMap({ Base64URL.decode($0) })
            else { throw CredentialError(.invalidKey, "The JSON Web Key has no modulus, or not the exponent 65537.") }
            try self.init(.rsa, modulus)
            return
        }
        var bytes: [UInt8] = []
        for name in kind.members {
            guard let part = jwk[name]?.stringBytes.flatMap({ Base64URL.decode($0) }), part.count == kind.partLength
            else {
                throw CredentialError(
                    .invalidKey, "The JSON Web Key's \(name) is not \(kind.partLength) bytes in base64url.")
            }
            bytes += part
        }
        try self.init(kind, bytes)
    }

    /// The thumbprint of the key (RFC 7638, SHA-256) in base64url: a name that follows from the key alone.
    public var thumbprint: String {
        Base64URL.string(SHA256.hash(data: bareTree.bytes))
    }

    /// The members that make the key, in the order of their names, and no others.
    var bareTree: JSONTree {
        let required = kind == .rsa ? [exponent, .init("kty", kind.keyType)] : [curve, .init("kty", kind.keyType)]
        return .object(required + parts)
    }

    /// The key as a JSON Web Key, with a `kid` when one is given.
    public func jwk(id: String? = nil) -> [UInt8] { tree(id: id).bytes }

    func tree(id: String? = nil) -> JSONTree {
        .object(
            [.init("kty", kind.keyType), kind == .rsa ? exponent : curve] + parts + [
                .init("alg", kind.algorithm.name), .init("use", "sig"), .init("kid", id),
            ])
    }

    private var curve: JSONTree.Member { .init("crv", kind.curve) }

    private var exponent: JSONTree.Member { .init("e", Base64URL.string(Self.rsaExponent)) }

    private var parts: [JSONTree.Member] {
        if kind == .rsa { return [.init("n", Base64URL.string(bytes))] }
        return zip(kind.members, [bytes.prefix(kind.partLength), bytes.dropFirst(kind.partLength)]).map {
            JSONTree.Member($0, Base64URL.string($1))
        }
    }
}

extension PublicKey.Kind {
    /// The kind in a JSON Web Key.
    fileprivate var keyType: String {
        switch self {
        case .ed25519: "OKP"
        case .p256, .p384: "EC"
        case .rsa: "RSA"
        }
    }

    /// The curve in a JSON Web Key.
    fileprivate var curve: String? { self == .rsa ? nil : name }

    /// The members that hold a key on a curve.
    fileprivate var members: [String] { self == .ed25519 ? ["x"] : ["x", "y"] }

    /// How many bytes each of those members has.
    fileprivate var partLength: Int { self == .p384 ? 48 : 32 }

    /// The names that JOSE has for the algorithm: Ed25519 has an older one of the family and a newer one (RFC 9864).
    fileprivate var algorithmNames: [String] {
        self == .ed25519 ? [algorithm.name, "Ed25519"] : [algorithm.name]
    }
}
