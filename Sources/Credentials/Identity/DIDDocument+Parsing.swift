internal import JSON

extension DIDDocument {
    /// The size beyond which a document isn't read.
    static let maximumBytes = 65536

    /// Reads the document that was found for an issuer.
    ///
    /// Its `id` must be the issuer's, names must be unique, and no private key may stand in it. Keys of kinds that
    /// this module doesn't know are passed over. A name may be given as `#fragment`, as elsewhere is usual.
    public init(parsing bytes: [UInt8], issuer: DIDWeb) throws(CredentialError) {
        let document: JSONDocument
        let limits = JSONLimits(maximumDepth: 16, maximumBytes: Self.maximumBytes)
        do { document = try JSONDocument(parsing: bytes, limits: limits) } catch {
            throw CredentialError(.invalidDocument, "The issuer's DID document is not JSON: \(error.reason)")
        }
        let root = document.root
        guard let id = root["id"]?.string, sameBytes(id, issuer.did) else {
            throw CredentialError(.invalidDocument, "The issuer's DID document is another's.")
        }
        var methods: [VerificationMethod] = []
        var names: Set<[UInt8]> = []
        for entry in try Self.list(root, "verificationMethod") {
            guard let name = entry["id"]?.string, let controller = entry["controller"]?.string else {
                throw CredentialError(.invalidDocument, "A key in the issuer's DID document has no id or controller.")
            }
            let method = Self.absolute(name, in: id)
            guard names.insert([UInt8](method.utf8)).inserted else {
                throw CredentialError(.invalidDocument, "The issuer's DID document lists a key twice under one name.")
            }
            guard entry["publicKeyJwk"]?["d"] == nil, entry["secretKeyMultibase"] == nil,
                entry["privateKeyMultibase"] == nil
            else {
                throw CredentialError(.invalidDocument, "The issuer's DID document shows a private key.")
            }
            if let key = Self.key(of: entry) {
                methods.append(VerificationMethod(id: method, controller: controller, key: key))
            }
        }
        let assertions = try Self.list(root, "assertionMethod").compactMap(\.string).map { Self.absolute($0, in: id) }
        self.init(id: id, verificationMethods: methods, assertionMethods: assertions)
    }

    private static func list(_ root: JSONValue, _ name: String) throws(CredentialError) -> JSONValue.Elements {
        guard let list = root[name], list.kind == .array else {
            throw CredentialError(.invalidDocument, "The issuer's DID document has no list \(name).")
        }
        return list.elements
    }

    /// The key of an entry; nil where it is of a kind that isn't known, or says two different things.
    private static func key(of entry: JSONValue) -> PublicKey? {
        guard let type = entry["type"]?.string else { return nil }
        let jwk = entry["publicKeyJwk"]
        let multikey = entry["publicKeyMultibase"]?.string
        if sameBytes(type, "JsonWebKey") || sameBytes(type, "JsonWebKey2020") {
            guard let jwk, multikey == nil else { return nil }
            return try? PublicKey(jwk: jwk)
        }
        guard let multikey, jwk == nil, let key = try? PublicKey(multibase: multikey) else { return nil }
        let isEd25519 = sameBytes(type, "Ed25519VerificationKey2020") && key.kind == .ed25519
        return sameBytes(type, "Multikey") || isEd25519 ? key : nil
    }

    private static func absolute(_ name: String, in document: String) -> String {
        name.utf8.first == UInt8(ascii: "#") ? document + name : name
    }
}
