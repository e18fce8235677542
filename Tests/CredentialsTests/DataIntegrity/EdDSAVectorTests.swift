import Crypto
import Foundation
import JSON
import Testing

@testable import Credentials

/// The vectors of *VC Data Integrity EdDSA Cryptosuites*; without the archive they are skipped.
@Suite(
    "W3C's vectors of EdDSA proofs",
    .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
struct EdDSAVectorTests {
    /// Where a vector stands and how its files end.
    struct Vector: Sendable, CustomTestStringConvertible {
        let folder: String
        let ending: String
        let unsigned: String
        var testDescription: String { folder }
    }

    static let vectors = [
        Vector(folder: "eddsa-rdfc-2022/", ending: "DataInt", unsigned: "unsigned.json"),
        Vector(folder: "eddsa-rdfc-2022/employ/", ending: "DataInt", unsigned: "employmentAuth.json"),
        Vector(folder: "eddsa-jcs-2022/", ending: "JCS", unsigned: "unsigned.json"),
        // The unsigned document lacks the context of the suite.
        Vector(
            folder: "Ed25519Signature2020/", ending: "EdSig", unsigned: "Ed25519Signature2020/signedEdSig.json"),
    ]

    static let files = Result { try PublishedVectors.folder("vc-di-eddsa") }

    func read(_ name: String) throws -> [UInt8] { try #require(Self.files.get()[name]) }

    func read(_ vector: Vector, _ name: String, _ type: String = "txt") throws -> [UInt8] {
        try read("\(vector.folder)\(name)\(vector.ending).\(type)")
    }

    func key() throws -> SigningKey {
        let pair = try JSONDocument(parsing: read("keyPair.json")).root
        let secret = try #require(pair["privateKeyMultibase"]?.string)
        let bytes = try #require(Multibase.decode(Array(secret.utf8)))
        #expect(bytes.prefix(2) == [0x80, 0x26])
        let key = try SigningKey(seed: Array(bytes.dropFirst(2)))
        #expect(key.publicKey.multibase == pair["publicKeyMultibase"]?.string)
        return key
    }

    /// Our tables of contexts say what the graph is.
    func graphs(_ vector: Vector) throws -> any DocumentGraphs {
        LinkedDataProcessor(contexts: TablesAndCitizenship(published: try PublishedContexts()))
    }

    @Test("Canonical forms, hashes and signatures are those of the vectors", arguments: vectors)
    func steps(vector: Vector) async throws {
        let unsigned = try JSONDocument(parsing: read(vector.unsigned)).root
        let configuration = try JSONDocument(parsing: read(vector, "proofConfig", "json")).root
        let type = try #require(configuration["type"]?.string)
        let suite = try #require(Cryptosuite(type: type, name: configuration["cryptosuite"]?.string))
        let input = try ProofInput(
            document: unsigned, previous: [], proof: configuration, suite: suite, graphs: graphs(vector))
        #expect(try input.document == read(vector, "canonDoc"))
        #expect(try input.configuration == read(vector, "proofCanon"))
        #expect(try Hexadecimal.string(SHA256.hash(data: input.document)) == text(vector, "docHash"))
        #expect(try Hexadecimal.string(SHA256.hash(data: input.configuration)) == text(vector, "proofHash"))
        #expect(try Hexadecimal.string(input.hashData) == text(vector, "combinedHash"))
        // BoringSSL's signatures are the deterministic ones of RFC 8032.
        let signature = try key().signature(over: input.hashData)
        #expect(try Hexadecimal.string(signature) == text(vector, "sigHex"))
        #expect(try Multibase.base58(signature) == text(vector, "sigBTC58"))
    }

    @Test("The signed documents verify, and with a character changed they don't", arguments: vectors)
    func verifying(vector: Vector) throws {
        let text = try String(decoding: read(vector, "signed", "json"), as: UTF8.self)
        func outcome(_ text: String) throws -> CheckOutcome {
            let root = try JSONDocument(parsing: Array(text.utf8)).root
            let proofs = try Proofs(of: root)
            let proof = try EmbeddedProof(
                #require(proofs.values.first), among: proofs, in: root, graphs: graphs(vector))
            #expect(proof.objection(at: Instant(Example.during)) == nil)
            return proof.outcome(with: try key().publicKey)
        }
        #expect(try outcome(text) == .passed)
        #expect(try outcome(text.replacingOccurrences(of: "alidFrom\": \"20", with: "alidFrom\": \"21")).isFailed)
        #expect(
            try outcome(text.replacingOccurrences(of: "2023-02-24T23:36:38Z", with: "2023-02-24T23:36:39Z")).isFailed)
        #expect(try outcome(text.replacingOccurrences(of: "proofValue\": \"z", with: "proofValue\": \"z2")).isFailed)
    }

    func text(_ vector: Vector, _ name: String) throws -> String {
        try String(decoding: read(vector, name), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("Canonical documents stay what they are, whatever their blank nodes are called and in whatever order")
    func canonicalDocuments() throws {
        let all = try Self.files.get().filter { $0.key.hasSuffix(".txt") && !$0.key.contains("jcs") }
            .merging(PublishedVectors.folder("ob3/test-vectors")) { $1 }
        var count = 0
        for (name, bytes) in all where name.lowercased().contains("canon") {
            let text = String(decoding: bytes, as: UTF8.self)
            let shuffled = text.split(separator: "\n").shuffled().joined(separator: "\n")
                .replacingOccurrences(of: "_:c14n", with: "_:x")
            let canonical = try RDFCanonicalization().canonicalize(RDFDataset(parsing: Array(shuffled.utf8)))
            #expect(
                String(decoding: canonical.nQuads, as: UTF8.self).split(separator: "\n") == text.split(separator: "\n"),
                "\(name)")
            count += 1
        }
        #expect(count == 10)
    }
}
