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
}
