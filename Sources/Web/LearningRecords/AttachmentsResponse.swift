internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords
internal import NIOCore

extension Response {
    /// An answer of `multipart/mixed`: JSON, then the data of attachments, read from the database as fast as the client
    /// takes it (xAPI-Communication 1.5.2).
    static func multipart(
        _ json: ByteBuffer, attachments: [ServedAttachment], store: AttachmentStore, headers: HTTPFields = [:]
    ) -> Response {
        // Random, so it stands in no attachment.
        let boundary = "tessera-" + UUID().uuidString.lowercased()
        let first = "--\(boundary)\r\nContent-Type: application/json\r\n\r\n"
        let heads = attachments.map { "\r\n--\(boundary)\r\n" + $0.header }
        let last = "\r\n--\(boundary)--\r\n"
        let length =
            first.utf8.count + json.readableBytes + heads.reduce(0) { $0 + $1.utf8.count }
            + attachments.reduce(0) { $0 + Int($1.length) } + last.utf8.count
        var headers = headers
        headers[.contentType] = "multipart/mixed; boundary=\(boundary)"
        let body = ResponseBody(contentLength: length) { writer in
            try await writer.write(ByteBuffer(string: first))
            try await writer.write(json)
            for (attachment, head) in zip(attachments, heads) {
                try await writer.write(ByteBuffer(string: head))
                var reader = store.reader(of: attachment)
                while let chunk = try await reader.next() { try await writer.write(ByteBuffer(bytes: chunk)) }
            }
            try await writer.write(ByteBuffer(string: last))
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}

extension ServedAttachment {
    /// The header fields of its part, up to the empty line.
    fileprivate var header: String {
        // A parameter in quotation marks may hold anything; a line end in it would begin another field.
        let isPlain = contentType.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        let type = isPlain ? contentType : String(contentType.prefix { $0 != ";" })
        return "Content-Type: \(type)\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: \(sha2)\r\n\r\n"
    }
}
