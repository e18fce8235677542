internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Request {
    /// The whole body.
    /// - Throws: A 413 ``Problem`` that states the limit.
    func bytes(upTo limit: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Self.tooLarge(limit) }
        var collected: [UInt8] = []
        for try await buffer in body {
            guard collected.count + buffer.readableBytes <= limit else { throw Self.tooLarge(limit) }
            collected.append(contentsOf: buffer.readableBytesView)
        }
        return collected
    }

    /// The media type of the body, in lower case and without parameters.
    var mediaType: String? {
        headers[.contentType].map { type in
            let bytes = type.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != UInt8(ascii: " ") && $0 != 9 }
            return String(decoding: bytes, as: UTF8.self).lowercased()
        }
    }

    /// The refusal of a larger body.
    static func tooLarge(_ limit: Int) -> Problem {
        Problem(.contentTooLarge, "too-large", "The body has more than \(limit) bytes, the most that is taken at once.")
    }
}

extension Response {
    /// An answer of JSON.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        json(ByteBuffer(bytes: bytes), status: status, headers: headers)
    }

    /// A response of JSON text.
    static func json(_ text: ByteBuffer, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: text))
    }
}
