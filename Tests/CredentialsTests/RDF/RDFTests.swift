import Credentials
import Foundation
import Testing

@Suite("Graphs")
struct RDFTests {
    func canonical(_ nQuads: String, maximumWork: Int = 500_000) throws -> String {
        let dataset = try RDFDataset(parsing: Array(nQuads.utf8))
        let canonicalization = RDFCanonicalization(maximumWork: maximumWork)
        return String(decoding: try canonicalization.canonicalize(dataset).nQuads, as: UTF8.self)
    }

    @Test("Texts that look alike but are other bytes are other terms")
    func normalForms() {
        let composed: RDFText = "caf\u{E9}"
        let decomposed: RDFText = "cafe\u{301}"
        #expect(composed != decomposed && composed.string == decomposed.string)
        #expect(Set([RDFTerm.iri(composed), .iri(decomposed), .blank(composed)]).count == 3)
        #expect(decomposed < composed)
    }

    @Test("Statements keep their meaning through N-Quads")
    func roundTrip() throws {
        let dataset = RDFDataset([
            RDFQuad(.blank("a.b"), .iri("urn:ex:p"), .literal(RDFLiteral("\u{0}\t\"\\\u{7F}é🌃"))),
            RDFQuad(
                .iri("urn:ex:s"), .iri("urn:ex:p"), .literal(RDFLiteral("oui", language: "fr-BE")), graph: .blank("g")),
            RDFQuad(
                .iri("urn:ex:s"), .iri("urn:ex:p"), .literal(RDFLiteral("1", datatype: "urn:ex:int")),
                graph: .iri("g:1")),
        ])
        let text = dataset.nQuads
        #expect(try RDFDataset(parsing: text).quads == dataset.quads)
        #expect(
            String(decoding: text, as: UTF8.self) == #"""
                _:a.b <urn:ex:p> "\u0000\t\"\\\u007Fé🌃" .
                <urn:ex:s> <urn:ex:p> "oui"@fr-BE _:g .
                <urn:ex:s> <urn:ex:p> "1"^^<urn:ex:int> <g:1> .

                """#)
    }

    @Test("Comments, empty lines and spare white space say nothing")
    func whiteSpace() throws {
        let text = "# nothing\r\n\n\t<urn:s><urn:p>_:b.# a comment\n  "
        #expect(try canonical(text) == "<urn:s> <urn:p> _:c14n0 .\n")
    }

    @Test(
        "Lines that are no statement are refused, and the line is named",
        arguments: [
            "<s> <p> .", "<s> <p> <o>", "<s> <p> <o> . <x>", "<s> _:p <o> .", "\"s\" <p> <o> .", "<s> <p> \"o .",
            "<s> <p> <o> \"g\" .", "<s> <p> \"\\x\" .", "<s> <p> \"\\uD800\" .", "<s> <p> \"\\u+123\" .",
            "<s p> <p> <o> .", "_: <p> <o> .", "<s> <p> \"o\"@ .", "<s> <p> \"o\"^<t> .", "<s\\n> <p> <o> .",
        ])
    func malformed(line: String) {
        let error = #expect(throws: CredentialError.self) {
            try RDFDataset(parsing: Array("<a> <b> <c> .\n\(line)\n".utf8))
        }
        #expect(error?.code == .invalidGraph)
        #expect(error?.message.contains("Line 2 ") == true)
    }

    @Test("Bytes that are no UTF-8 are refused")
    func encoding() {
        #expect(throws: CredentialError.self) { try RDFDataset(parsing: [0xFF]) }
    }

    @Test("The names of blank nodes, the order of statements and repetitions make no difference")
    func isomorphic() throws {
        let first = "_:x <urn:p> _:y .\n_:y <urn:p> _:z .\n_:z <urn:p> _:x .\n_:x <urn:q> \"1\" .\n"
        let second =
            "_:k <urn:q> \"1\" .\n_:l <urn:p> _:k .\n_:m <urn:p> _:l .\n_:k <urn:p> _:m .\n_:k <urn:q> \"1\" .\n"
        #expect(try canonical(first) == canonical(second))
        #expect(
            try canonical(first)
                != canonical(first.replacingOccurrences(of: "_:y <urn:p> _:z", with: "_:z <urn:p> _:y")))
    }

    @Test("A graph whose blank nodes are all alike is refused within the bound of work")
    func poison() throws {
        var text = ""
        for first in 0..<12 {
            for second in 0..<12 where first != second { text += "_:n\(first) <urn:p> _:n\(second) .\n" }
        }
        let error = #expect(throws: CredentialError.self) { try canonical(text) }
        #expect(error?.code == .tooComplex)
    }

    @Test("A chain of blank nodes that are alike is canonicalised, or refused where it is too long for a stack")
    func chain() throws {
        func chain(_ count: Int) -> String { (0..<count).map { "_:n\($0) <urn:p> _:n\($0 + 1) .\n" }.joined() }
        #expect(try canonical(chain(100)).split(separator: "\n").count == 100)
        let error = #expect(throws: CredentialError.self) { try canonical(chain(5000), maximumWork: .max) }
        #expect(error?.code == .tooComplex)
    }
}
