import Testing
import XAPI

@Suite("What statements say of attachments, and the parts that bring them")
struct AttachmentManifestTests {
    static let sha2 = String(repeating: "ab", count: 32)

    static func attachment(
        _ sha2: String = sha2, type: String = "text/plain; charset=ascii", usage: String = "http://x.y/u",
        fileURL: Bool = false
    ) -> String {
        let url = fileURL ? #","fileUrl":"http://x.y/f""# : ""
        return
            #"{"usageType":"\#(usage)","display":{},"contentType":"\#(type)","length":3,"sha2":"\#(sha2)"\#(url)}"#
    }

    static func manifest(_ body: String) throws -> AttachmentManifest {
        AttachmentManifest(try StatementBatch.parse(bytes: Array(body.utf8), version: .v2_0))
    }

    static func statement(_ attachments: String...) -> String {
        Sample.statement(more: #""attachments":[\#(attachments.joined(separator: ","))]"#)
    }

    /// The header fields of a part, as the parser reads them.
    static func headers(_ fields: [String]) throws -> MultipartHeaders {
        var parser = MultipartParser(boundary: [0x62])
        parser.append(Array(("--b\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n").utf8))
        guard case .part(let headers) = try parser.next() else { throw NoPart() }
        return headers
    }

    struct NoPart: Error {}

    static let right = ["Content-Transfer-Encoding: binary", "X-Experience-API-Hash: \(sha2)"]

    static func rules(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch {
            return (error as? StatementRejection)?.violations.map(\.rule) ?? ["\(error)"]
        }
    }

    @Test(
        "a part with the right header fields is taken",
        arguments: [
            right, right + ["Content-Type: TEXT/plain"], right + ["Content-Type: text/plain; charset=utf-8"],
            right + ["Content-Length: 3"],
            ["content-transfer-encoding: BINARY", "x-experience-api-hash: \(sha2.uppercased())"],
        ])
    func takes(fields: [String]) throws {
        var manifest = try Self.manifest(Self.statement(Self.attachment()))
        let part = try manifest.match(try Self.headers(fields))
        #expect(part.sha2 == Self.sha2)
        try manifest.receive(part, sha2: Self.sha2, length: 3)
        try manifest.requireData()
    }

    @Test(
        "a part with wrong header fields is refused by its rule",
        arguments: [
            (["X-Experience-API-Hash: \(sha2)"], "attachment-transfer-encoding"),
            (["Content-Transfer-Encoding: base64", "X-Experience-API-Hash: \(sha2)"], "attachment-transfer-encoding"),
            (["Content-Transfer-Encoding: binary"], "attachment-hash-header"),
            (["Content-Transfer-Encoding: binary", "X-Experience-API-Hash: "], "attachment-hash-header"),
            (["Content-Transfer-Encoding: binary", "X-Experience-API-Hash: \(sha2)00"], "attachment-hash-header"),
            (right + ["Content-Type: text/html"], "attachment-headers-match"),
            (right + ["Content-Length: 4"], "attachment-headers-match"),
            (right + ["Content-Length: three"], "attachment-headers-match"),
        ])
    func refuses(fields: [String], rule: String) throws {
        var manifest = try Self.manifest(Self.statement(Self.attachment()))
        let headers = try Self.headers(fields)
        #expect(Self.rules { _ = try manifest.match(headers) } == [rule])
    }

    @Test("data of another digest, or another length than the part tells, is refused")
    func otherData() throws {
        var manifest = try Self.manifest(Self.statement(Self.attachment()))
        let part = try manifest.match(try Self.headers(Self.right + ["Content-Length: 3"]))
        let other = String(repeating: "cd", count: 32)
        #expect(Self.rules { try manifest.receive(part, sha2: other, length: 3) } == ["attachment-digest"])
        #expect(Self.rules { try manifest.receive(part, sha2: Self.sha2, length: 2) } == ["attachment-headers-match"])
        #expect(Self.rules { try manifest.requireData() } == ["attachment-data-or-url"])
    }

    @Test("one part serves every statement that names it, under any of their media types")
    func sharedPart() throws {
        let batch =
            "[" + Self.statement(Self.attachment()) + "," + Self.statement(Self.attachment(type: "a/b")) + "]"
        var manifest = try Self.manifest(batch)
        let part = try manifest.match(try Self.headers(Self.right + ["Content-Type: a/b"]))
        try manifest.receive(part, sha2: Self.sha2, length: 3)
        try manifest.requireData()
    }

    @Test("every attachment without data and URL is told, with its place; one in a sub-statement too")
    func missingData() throws {
        let other = String(repeating: "cd", count: 32)
        let sub =
            #"{"objectType":"SubStatement","#
            + Self.statement(Self.attachment(), Self.attachment(other)).dropFirst()
        let manifest = try Self.manifest(
            "[" + Self.statement(Self.attachment(fileURL: true), Self.attachment(other)) + ","
                + Sample.object(sub).dropLast() + #","attachments":["# + Self.attachment() + "]}]")
        do {
            try manifest.requireData()
            Issue.record("nothing is missing")
        } catch {
            #expect(error.violations.map(\.index) == [0, 1, 1, 1])
            #expect(
                error.violations.map(\.pointer)
                    == ["/attachments/1", "/object/attachments/0", "/object/attachments/1", "/attachments/0"])
            #expect(Set(error.violations.map(\.requirement)) == ["XAPI-00129"])
        }
    }

    @Test("a signature needs its data, even where it has a URL")
    func signatureData() throws {
        let signature = Self.attachment(
            type: "application/octet-stream", usage: AttachmentDeclaration.signatureUsageType, fileURL: true)
        var manifest = try Self.manifest(Self.statement(signature))
        #expect(Self.rules { try manifest.requireData() } == ["signature-data"])
        let part = try manifest.match(try Self.headers(Self.right))
        try manifest.receive(part, sha2: Self.sha2, length: 3)
        try manifest.requireData()
    }

    @Test("rules on data and signatures have distinct ids, a chapter and a text")
    func table() {
        let rules = Rule.all + Rule.allOnAttachmentData
        #expect(Set(rules.map(\.id)).count == rules.count)
        #expect(rules.allSatisfy { !$0.section.isEmpty && $0.text.hasSuffix(".") })
    }
}
