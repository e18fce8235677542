internal import JSON

extension DIDDocument {
    /// The size beyond which a document isn't read.
    static let maximumBytes = 65536

    /// Reads the document that was found for an issuer.
    ///
    /// Its `id` must be the issuer's, names must be unique, and no private key may stand in it. Keys of kinds that
    /// this module doesn't know are passed over. A name may be given as `#fragment`, as elsewhere is usual.
    public init(parsing bytes: [UInt8], issuer: DIDWeb) throws(CredentialError) {
        try self.init(parsing: bytes, id: issuer.did)
    }

    /// Reads the document that was found for an id: a DID, or the URL of a controlled identifier document.
    init(parsing bytes: [UInt8], id issuer: String) throws(CredentialError) {
        let document: JSONDocument
        let limits = JSONLimits(maximumDepth: 16, maximumBytes: Self.maximumBytes)
        do { document = try JSONDocument(parsing: bytes, limits: limits) } catch {
            throw CredentialError(.invalidDocument, "The issuer's document is not JSON: \(error.reason)")
        }
        let root = document.root
        guard let id = root["id"]?.string, sameBytes(id, issuer) else {
            throw CredentialError(.invalidDocument, "The issuer's document is another's.")
        }
        var methods: [VerificationMethod] = []
        var known: Set<[UInt8]> = []
        let assertions = try Self.list(root, "assertionMethod")
        // A key for one purpose only may stand there itself, instead of its name (DID Core §5.3.1).
        let embedded = assertions.filter { $0["controller"] != nil }
        let listed = root["verificationMethod"] == nil ? [] : Array(try Self.list(root, "verificationMethod"))
        for entry in listed + embedded {
            guard let name = entry["id"]?.string, let controller = entry["controller"]?.string else {
                throw CredentialError(.invalidDocument, "A key in the issuer's document has no id or controller.")
            }
            let method = Self.absolute(name, in: id)
            guard known.insert([UInt8](method.utf8)).inserted else {
                throw CredentialError(.invalidDocument, "The issuer's document lists a key twice under one name.")
            }
            if let key = try Self.key(of: entry) {
                methods.append(VerificationMethod(id: method, controller: controller, key: key))
            }
        }
        let names = assertions.compactMap { $0.string ?? ($0["controller"] == nil ? nil : $0["id"]?.string) }
            .map { Self.absolute($0, in: id) }
        self.init(id: id, verificationMethods: methods, assertionMethods: names)
    }

    private static func list(_ root: JSONValue, _ name: String) throws(CredentialError) -> JSONValue.Elements {
        guard let list = root[name], list.kind == .array else {
            throw CredentialError(.invalidDocument, "The issuer's document has no list \(name).")
        }
        return list.elements
    }

    /// The key of an entry; nil where it is of a kind that isn't known, or says two different things.
    /// - Throws: ``CredentialError`` where the entry shows a private key.
    static func key(of entry: JSONValue) throws(CredentialError) -> PublicKey? {
        guard entry["publicKeyJwk"]?["d"] == nil, entry["secretKeyMultibase"] == nil,
            entry["privateKeyMultibase"] == nil
        else { throw CredentialError(.invalidDocument, "The issuer's document shows a private key.") }
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
