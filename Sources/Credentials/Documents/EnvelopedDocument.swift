internal import JSON

/// A document in a token.
struct EnvelopedDocument: Sendable {
    let token: CompactJWS
    /// The token's payload.
    let claims: JSONValue
    /// The document: the payload itself, or in older tokens a claim of it.
    let document: JSONDocument

    /// Opens the token in an envelope that has no faults.
    init(_ envelope: JSONValue, _ kind: EnvelopeKind) throws(CredentialError) {
        let types = kind == .credential ? JOSEHeader.credentialTypes : JOSEHeader.presentationTypes
        token = try CompactJWS(parsing: kind.token(of: envelope) ?? [], types: types)
        let payload = try Self.object(token.payload)
        claims = payload.root
        document =
            try payload.root[kind.claim].map { claim throws(CredentialError) in
                try Self.object(Array(claim.bytes))
            } ?? payload
    }

    private static func object(_ bytes: [UInt8]) throws(CredentialError) -> JSONDocument {
        let document: JSONDocument
        let limits = JSONLimits(maximumDepth: 32, maximumBytes: CompactJWS.maximumBytes)
        do { document = try JSONDocument(parsing: bytes, limits: limits) } catch {
            throw CredentialError(.invalidToken, "The content of the token is not JSON: \(error.reason)")
        }
        guard document.root.kind == .object else {
            throw CredentialError(.invalidToken, "The content of the token is not a JSON object.")
        }
        return document
    }
}
