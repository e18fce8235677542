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
            guard entry["publicKeyJwk"]?["d"] == nil else {
                throw CredentialError(.invalidDocument, "The issuer's DID document shows a private key.")
            }
            if let jwk = entry["publicKeyJwk"], Self.isKeyType(entry["type"]), let key = try? PublicKey(jwk: jwk) {
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

    private static func isKeyType(_ type: JSONValue?) -> Bool {
        guard let type = type?.string else { return false }
        return sameBytes(type, "JsonWebKey") || sameBytes(type, "JsonWebKey2020")
    }

    private static func absolute(_ name: String, in document: String) -> String {
        name.utf8.first == UInt8(ascii: "#") ? document + name : name
    }
}
