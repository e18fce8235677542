internal import JSON

/// Finds out whether an issuer itself lists the key that a credential names.
///
/// The rule is one for all kinds of issuers: the issuer's own document lists the key by its name, for signing
/// credentials, under the issuer's own control. Neither a name that repeats the key, nor a key that the credential
/// brings along, nor a key that is published somewhere says whose it is.
struct IssuerKeys: Sendable {
    let source: any IssuerDocumentSource
    /// Whether an issuer may be nothing but a key.
    let acceptsBareKeys: Bool

    /// A key, if there is one, and whether it is the issuer's for signing credentials.
    struct Finding: Sendable {
        var key: PublicKey?
        let outcome: CheckOutcome
    }

    /// Looks a key up.
    /// - Throws: what the source throws, and ``CredentialError`` for documents that break the rules.
    func find(_ name: String, of issuer: IssuerReference) async throws -> Finding {
        switch issuer {
        case .key(let identity):
            return try await finding(name, in: identity.document)
        case .web(let identity):
            let bytes = try await source.document(of: identity)
            return try await finding(name, in: DIDDocument(parsing: bytes, id: identity.did))
        case .url(let url):
            let bytes = try await source.document(at: url)
            if let document = try Self.keyDocument(bytes, url) { return try await finding(name, in: document) }
            let keys = try await source.document(at: IssuerReference.keySetURL(ofOriginOf: url))
            guard let key = try JWKSetReading(parsing: keys).key(named: name, of: url) else { return Self.unlisted }
            return Finding(key: key, outcome: .passed)
        }
    }

    /// Looks up the key of an SD-JWT VC, whose issuer with a URL publishes its keys at `/.well-known/jwt-vc-issuer` (SD-JWT
    /// VC, *JWT VC Issuer Metadata*).
    ///
    /// - Throws: what the source throws, and ``CredentialError`` for documents that break the rules.
    func find(_ name: String, ofTokenIssuer issuer: IssuerReference) async throws -> Finding {
        guard case .url(let url) = issuer else { return try await find(name, of: issuer) }
        let bytes = try await source.document(at: SDJWTSecuring.metadataURL(of: url))
        let limits = JSONLimits(maximumDepth: 16, maximumBytes: 4 * DIDDocument.maximumBytes)
        guard let root = try? JSONDocument(parsing: bytes, limits: limits).root, root.kind == .object else {
            throw CredentialError(.invalidDocument, "What is published of the issuer's keys is no JSON object.")
        }
        guard root["issuer"]?.string.map(sameBytes(url)) == true else {
            throw CredentialError(.invalidDocument, "What is published of the issuer's keys is another issuer's.")
        }
        let keys: [UInt8]
        switch (root["jwks"], root["jwks_uri"]?.string) {
        case (let set?, nil): keys = Array(set.bytes)
        case (nil, let place?) where IssuerReference.isURL(place): keys = try await source.document(at: place)
        default:
            throw CredentialError(
                .invalidDocument, "The issuer publishes neither its keys nor the URL of them, or both.")
        }
        guard let key = try JWKSetReading(parsing: keys).key(named: name, of: url) else { return Self.unlisted }
        return Finding(key: key, outcome: .passed)
    }

    private func finding(_ name: String, in document: DIDDocument) async throws -> Finding {
        let isForSigning = document.isAssertionMethod(name)
        let listed = document.verificationMethod(name)
        guard let method = if let listed { listed } else { try await distant(name, in: document) } else {
            return Self.unlisted
        }
        return Finding(key: method.key, outcome: outcome(of: method, in: document, isForSigning: isForSigning))
    }

    /// A key that has a place of its own, which the issuer's document names for signing.
    private func distant(_ name: String, in document: DIDDocument) async throws -> VerificationMethod? {
        guard document.isAssertionMethod(name), IssuerReference.isURL(name) else { return nil }
        return try VerificationMethod(published: await source.document(at: name), at: name, listedBy: document.id)
    }

    private func outcome(
        of method: VerificationMethod, in document: DIDDocument, isForSigning: Bool
    ) -> CheckOutcome {
        guard sameBytes(method.controller, document.id) else {
            return .failed("The key it names is listed by the issuer, but controlled by somebody else.")
        }
        guard isForSigning else {
            return .failed(
                "The issuer lists the key that it names, but not (or no longer) for signing credentials.")
        }
        if !acceptsBareKeys, (try? DIDKey(did: document.id)) != nil {
            return .couldNotCheck("The issuer is known by nothing but a key, which anybody can make.")
        }
        return .passed
    }

    /// The document at an issuer's URL, if it lists keys; nil for a profile, or a page for people.
    private static func keyDocument(_ bytes: [UInt8], _ url: String) throws(CredentialError) -> DIDDocument? {
        let limits = JSONLimits(maximumDepth: 16, maximumBytes: DIDDocument.maximumBytes)
        guard let root = try? JSONDocument(parsing: bytes, limits: limits).root, root.kind == .object else {
            return nil
        }
        guard root["verificationMethod"] != nil || root["assertionMethod"] != nil else {
            guard let id = root["id"] else { return nil }
            guard id.string.map(sameBytes(url)) == true else {
                throw CredentialError(.invalidDocument, "What is published under the issuer's id is another's.")
            }
            return nil
        }
        return try DIDDocument(parsing: bytes, id: url)
    }

    private static let unlisted = Finding(
        key: nil, outcome: .failed("The issuer does not list the key that it names."))
}
