internal import JSON

extension VerificationMethod {
    /// Reads a key that is published at a URL of its own: a JSON Web Key, as Open Badges 3.0 has it, or a verification
    /// method.
    ///
    /// - Parameter issuer: Whose document names the URL among the keys that sign. A JSON Web Key says nothing of who
    ///   controls it, or at most as `iss`; so it is that issuer's.
    init(published bytes: [UInt8], at url: String, listedBy issuer: String) throws(CredentialError) {
        let document: JSONDocument
        let limits = JSONLimits(maximumDepth: 8, maximumBytes: 16384)
        do { document = try JSONDocument(parsing: bytes, limits: limits) } catch {
            throw CredentialError(
                .invalidDocument, "What is published as the issuer's key is not JSON: \(error.reason)")
        }
        let root = document.root
        guard root["kty"] == nil else {
            self.init(id: url, controller: root["iss"]?.string ?? issuer, key: try PublicKey(jwk: root))
            return
        }
        guard root["id"]?.string.map(sameBytes(url)) == true, let controller = root["controller"]?.string,
            let key = try DIDDocument.key(of: root)
        else { throw CredentialError(.invalidDocument, "What is published as the issuer's key is no key.") }
        self.init(id: url, controller: controller, key: key)
    }
}
