import Credentials
import Foundation
import JSON
import Testing

/// W3C's test suite of JSON-LD 1.1; without it the tests are skipped.
@Suite(
    "W3C's suite of JSON-LD 1.1",
    .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
struct LinkedDataSuiteTests {
    typealias Entry = LinkedDataSuite.Entry

    static let expansions = LinkedDataSuite.entries("expand-manifest.jsonld").filter(\.isOurs)
    static let datasets = LinkedDataSuite.entries("toRdf-manifest.jsonld").filter(\.isOurs)

    @Test("All tests are there but those of JSON-LD 1.0 and of generalized RDF")
    func count() {
        #expect(Self.expansions.count == 367)
        #expect(Self.datasets.count == 448)
    }

    @Test("Documents expand as the suite says", arguments: expansions)
    func expand(entry: Entry) throws {
        let (processor, document) = try LinkedDataSuite.subject(entry)
        try check(entry) {
            let expanded = try processor.expand(document.root)
            let expected = try JSONDocument(parsing: LinkedDataSuite.read(#require(entry.expect)))
            let isSame = Self.areSame(.array(expanded), LinkedDataValue(expected.root))
            #expect(isSame, "\(expanded)")
        }
    }

    @Test("Documents state what the suite says", arguments: datasets)
    func dataset(entry: Entry) throws {
        let (processor, document) = try LinkedDataSuite.subject(entry)
        try check(entry) {
            let dataset = try processor.dataset(of: document.root)
            guard let name = entry.expect else { return }  // a test of syntax alone
            let expected = try RDFDataset(parsing: LinkedDataSuite.read(name))
            let canonicalization = RDFCanonicalization()
            let canonical = try canonicalization.canonicalize(dataset).nQuads
            let isSame = try canonical == canonicalization.canonicalize(expected).nQuads
            #expect(isSame, "\(String(decoding: canonical, as: UTF8.self))")
        }
    }

    /// Runs a test that has to succeed, or to fail with the code that the entry names.
    private func check(_ entry: Entry, _ body: () throws -> Void) throws {
        guard let code = entry.expectErrorCode else { return try body() }
        let error = #expect(throws: LinkedDataError.self) { try body() }
        #expect(error?.code.name == code)
    }

    /// Whether two expanded values are the same; outside lists the order of arrays means nothing.
    private static func areSame(_ one: LinkedDataValue, _ other: LinkedDataValue, isList: Bool = false) -> Bool {
        switch (one, other) {
        case (.json(let one), _): return areSame(LinkedDataValue(one), other, isList: true)
        case (.number(let one), .number(let other)): return Double(one.string) == Double(other.string)
        case (.array(let one), .array(var other)):
            guard one.count == other.count else { return false }
            if isList { return zip(one, other).allSatisfy { areSame($0, $1) } }
            return one.allSatisfy { element in
                guard let index = other.firstIndex(where: { areSame(element, $0) }) else { return false }
                other.remove(at: index)
                return true
            }
        case (.object(let one), .object(let other)):
            return one.count == other.count
                && one.members.allSatisfy { key, value in
                    other[key].map { areSame(value, $0, isList: isList || key == "@list") } ?? false
                }
        default: return one == other
        }
    }
}
