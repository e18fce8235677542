import Crypto
internal import JSON

/// What a proof's signature is over: the document without its proof, and the proof without its value.
struct ProofInput: Sendable {
    /// The document in canonical form.
    let document: [UInt8]
    /// The proof's own statements in canonical form.
    let configuration: [UInt8]

    /// What is signed: both hashes, the proof's first.
    var hashData: [UInt8] { Array(SHA256.hash(data: configuration)) + Array(SHA256.hash(data: document)) }

    /// The input of a proof over an unsecured document.
    ///
    /// - Parameters:
    ///   - document: the document's object; a member `proof` in it is left out.
    ///   - previous: the proofs that this one covers, as JSON.
    ///   - proof: the proof's object; a member `proofValue` in it is left out.
    init(
        document: JSONValue, previous: [[UInt8]], proof: JSONValue, suite: Cryptosuite,
        graphs: (any DocumentGraphs)?
    ) throws(CredentialError) {
        let covered = previous.isEmpty ? [] : [(name: "proof", json: Self.array(previous))]
        switch suite {
        case .eddsaRDFC2022:
            guard let graphs else {
                throw CredentialError(.unknownContext, "Proofs over graphs can't be checked here.")
            }
            guard let context = document["@context"] else {
                throw CredentialError(.invalidProof, "The document has no @context, so that its graph says nothing.")
            }
            try NameCheck.check(document)
            let unsecured = document.bytes(without: ["proof"], adding: covered)
            let options = proof.bytes(
                without: ["proofValue", "@context"], adding: [("@context", Array(context.bytes))])
            self.document = try Self.canonicalGraph(unsecured, graphs)
            configuration = try Self.canonicalGraph(options, graphs)
        case .eddsaJCS2022:
            var removed = ["proof"]
            var added = covered
            if let context = proof["@context"] {
                guard Self.begins(document["@context"], with: context) else {
                    throw CredentialError(.invalidProof, "The document's contexts don't begin with those of the proof.")
                }
                removed.append("@context")
                added.append(("@context", Array(context.bytes)))
            }
            self.document = try Self.canonicalJSON(document.bytes(without: removed, adding: added))
            configuration = try Self.canonicalJSON(proof.bytes(without: ["proofValue"]))
        }
    }

    private static func canonicalGraph(
        _ json: [UInt8], _ graphs: any DocumentGraphs
    ) throws(CredentialError) -> [UInt8] {
        let graph = try graphs.graph(of: JSONDocument(assembled: json))
        return try RDFCanonicalization().canonicalize(graph).nQuads
    }

    private static func canonicalJSON(_ json: [UInt8]) throws(CredentialError) -> [UInt8] {
        let document = try JSONDocument(assembled: json)
        do { return try JSONCanonicalization().bytes(of: document.root) } catch {
            throw CredentialError(.invalidProof, "The document has no canonical form: \(error.reason)")
        }
    }

    /// Whether a document's contexts are those of a proof, perhaps followed by more.
    private static func begins(_ contexts: JSONValue?, with prefix: JSONValue) -> Bool {
        guard let contexts else { return false }
        let all = contexts.kind == .array ? Array(contexts.elements) : [contexts]
        let first = prefix.kind == .array ? Array(prefix.elements) : [prefix]
        guard first.count <= all.count else { return false }
        let canonicalization = JSONCanonicalization()
        return zip(all, first).allSatisfy { pair in
            guard let left = try? canonicalization.bytes(of: pair.0) else { return false }
            return left == (try? canonicalization.bytes(of: pair.1))
        }
    }

    private static func array(_ elements: [[UInt8]]) -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            for element in elements { writer.raw(element) }
        }
        return writer.bytes
    }
}
