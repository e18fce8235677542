import Credentials
import Crypto
import JSON

/// What no way to issue or verify can do without: the graph of document and proof in canonical form, its hash, and one
/// signature of Ed25519 made or checked.
struct Bare {
    private let key = Curve25519.Signing.PrivateKey()
    private let options = Array(
        """
        {"@context":["https://www.w3.org/ns/credentials/v2"],"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022",
         "created":"2026-09-21T13:33:20Z","proofPurpose":"assertionMethod",
         "verificationMethod":"did:web:tessera.example#key"}
        """.utf8)

    /// The hash of a document, and a signature over it.
    func sign(_ document: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: hash(document))) }

    /// Whether a signature is over a document's hash.
    func verify(_ document: [UInt8], _ signature: [UInt8]) throws -> Bool {
        key.publicKey.isValidSignature(signature, for: try hash(document))
    }

    private func hash(_ document: [UInt8]) throws -> [UInt8] {
        try [options, document].flatMap { Array(SHA256.hash(data: try Self.canonical($0))) }
    }

    private static func canonical(_ json: [UInt8]) throws -> [UInt8] {
        let graph = try LinkedDataProcessor.known.graph(of: JSONDocument(parsing: json))
        return try RDFCanonicalization().canonicalize(graph).nQuads
    }
}
