import Credentials
import Foundation
import JSON
import Testing

/// W3C's test suite of JSON-LD 1.1, which stands outside the repository.
enum LinkedDataSuite {
    static let files = Result { try PublishedVectors.folder("json-ld-api/tests") }
    static let url = "https://w3c.github.io/json-ld-api/tests/"

    /// A test of a manifest.
    struct Entry: Decodable, CustomTestStringConvertible {
        struct Options: Decodable {
            var base: String?
            var expandContext: String?
            var processingMode: String?
            var specVersion: String?
            var rdfDirection: String?
            var produceGeneralizedRdf: Bool?
        }

        let id: String
        let types: [String]
        let name: String
        let input: String
        let expect: String?
        let expectErrorCode: String?
        let option: Options?

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case types = "@type"
            case name, input, expect, expectErrorCode, option
        }

        var testDescription: String { "\(id) \(name)" }

        /// Whether it is a test of JSON-LD 1.1 and of graphs without blank nodes as properties.
        var isOurs: Bool {
            option?.processingMode != "json-ld-1.0" && option?.specVersion != "json-ld-1.0"
                && option?.produceGeneralizedRdf != true
        }
    }

    static func read(_ name: String) throws -> [UInt8] {
        try #require(files.get()[name], "the suite has no \(name)")
    }

    static func document(_ bytes: [UInt8]) throws -> JSONDocument {
        try JSONDocument(parsing: bytes, limits: JSONLimits(acceptsNUL: true))
    }

    static func entries(_ manifest: String) -> [Entry] {
        struct Manifest: Decodable { let sequence: [Entry] }
        guard PublishedVectors.isPresent, let bytes = try? read(manifest) else { return [] }
        return (try? JSONDecoder().decode(Manifest.self, from: Data(bytes)).sequence) ?? []
    }

    /// The suite's files by their URLs.
    struct Source: ContextSource {
        func context(at url: RDFText) throws(LinkedDataError) -> LocalContext? {
            guard url.string.hasPrefix(LinkedDataSuite.url),
                let bytes = try? LinkedDataSuite.read(String(url.string.dropFirst(LinkedDataSuite.url.count))),
                let document = try? LinkedDataSuite.document(bytes)
            else { return nil }
            return try LocalContext(document: document.root, url: url, isFixed: false)
        }
    }

    /// A processor with a test's options, and the test's document.
    static func subject(_ entry: Entry) throws -> (LinkedDataProcessor, JSONDocument) {
        var options = LinkedDataOptions(base: entry.option?.base ?? url + entry.input)
        if let context = entry.option?.expandContext {
            let document = try document(read(context))
            options.context = try LocalContext(
                document: document.root, url: RDFText(url + context), isFixed: false)
        }
        switch entry.option?.rdfDirection {
        case "i18n-datatype": options.direction = .i18nDatatype
        case "compound-literal": options.direction = .compoundLiteral
        default: break
        }
        let document = try document(read(entry.input))
        return (LinkedDataProcessor(contexts: Source(), options: options), document)
    }
}
