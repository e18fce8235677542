import Credentials
import Foundation
import Testing

/// W3C's test suite of RDFC-1.0, which stands outside the repository; without it the suite is skipped.
@Suite(
    "W3C's suite of RDFC-1.0",
    .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
struct CanonicalizationSuiteTests {
    struct Manifest: Decodable {
        struct Entry: Decodable {
            let id: String
            let type: String
            let action: String
            let result: String?
            let hashAlgorithm: String?
        }
        let entries: [Entry]
    }

    static let files = Result { try PublishedVectors.folder("rdf-canon/tests") }

    func read(_ name: String) throws -> [UInt8] { try #require(Self.files.get()[name]) }

    func canonical(_ entry: Manifest.Entry) throws -> CanonicalDataset {
        let canonicalization = RDFCanonicalization(hash: entry.hashAlgorithm == "SHA384" ? .sha384 : .sha256)
        return try canonicalization.canonicalize(RDFDataset(parsing: read(entry.action)))
    }

    @Test("Every test of the suite gives what it says")
    func suite() throws {
        let manifest = try JSONDecoder().decode(Manifest.self, from: Data(read("manifest.jsonld")))
        var passed: [String: Int] = [:]
        for entry in manifest.entries {
            switch entry.type {
            case "rdfc:RDFC10EvalTest":
                let expected = try read(#require(entry.result))
                #expect(try canonical(entry).nQuads == expected, "\(entry.id)")
            case "rdfc:RDFC10MapTest":
                let expected = try JSONDecoder().decode(
                    [String: String].self, from: Data(read(#require(entry.result))))
                let labels = try canonical(entry).labels.map { ($0.key.string, $0.value.string) }
                #expect(Dictionary(uniqueKeysWithValues: labels) == expected, "\(entry.id)")
            case "rdfc:RDFC10NegativeEvalTest":
                let error = #expect(throws: CredentialError.self, "\(entry.id)") { try canonical(entry) }
                #expect(error?.code == .tooComplex)
            default: Issue.record("\(entry.id) is of an unknown kind, \(entry.type)")
            }
            passed[entry.type, default: 0] += 1
        }
        #expect(passed["rdfc:RDFC10EvalTest"] == 64 && passed["rdfc:RDFC10MapTest"] == 21)
        #expect(passed["rdfc:RDFC10NegativeEvalTest"] == 1)
    }
}
