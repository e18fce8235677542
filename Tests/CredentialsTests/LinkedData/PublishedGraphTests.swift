import Foundation
import JSON
import Testing

@testable import Credentials

/// Published documents by our tables of terms and by the published contexts, which stand outside the repository.
@Suite(
    "Graphs of published documents",
    .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
struct PublishedGraphTests {
    static let proofs = Result { try PublishedVectors.folder("vc-di-eddsa") }
    static let samples = Result { try PublishedVectors.folder("ob3/validator-samples") }

    let byTables: LinkedDataProcessor
    let byPublished: LinkedDataProcessor

    init() throws {
        let published = try PublishedContexts()
        byTables = LinkedDataProcessor(contexts: TablesAndCitizenship(published: published))
        byPublished = LinkedDataProcessor(contexts: published)
    }

    func canonical(_ dataset: RDFDataset) throws -> String {
        String(decoding: try RDFCanonicalization().canonicalize(dataset).nQuads, as: UTF8.self)
    }

    /// The canonical graph of a document, or why there is none.
    func outcome(_ document: JSONDocument, _ processor: LinkedDataProcessor) throws -> String {
        do {
            return try canonical(processor.dataset(of: document.root))
        } catch let error as LinkedDataError {
            return "\(error)"
        }
    }

    @Test("Our tables give the same graphs as the published contexts")
    func sameGraphs() throws {
        var graphs = 0
        var refused: [String] = []
        let files = try Self.proofs.get().merging(Self.samples.get(), uniquingKeysWith: { $1 })
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".json") {
            let document = try JSONDocument(parsing: bytes)
            guard let contexts = document.root["@context"] else { continue }
            // The archive lacks these; see ``ContextTableTests``.
            let untested = ContextTableTests.untested
            guard !contexts.elements.contains(where: { untested.contains($0.string ?? "") }) else { continue }
            let ours = try outcome(document, byTables)
            #expect(try ours == outcome(document, byPublished), "\(name)")
            if ours.hasSuffix(" .\n") { graphs += 1 } else { refused.append("\(name): \(ours)") }
        }
        // The others name contexts that aren't known, or have types that no context defines.
        #expect(graphs == 31)
        #expect(refused.count == 13)
        #expect(
            refused.allSatisfy {
                $0.contains("loading remote context failed") || $0.contains("DATA_LOSS_DETECTION_ERROR")
            })
    }

    @Test("The vectors of eddsa-rdfc-2022 have the graphs that they say", arguments: ["", "employ/"])
    func canonicalGraphs(folder: String) throws {
        func read(_ name: String) throws -> [UInt8] {
            try #require(Self.proofs.get()["eddsa-rdfc-2022/\(folder)\(name)"])
        }
        let document = try JSONDocument(parsing: read("signedDataInt.json")).root
        let credential = try canonical(byTables.dataset(of: document, omitting: ["proof"]))
        #expect(try credential.utf8.elementsEqual(read("canonDocDataInt.txt")))
        let proof = try #require(document["proof"])
        let options = try byTables.dataset(of: proof, context: document["@context"], omitting: ["proofValue"])
        #expect(try canonical(options).utf8.elementsEqual(read("proofCanonDataInt.txt")))
    }

    @Test("A badge of our own gives the same graph by our tables and by the published contexts")
    func ownBadge() throws {
        let badge = try JSONDocument(parsing: OpenBadgeCredential(Example.award()).json)
        let ours = try outcome(badge, byTables)
        #expect(try ours == outcome(badge, byPublished))
        #expect(ours.hasSuffix(" .\n"), "\(ours)")
    }
}
