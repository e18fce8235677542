internal import JSON

/// Adds Data Integrity proofs to documents, as the specification's *Add Proof* and *Add Proof Set/Chain* do.
///
/// ```swift
/// let signer = DocumentSigner(signer: key, suite: .eddsaRDFC2022)
/// let secured = try await signer.sign(document, ProofOptions(created: now))
/// ```
public struct DocumentSigner: Sendable {
    private let signer: any Signer
    private let suite: Cryptosuite
    private let graphs: (any DocumentGraphs)?

    /// Signs with an Ed25519 signer.
    public init(signer: any Signer, suite: Cryptosuite = .eddsaRDFC2022) {
        self.init(signer: signer, suite: suite, graphs: LinkedDataProcessor.known)
    }

    package init(signer: any Signer, suite: Cryptosuite, graphs: (any DocumentGraphs)?) {
        self.signer = signer
        self.suite = suite
        self.graphs = graphs
    }

    /// The document with one more proof, its members in their order and `proof` last, as a list.
    public func sign(_ json: [UInt8], _ options: ProofOptions) async throws -> [UInt8] {
        guard signer.algorithm == .edDSA else {
            throw CredentialError(
                .signingFailed, "The suite \(suite.rawValue) signs with Ed25519, not with \(signer.algorithm).")
        }
        let document = try injectingContext(Self.parse(json))
        let existing = try Proofs(of: document)
        let previous = try existing.covered(by: options.previousProofs)
        let members = options.members(suite: suite, verificationMethod: signer.verificationMethod)
        let unsigned = try JSONDocument(assembled: JSONTree.object(members).bytes).root
        let context = suite == .eddsaJCS2022 ? document["@context"].map { Array($0.bytes) } : nil
        let contextMember = context.map { [(name: "@context", json: $0)] } ?? []
        let proof = try JSONDocument(assembled: unsigned.bytes(without: [], adding: contextMember)).root
        let input = try ProofInput(document: document, previous: previous, proof: proof, suite: suite, graphs: graphs)
        let signature = try await signer.signature(over: input.hashData)
        guard signature.count == 64 else {
            throw CredentialError(.signingFailed, "The signer gave \(signature.count) bytes where Ed25519 has 64.")
        }
        let value = JSONTree.string(Multibase.base58(signature)).bytes
        let signed = proof.bytes(without: [], adding: [("proofValue", value)])
        return document.bytes(without: ["proof"], adding: [("proof", existing.list(adding: signed))])
    }

    /// The document with a context that defines proofs, if it has none: the statements of the proof need it.
    private func injectingContext(_ document: JSONValue) throws(CredentialError) -> JSONValue {
        let contexts = document["@context"].map { $0.kind == .array ? Array($0.elements) : [$0] } ?? []
        let isDefined = contexts.contains { context in
            context.string.map { url in Self.definingContexts.contains(where: sameBytes(url)) } ?? false
        }
        guard suite == .eddsaRDFC2022, !isDefined else { return document }
        var writer = JSONWriter()
        writer.array { writer in
            for context in contexts { writer.raw(context.bytes) }
            writer.string(Self.ownContext)
        }
        let injected = document.bytes(without: ["@context"], adding: [("@context", writer.bytes)])
        return try JSONDocument(assembled: injected).root
    }

    private static let ownContext = "https://w3id.org/security/data-integrity/v2"
    private static let definingContexts = [
        "https://www.w3.org/ns/credentials/v2", ownContext, "https://w3id.org/security/data-integrity/v1",
    ]

    private static func parse(_ json: [UInt8]) throws(CredentialError) -> JSONValue {
        let document: JSONDocument
        let limits = JSONLimits(maximumDepth: 32, maximumBytes: CompactJWS.maximumBytes)
        do { document = try JSONDocument(parsing: json, limits: limits) } catch {
            throw CredentialError(.invalidCredential, "The document to be signed is not JSON: \(error.reason)")
        }
        guard document.root.kind == .object else {
            throw CredentialError(.invalidCredential, "The document to be signed is not an object.")
        }
        return document.root
    }
}
