import Testing
import XAPI

@Suite("A body of multipart/mixed")
struct MultipartParserTests {
    /// A part, put together from the parser's events.
    struct Part: Equatable {
        var type: String?
        var content: String
    }

    /// Feeds a body in pieces and puts the parts together.
    static func parts(_ pieces: [ArraySlice<UInt8>], boundary: String) throws -> [Part] {
        var parser = MultipartParser(boundary: Array(boundary.utf8))
        var parts: [Part] = []
        var content: [UInt8] = []
        var type: String?
        func take() throws {
            while let event = try parser.next() {
                switch event {
                case .part(let headers): (type, content) = (headers["content-type"], [])
                case .content(let bytes): content += bytes
                case .endOfPart: parts.append(Part(type: type, content: String(decoding: content, as: UTF8.self)))
                }
            }
        }
        for piece in pieces {
            parser.append(piece)
            try take()
        }
        parser.finish()
        try take()
        #expect(parser.isComplete)
        return parts
    }

    static func parts(_ text: String, boundary: String = "b") throws -> [Part] {
        try parts([Array(text.utf8)[...]], boundary: boundary)
    }

    /// Bodies whose content comes near to being a delimiter, each with the parts that it has.
    static let bodies: [(name: String, boundary: String, text: String, parts: [Part])] = [
        (
            "as written in the specification", "abcABC0123'()+_,-./:=?",
            "\r\n--abcABC0123'()+_,-./:=?\r\nContent-Type:application/json\r\n\r\n{}\r\n"
                + "--abcABC0123'()+_,-./:=?\r\nContent-Type:text/plain\r\n\r\nhere\r\n--abcABC0123'()+_,-./:=?--",
            [Part(type: "application/json", content: "{}"), Part(type: "text/plain", content: "here")]
        ),
        (
            "lines that end with LF", "b", "--b\nContent-Type: a/b\n\none\r\n--b\n\ntwo\n\n--b--\n",
            [Part(type: "a/b", content: "one\r"), Part(type: nil, content: "two\n")]
        ),
        (
            "preamble and epilogue", "b",
            "Dear reader,\r\n--bc\r\n --b\r\n--b\r\n\r\nx\r\n--b--\r\n--b\r\n\r\nno part\r\n--b--",
            [Part(type: nil, content: "x")]
        ),
        (
            "folded fields", "b",
            "--b\r\nContent-Type: text/plain;\r\n\t charset=utf-8\r\nX-Y :1\r\n\r\nx\r\n--b--"
                .replacing("X-Y :", with: "X-Y:"),
            [Part(type: "text/plain; charset=utf-8", content: "x")]
        ),
        (
            "content that looks like a boundary", "b",
            "--b\r\n\r\n--bb\r\n--\r\n--b-\r\n\r--b\r\n--b x\r\n\r\n\r\r\n--b--",
            [Part(type: nil, content: "--bb\r\n--\r\n--b-\r\n\r--b\r\n--b x\r\n\r\n\r")]
        ),
        (
            "empty contents", "b", "--b\r\nContent-Type: a/b\r\n\r\n\r\n--b\r\n\r\n--b\r\n\r\n\r\n\r\n--b--",
            [Part(type: "a/b", content: ""), Part(type: nil, content: ""), Part(type: nil, content: "\r\n")]
        ),
        (
            "white space after the boundary", "b", "--b \t\r\n\r\nx\r\n--b  \r\n\r\ny\r\n--b--  ",
            [Part(type: nil, content: "x"), Part(type: nil, content: "y")]
        ),
        (
            "a boundary of dashes", "---", "-----\r\n\r\nx\r\n----\r\n-----\r\n\r\ny\r\n-------",
            [Part(type: nil, content: "x\r\n----"), Part(type: nil, content: "y")]
        ),
    ]

    @Test("has the same parts wherever it is cut in two", arguments: bodies.indices)
    func everyCut(index: Int) throws {
        let body = Self.bodies[index]
        let bytes = Array(body.text.utf8)
        for cut in 0...bytes.count {
            let parts = try Self.parts([bytes[..<cut], bytes[cut...]], boundary: body.boundary)
            #expect(parts == body.parts, "\(body.name), cut at \(cut)")
        }
    }

