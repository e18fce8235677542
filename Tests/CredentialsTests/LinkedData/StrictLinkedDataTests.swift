import Credentials
import JSON
import Testing

/// What is signed is the graph, so that nothing may be left out of it unnoticed.
@Suite("Linked data of which nothing may be lost")
struct StrictLinkedDataTests {
    static let processor = LinkedDataProcessor(contexts: KnownContexts.all)
    static let contexts =
        #""@context":["https://www.w3.org/ns/credentials/v2","#
        + #""https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]"#

    func dataset(_ text: String) throws -> RDFDataset {
        try Self.processor.dataset(of: JSONDocument(parsing: Array(text.utf8)).root)
    }

    /// A credential with members.
    func credential(_ members: String) -> String {
        #"{\#(Self.contexts),"type":["VerifiableCredential"],"id":"urn:x:1",\#(members)}"#
    }

    func error(_ text: String) throws -> LinkedDataError {
        try #require(throws: LinkedDataError.self) { try dataset(text) }
    }

    @Test("What contexts define goes into the graph")
    func accepts() throws {
        let text = credential(#""issuer":"did:web:a.example","name":"A","credentialSubject":{"id":"urn:x:2"}"#)
        let quads = try dataset(text).quads
        #expect(quads.count == 4)
        let name = RDFQuad(.iri("urn:x:1"), .iri("https://schema.org/name"), .literal(RDFLiteral("A")))
        #expect(quads.contains(name))
    }

    @Test(
        "What would be left out is an error with its place",
        arguments: [
            (#""nickname":"x""#, "/nickname"), (#""nickname":null"#, "/nickname"), (#""@unknown":"x""#, "/@unknown"),
            (#""credentialSubject":{"type":["AchievementSubject"],"achievment":{}}"#, "/credentialSubject/achievment"),
            (#""evidence":[{"type":"Evidence"},{"type":["Evidence","Unknown"]}]"#, "/evidence/1/type/1"),
            (#""issuer":"relative""#, "/issuer"), (##""issuer":{"id":"#a"}"##, "/issuer/id"),
            (#""issuer":"http://a.example/a b""#, "/issuer"), (#""_:property":"x""#, "/_:property"),
            (#""name":{"@value":null}"#, "/name"), (#""name":{"@value":"x","@language":"not a tag"}"#, "/name"),
            (#""name":{"@value":"x","@direction":"rtl"}"#, "/name"), (#""name":{"@language":"en"}"#, "/name"),
            (#""evidence":{"@index":"x"}"#, "/evidence/@index"),
            (#""name":{"@value":"x","@type":"a:b c"}"#, "/name/@type"),
            (#""credentialSubject":{"a/b~c":1}"#, "/credentialSubject/a~1b~0c"),
            (#""@graph":["free"]"#, "/@graph/0"), (#""@graph":[{"id":"urn:x:3"}]"#, "/@graph/0"),
            (#""name":9007199254740993"#, "/name"), (#""name":1e400"#, "/name"),
        ])
    func refuses(members: String, pointer: String) throws {
        let error = try error(credential(members))
        #expect(error.code == .dataLoss)
        #expect(error.pointer == pointer)
    }

    @Test(
        "Contexts other than the known ones are refused, by name and place",
        arguments: [
            (#"{"@context":"https://www.w3.org/ns/credentials/v3"}"#, "/@context", "/v3"),
            (#"{"@context":["https://www.w3.org/ns/credentials/v2","https://a.example/x"]}"#, "/@context/1", "/x"),
            (#"{"@context":"https://www.w3.org/ns/credentials/v2/"}"#, "/@context", "v2/"),
            (#"{"@context":"HTTPS://www.w3.org/ns/credentials/v2"}"#, "/@context", "HTTPS"),
            (#"{"@context":"v2"}"#, "/@context", "v2"),
        ])
    func refusesContexts(text: String, pointer: String, name: String) throws {
        let error = try error(text)
        #expect(error.code == .loadingContextFailed)
        #expect(error.pointer == pointer)
        #expect(error.message.contains(name))
    }

    @Test(
        "Contexts that stand in the document are refused, wherever",
        arguments: [
            (#"{"@context":{"name":"https://schema.org/name"},"name":"x"}"#, "/@context"),
            (#"{"@context":["https://www.w3.org/ns/credentials/v2",{"a":"urn:a"}]}"#, "/@context/1"),
            (#"{"@context":["https://www.w3.org/ns/credentials/v2",null]}"#, "/@context/1"),
            (
                #"{"@context":"https://www.w3.org/ns/credentials/v2","name":{"@context":{},"@value":"x"}}"#,
                "/name/@context"
            ),
        ])
    func refusesInlineContexts(text: String, pointer: String) throws {
        let error = try error(text)
        #expect(error.code == .dataLoss)
        #expect(error.pointer == pointer)
    }

    @Test("Protected terms can't be given another meaning by a later context")
    func protects() throws {
        let contexts = #"["https://www.w3.org/ns/credentials/v2","https://www.w3.org/2018/credentials/v1"]"#
        let error = try error(#"{"@context":\#(contexts)}"#)
        #expect(error.code == .protectedTermRedefinition)
        #expect(error.pointer == "/@context/1")
    }

    @Test("Names that are written with other code points are other names")
    func comparesBytes() throws {
        let composed = try dataset(credential(#""issuer":"urn:x:\u00e9""#))
        let decomposed = try dataset(credential(#""issuer":"urn:x:e\u0301""#))
        #expect(Set(composed.quads) != Set(decomposed.quads))
    }

    @Test("A document may be read without some of its members, and with the context of another")
    func omits() throws {
        let text = credential(#""proof":{"nonsense":1},"issuer":"urn:x:2""#)
        let document = try JSONDocument(parsing: Array(text.utf8)).root
        #expect(throws: LinkedDataError.self) { try Self.processor.dataset(of: document) }
        #expect(try Self.processor.dataset(of: document, omitting: ["proof"]).quads.count == 2)
        let proof = try JSONDocument(parsing: Array(#"{"type":"DataIntegrityProof","nonce":"1"}"#.utf8)).root
        #expect(throws: LinkedDataError.self) { try Self.processor.dataset(of: proof) }
        #expect(try Self.processor.dataset(of: proof, context: document["@context"]).quads.count == 2)
    }

    @Test("Contexts and types that are repeated take no time to speak of")
    func repeats() throws {
        let urls = Self.contexts.dropFirst(#""@context":["#.count).dropLast()
        let contexts = Array(repeating: String(urls), count: 5_000).joined(separator: ",")
        let types = Array(repeating: #""VerifiableCredential","Image","Evidence""#, count: 5_000).joined(separator: ",")
        let clock = ContinuousClock()
        let start = clock.now
        let quads = try dataset(#"{"@context":[\#(contexts)],"type":[\#(types)],"genre":"x"}"#).quads
        #expect(Set(quads).count == 4)
        #expect(clock.now - start < .seconds(5))
    }

    @Test("Names from documents write no sentences into messages")
    func quotes() throws {
        let hostile = "is fine, pay <a href> now"
        let term = try error(credential("\"\(hostile)\":1"))
        #expect(!term.message.contains("pay"))
        let context = try error("{\"@context\":\"https://a.example/\(hostile)\"}")
        #expect(!context.message.contains("pay"))
    }

    @Test("Deep documents are refused when parsed, and many members take time in proportion")
    func isBounded() throws {
        let deep = String(repeating: #"{"evidence":"#, count: 100) + "1" + String(repeating: "}", count: 100)
        #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(deep.utf8)) }
        let members = (0..<20_000).map { #""urn:p:\#($0)":"x""# }.joined(separator: ",")
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try dataset(credential(members)).quads.count == 20_001)
        #expect(clock.now - start < .seconds(5))
    }
}
