import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// A request as it comes in.
    static func get(_ path: String, headers: HTTPFields = [:], body: String = "") -> Request {
        Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: "tessera.example", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body)))
    }
}

extension Response {
    /// The whole body as text.
    consuming func text() async throws -> String {
        let collected = Collected()
        try await body.write(Collector(collected: collected))
        return String(buffer: collected.buffer)
    }

    // Used by one task only: a writer is consumed by `finish`, so what it wrote is kept beside it.
    private final class Collected {
        var buffer = ByteBuffer()
    }

    private struct Collector: ResponseBodyWriter {
        let collected: Collected

        mutating func write(_ buffer: ByteBuffer) async throws {
            collected.buffer.writeImmutableBuffer(buffer)
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