    @Test("has the same parts when it comes byte by byte, or in three pieces", arguments: bodies.indices)
    func smallPieces(index: Int) throws {
        let body = Self.bodies[index]
        let bytes = Array(body.text.utf8)
        let single = bytes.indices.map { bytes[$0...$0] }
        #expect(try Self.parts(single, boundary: body.boundary) == body.parts, "\(body.name)")
        for first in stride(from: 0, to: bytes.count, by: 3) {
            for second in stride(from: first, to: bytes.count, by: 2) {
                let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]]
                #expect(try Self.parts(pieces, boundary: body.boundary) == body.parts, "\(first), \(second)")
            }
        }
    }

    @Test("gives random content back whole, however it is cut")
    func randomContent() throws {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("\r\n-b ".utf8)
        for _ in 0..<2000 {
            let content = (0..<Int.random(in: 0..<40)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let text = String(decoding: content, as: UTF8.self)
            guard !("\n" + text).contains("\n--b"), !("\r\n" + text).contains("\r\n--b") else { continue }
            let bytes = Array("--b\r\n\r\n".utf8) + content + Array("\r\n--b--\r\n".utf8)
            let cut = Int.random(in: 0...bytes.count)
            #expect(try Self.parts([bytes[..<cut], bytes[cut...]], boundary: "b") == [Part(type: nil, content: text)])
        }
    }

    @Test("holds back no more than what may become a delimiter")
    func givesContentAtOnce() throws {
        var parser = MultipartParser(boundary: Array("boundary".utf8))
        parser.append(Array("--boundary\r\n\r\n".utf8))
        _ = try parser.next()
        parser.append([UInt8](repeating: 0x78, count: 100_000))
        #expect(try parser.next() == .content([UInt8](repeating: 0x78, count: 100_000)))
        #expect(try parser.next() == nil)
        parser.append(Array("y\r\n--bound".utf8))
        #expect(try parser.next() == .content(Array("y".utf8)))
        #expect(try parser.next() == nil)
        parser.append(Array("less".utf8))
        #expect(try parser.next() == .content(Array("\r\n--boundless".utf8)))
    }

    @Test(
        "that is not well-formed is refused, and no cut makes it pass",
        arguments: [
            "", "no boundary", "--b", "--b--", "--b\r\n", "--b\r\nContent-Type: a/b", "--b\r\n\r\nx",
            "--b\r\n\r\nx\r\n",
            "--b\r\n\r\nx\r\n--b", "--b\r\n\r\nx\r\n--b\r\n", "--b\r\n\r\nx\r\n--b-",
            "--b\r\nno field\r\n\r\nx\r\n--b--",
            "--b\r\n: x\r\n\r\nx\r\n--b--", "--b\r\nName : x\r\n\r\nx\r\n--b--",
            "--b\r\nA: 1\r\na: 2\r\n\r\nx\r\n--b--",
            "--b\r\n A: 1\r\n\r\nx\r\n--b--",
        ])
    func malformed(text: String) {
        let bytes = Array(text.utf8)
        for cut in 0...min(bytes.count, 60) {
            #expect(throws: MultipartError.self, "cut at \(cut)") {
                try Self.parts([bytes[..<cut], bytes[cut...]], boundary: "b")
            }
        }
    }
}

extension MultipartParserTests {
    @Test("with endless header fields is refused before they end")
    func longHeaders() throws {
        var parser = MultipartParser(boundary: [0x62])
        parser.append(Array("--b\r\nA: ".utf8))
        #expect(try parser.next() == nil)
        parser.append([UInt8](repeating: 0x78, count: 20_000))
        #expect(throws: MultipartError.self) { try parser.next() }
    }
}

@Suite("The boundary of a Content-Type")
struct MultipartBoundaryTests {
    @Test(
        "is read in quotation marks and without",
        arguments: [
            ("multipart/mixed; boundary=abc", "abc"), ("multipart/mixed;boundary=\"a b;c=d\"", "a b;c=d"),
            ("multipart/mixed; BOUNDARY = abc ; x=y", "abc"),
            ("multipart/mixed; x=\"boundary=no\"; boundary=yes", "yes"),
            ("multipart/mixed; boundary=\"a\\\"b\\\\c\"", "a\"b\\c"), ("multipart/mixed; boundary=---=_-", "---=_-"),
            ("multipart/mixed; boundary=\"abcABC0123'()+_,-./:=?\"", "abcABC0123'()+_,-./:=?"),
            ("multipart/mixed; boundary=abcABC0123'()+_,-./:=?", "abcABC0123'()+_,-./:=?"),
        ])
    func reads(contentType: String, boundary: String) throws {
        #expect(try String(decoding: MultipartBoundary.read(contentType: contentType), as: UTF8.self) == boundary)
    }

    @Test(
        "must be there, and as RFC 2046 says",
        arguments: [
            "multipart/mixed", "multipart/mixed;", "multipart/mixed; boundary", "multipart/mixed; boundary=",
            "multipart/mixed; boundary=\"\"", "multipart/mixed; boundary=\"a \"", "multipart/mixed; xboundary=a",
            "multipart/mixed; boundary=é", "multipart/mixed; boundary=" + String(repeating: "x", count: 71),
        ])
    func refuses(contentType: String) {
        #expect(throws: MultipartError.self) { try MultipartBoundary.read(contentType: contentType) }
    }
}
