import Credentials
import Foundation
import Testing

@Suite("Credentials attached to PDF documents")
struct EmbeddedPDFTests {
    static let json = #"{"@context":["https://www.w3.org/ns/credentials/v2"],"name":"Zoë (endstream)"}"#
    /// The text above in zlib's format, as Python's zlib makes it.
    static let compressed = Data(
        base64Encoded:
            "eNqrVnJIzs8rSa0oUbKKVsooKSkottLXLy8v1ys31ssvStfPK9ZPLkpNSc0ryUzMKdYvM1KK1VHKS8xNVbJSiso/vFpBIzUvpbikKDUxV1OpFgBWmxvU"
    )

    /// A document with these objects.
    func document(_ objects: [[UInt8]]) -> [UInt8] {
        var bytes = Array("%PDF-1.7\n%\u{E2}\n".utf8)
        for (number, object) in objects.enumerated() {
            bytes += Array("\(number + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        return bytes + Array("trailer\n<</Root 1 0 R>>\n%%EOF\n".utf8)
    }

    func stream(_ dictionary: String, _ content: [UInt8], lineEnd: String = "\n") -> [UInt8] {
        Array("<<\(dictionary)>>\(lineEnd)stream\(lineEnd)".utf8) + content + Array("\nendstream".utf8)
    }

    func found(_ objects: [UInt8]...) throws -> String {
        String(decoding: try BakedBadge.credential(in: document(objects)), as: UTF8.self)
    }

    func error(_ objects: [UInt8]...) -> String? {
        do {
            _ = try BakedBadge.credential(in: document(objects))
            return nil
        } catch { return error.message }
    }

    @Test("A plain file is found, whatever its dictionary is written like")
    func plain() throws {
        let content = Array(Self.json.utf8)
        let length = content.count
        for dictionary in [
            "/Type/EmbeddedFile/Length \(length)",
            " /Type /EmbeddedFile\n/Params << /Size \(length) >> /Length \(length) ",
            "/Length \(length)/Filter[]/Type/EmbeddedFile",
        ] {
            #expect(try found(stream(dictionary, content)) == Self.json)
            #expect(try found(stream(dictionary, content, lineEnd: "\r\n")) == Self.json)
        }
        let simple = Array(#"{"@context":"x"}"#.utf8)
        #expect(try found(stream("/Type/EmbeddedFile/Length 9 0 R", simple)) == #"{"@context":"x"}"#)
        #expect(try found(stream("/Type/EmbeddedFile", simple)) == #"{"@context":"x"}"#)
    }

    @Test("A compressed file is found")
    func compressedFile() throws {
        let content = try Array(#require(Self.compressed))
        for filter in ["/Filter/FlateDecode", "/Filter [ /FlateDecode ]"] {
            #expect(try found(stream("/Type/EmbeddedFile\(filter)/Length \(content.count)", content)) == Self.json)
        }
    }

    @Test("Other streams and files are passed over; JSON counts before a token, and the same twice once")
    func several() async throws {
        let credential = stream("/Type/EmbeddedFile", Array(#"{"@context":"x"}"#.utf8))
        let page = stream("/Length 4", Array("BT ET".utf8))
        let invoice = stream("/Type/EmbeddedFile", Array("<invoice/>".utf8))
        let settings = stream("/Type/EmbeddedFile", Array(#"{"colour":"blue"}"#.utf8))
        let token = stream("/Type/EmbeddedFile", try await Issuance().issue())
        let encrypted = stream("/Type/EmbeddedFile/Filter/Crypt", Array(#"{"@context":"y"}"#.utf8))
        #expect(try found(page, invoice, settings, encrypted, token, credential, credential) == #"{"@context":"x"}"#)
        #expect(try found(page, token).hasPrefix("ey"))
    }

    @Test("No credential, several, and broken documents are told as such")
    func refused() throws {
        let one = stream("/Type/EmbeddedFile", Array(#"{"@context":"x"}"#.utf8))
        let other = stream("/Type/EmbeddedFile", Array(#"{"@context":"y"}"#.utf8))
        #expect(error()?.contains("no credential") == true)
        #expect(
            error(stream("/Type/EmbeddedFiles", Array(#"{"@context":"x"}"#.utf8)))?.contains("no credential") == true)
        #expect(error(one, other)?.contains("more than one") == true)
        let broken = try Array(#require(Self.compressed).dropLast(9))
        #expect(error(stream("/Type/EmbeddedFile/Filter/FlateDecode", broken))?.contains("no credential") == true)
        #expect(throws: CredentialError.self) {
            try BakedBadge.credential(in: Array("%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile>>\nstream\n{".utf8))
        }
    }

    @Test("Documents that are made to keep a reader busy are given up")
    func hostile() {
        let many = Array(String(repeating: "<</A/EmbeddedFile>>stream\n", count: 40_000).utf8)
        #expect(throws: CredentialError.self) { try BakedBadge.credential(in: document([many])) }
        let deep = Array((String(repeating: ">>stream\n", count: 6000)).utf8)
        #expect(throws: CredentialError.self) { try BakedBadge.credential(in: document([deep])) }
    }
}
