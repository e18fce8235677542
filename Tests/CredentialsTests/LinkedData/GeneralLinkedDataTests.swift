import Credentials
import JSON
import Testing

/// What the general mode does that the public suite doesn't look at.
@Suite("Linked data with contexts of its own")
struct GeneralLinkedDataTests {
    struct Chain: ContextSource {
        /// Every context includes the next, without end.
        func context(at url: RDFText) throws(LinkedDataError) -> LocalContext? {
            LocalContext(.string(RDFText(url.bytes + [UInt8(ascii: "x")])), base: url, isFixed: false)
        }
    }

    func dataset(_ text: String) throws -> RDFDataset {
        let options = LinkedDataOptions(base: "https://base.example/a/")
        let processor = LinkedDataProcessor(contexts: Chain(), options: options)
        return try processor.dataset(of: JSONDocument(parsing: Array(text.utf8)).root)
    }

    func code(_ text: String) throws -> LinkedDataErrorCode {
        try #require(throws: LinkedDataError.self) { try dataset(text) }.code
    }

    @Test("Contexts that include each other without end are refused")
    func overflows() throws {
        #expect(try code(#"{"@context":"https://a.example/"}"#) == .contextOverflow)
    }

    @Test("Terms that need each other in a long row are refused")
    func limitsChains() throws {
        let terms = (0..<1_000).map { #""t\#($0)":"t\#($0 + 1):x""# }.joined(separator: ",")
        #expect(try code(#"{"@context":{\#(terms),"t1000":"urn:x:"},"t0":1}"#) == .contextOverflow)
    }

    @Test("An object has one index")
    func refusesTwoIndexes() throws {
        #expect(
            try code(#"{"urn:p":[{"@id":"urn:a","@index":"1"},{"@id":"urn:a","@index":"2"}]}"#) == .conflictingIndexes)
        #expect(
            try dataset(#"{"urn:p":[{"@id":"urn:a","@index":"1"},{"@id":"urn:a","@index":"1"}]}"#).quads.count == 2)
    }

    @Test("Many properties of other objects take time in proportion")
    func reverses() throws {
        let members = (0..<10_000).map { #""urn:p:\#($0)":{"@id":"b"}"# }.joined(separator: ",")
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try dataset(#"{"@id":"a","@reverse":{\#(members)}}"#).quads.count == 10_000)
        #expect(clock.now - start < .seconds(5))
    }

    @Test("Languages are written in lower case, whatever their case in the document")
    func lowercases() throws {
        let quads = try dataset(#"{"@id":"a","urn:p":{"@value":"x","@language":"de-AT"}}"#).quads
        let literal = RDFTerm.literal(RDFLiteral("x", language: "de-at"))
        #expect(quads == [RDFQuad(.iri("https://base.example/a/a"), .iri("urn:p"), literal)])
    }
}
