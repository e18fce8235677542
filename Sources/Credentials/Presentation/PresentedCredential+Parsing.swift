internal import JSON

extension PresentedCredential {
    private static let limits = JSONLimits(maximumDepth: 32, maximumBytes: CompactJWS.maximumBytes)
    private static let envelopePrefix = "data:application/vc+jwt,"

    private init(document: JSONDocument, claims: JSONValue?, securing: [any SecuringMechanism]) {
        self.document = document
        self.claims = claims
        self.securing = securing
        dataModel = DataModel(of: document.root)
    }

    /// Reads a compact JWT, a JSON credential, or a JSON envelope around a JWT; white space around it is passed over.
    init(parsing bytes: [UInt8], graphs: (any DocumentGraphs)? = LinkedDataProcessor.known) throws(CredentialError) {
        guard bytes.count <= CompactJWS.maximumBytes else {
            throw CredentialError(.invalidToken, "It is longer than \(CompactJWS.maximumBytes) bytes.")
        }
        guard let first = bytes.firstIndex(where: Self.isContent), let last = bytes.lastIndex(where: Self.isContent)
        else { throw CredentialError(.invalidToken, "Nothing was handed in.") }
        let content = bytes[first...last]
        guard content.first == UInt8(ascii: "{") else {
            try self.init(token: Array(content))
            return
        }
        let document = try Self.document(Array(content), "The credential")
        guard Self.isEnvelope(document.root) else {
            self.init(document: document, claims: nil, securing: Self.embedded(document.root, graphs))
            return
        }
        guard let url = document.root["id"]?.stringBytes, url.starts(with: Self.envelopePrefix.utf8) else {
            throw CredentialError(.invalidToken, "The envelope's id is not a data URL of type application/vc+jwt.")
        }
        try self.init(token: Array(url.dropFirst(Self.envelopePrefix.utf8.count)))
    }

    private init(token: [UInt8]) throws(CredentialError) {
        let token = try CompactJWS(parsing: token)
        let content = try Self.document(token.payload, "The content of the token")
        let document = try ClaimedCredential.document(in: content.root) ?? content
        self.init(document: document, claims: content.root, securing: [token])
    }

    private static func document(_ bytes: [UInt8], _ what: String) throws(CredentialError) -> JSONDocument {
        let document: JSONDocument
        do { document = try JSONDocument(parsing: bytes, limits: limits) } catch {
            throw CredentialError(.invalidToken, "\(what) is not JSON: \(error.reason)")
        }
        guard document.root.kind == .object else {
            throw CredentialError(.invalidToken, "\(what) is not a JSON object.")
        }
        return document
    }

    private static func isEnvelope(_ root: JSONValue) -> Bool {
        let types = root["type"].map { $0.kind == .array ? $0.elements.compactMap(\.string) : [$0.string ?? ""] } ?? []
        return types.contains { sameBytes($0, "EnvelopedVerifiableCredential") }
    }

    private static func embedded(_ root: JSONValue, _ graphs: (any DocumentGraphs)?) -> [any SecuringMechanism] {
        do {
            let proofs = try Proofs(of: root)
            guard !proofs.values.isEmpty else { return [AbsentProof()] }
            return proofs.values.map { EmbeddedProof($0, among: proofs, in: root, graphs: graphs) }
        } catch { return [MalformedProof(reason: error.message)] }
    }

    private static func isContent(_ byte: UInt8) -> Bool {
        byte != 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }
}
