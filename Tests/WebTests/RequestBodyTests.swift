import HTTPTypes
import Hummingbird
import Testing

@testable import Web

@Suite("bodies of requests")
struct RequestBodyTests {
    @Test("a body up to the limit is read whole; one byte more is a 413 that states the limit", arguments: [0, 5, 6])
    func limit(length: Int) async throws {
        let body = String(repeating: "x", count: length)
        for headers in [[:], [.contentLength: String(length)]] as [HTTPFields] {
            let request = Request.get("/", headers: headers, body: body)
            if length <= 5 {
                #expect(try await request.bytes(upTo: 5) == Array(body.utf8))
            } else {
                let problem = await #expect(throws: Problem.self) { _ = try await request.bytes(upTo: 5) }
                #expect(problem?.status == .contentTooLarge && problem?.detail.contains("5 bytes") == true)
            }
        }
    }

    @Test(
        "the media type is told in lower case and without parameters",
        arguments: [
            ("application/json", "application/json"), ("Application/JSON; charset=utf-8", "application/json"),
            ("multipart/mixed;boundary=x", "multipart/mixed"), (nil, nil), ("", ""),
        ] as [(String?, String?)])
    func mediaType(header: String?, type: String?) {
        var headers = HTTPFields()
        headers[.contentType] = header
        #expect(Request.get("/", headers: headers).mediaType == type)
    }

    @Test(
        "charsets are told however they are written",
        arguments: [
            ("application/json", []), ("application/json; charset=utf-8", ["utf-8"]),
            (#"text/csv;Charset="ISO-8859-1""#, ["iso-8859-1"]), ("a/b; x=charset=y", []), ("a/b; charset", [""]),
            ("a/b; charset=UTF-8; q=1; charset = latin1", ["utf-8", "latin1"]), ("", []),
        ] as [(String, [String])])
    func charset(type: String, charsets: [String]) {
        #expect(BodyCharset.charsets(type) == charsets)
    }

    @Test(
        "JSON is refused by JSON Pointer where it is none, or nothing can hold it",
        arguments: [
            (#"{"a":[1,}"#, "/a/1"), (#"{"a":1,"a":2}"#, "/a"), (#"{"a":{"b":1e400}}"#, "/a/b"),
            (#"{"a":-1e131073}"#, "/a"), (#"[1e-131073]"#, "/0"), ("", ""), (#"{"a":"\u0000"}"#, "/a"),
        ])
    func json(text: String, pointer: String) async throws {
        let request = Request.get("/", headers: [.contentType: "application/json"], body: text)
        let problem = await #expect(throws: Problem.self) { _ = try await request.json(upTo: 1000) }
        let answer = try #require(await problem?.response.text())
        #expect(problem?.status == .badRequest && answer.contains(#""pointer":"\#(pointer)""#), "\(answer)")
        #expect(problem?.detail.hasPrefix(pointer.isEmpty ? "top level: " : pointer + ": ") == true)
        let untyped = await #expect(throws: Problem.self) {
            _ = try await Request.get("/", body: "{}").json(upTo: 1000)
        }
        #expect(untyped?.status == .unsupportedMediaType)
    }
}
