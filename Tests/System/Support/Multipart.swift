import Foundation
import SigningSupport

/// A body of `multipart/mixed`: statements, and the data of their attachments.
struct Multipart {
    /// A part.
    struct Part: Equatable {
        var fields: [String: String]
        var content: Data
    }

    var boundary = "-------314159265358979323846"
    var parts: [Part]

    /// Statements, and attachments with the fields that they must have.
    init(_ statements: String, _ attachments: [String] = [], type: String = "text/plain") {
        parts = [Part(fields: ["Content-Type": "application/json"], content: Data(statements.utf8))]
        for text in attachments {
            parts.append(Part(fields: Self.fields(of: text, type: type), content: Data(text.utf8)))
        }
    }

    /// The fields of an attachment's part.
    static func fields(of text: String, type: String = "text/plain") -> [String: String] {
        [
            "Content-Type": type, "Content-Transfer-Encoding": "binary",
            "X-Experience-API-Hash": TestJWS.sha256(text.utf8),
        ]
    }

    /// The members of a statement that declare attachments, with a comma before them.
    static func declaration(_ texts: [String], length: Int? = nil, url: Bool = false) -> String {
        let list = texts.map { text in
            #"{"usageType":"http://example.org/u","display":{"en":"An attachment"},"contentType":"text/plain","#
                + #""length":\#(length ?? text.utf8.count),"sha2":"\#(TestJWS.sha256(text.utf8))""#
                + (url ? #","fileUrl":"http://example.org/f""# : "") + "}"
        }
        return #","attachments":[\#(list.joined(separator: ","))]"#
    }

    /// The whole body.
    var data: Data {
        var data = Data()
        for part in parts {
            data += Data("--\(boundary)\r\n".utf8)
            for (name, value) in part.fields.sorted(by: { $0.key < $1.key }) {
                data += Data("\(name): \(value)\r\n".utf8)
            }
            data += Data("\r\n".utf8) + part.content + Data("\r\n".utf8)
        }
        return data + Data("--\(boundary)--\r\n".utf8)
    }

    /// Takes an answer apart.
    init(answer: Answer) throws {
        let type = answer.header("Content-Type") ?? ""
        guard type.hasPrefix("multipart/mixed; boundary=") else { throw Answer.Unexpected(answer: answer) }
        boundary = String(type.dropFirst("multipart/mixed; boundary=".count))
        parts = []
        let delimiter = Data("\r\n--\(boundary)".utf8)
        var rest = Data("\r\n".utf8) + answer.body
        guard rest.starts(with: delimiter) else { throw Answer.Unexpected(answer: answer) }
        rest = Data(rest.dropFirst(delimiter.count))
        while !rest.starts(with: Data("--\r\n".utf8)) {
            guard let head = rest.range(of: Data("\r\n\r\n".utf8)), let end = rest.range(of: delimiter),
                head.upperBound <= end.lowerBound
            else { throw Answer.Unexpected(answer: answer) }
            var fields: [String: String] = [:]
            for line in String(decoding: rest[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n") {
                let pair = line.split(separator: ":", maxSplits: 1)
                fields[String(pair[0])] = pair.last.map { $0.trimmingCharacters(in: .whitespaces) }
            }
            parts.append(Part(fields: fields, content: Data(rest[head.upperBound..<end.lowerBound])))
            rest = Data(rest[end.upperBound...])
        }
    }
}

extension Client {
    /// Sends a body of multipart/mixed.
    func send(
        _ multipart: Multipart, method: String = "POST", path: String = "/xapi/statements", type: String? = nil
    ) async throws -> Answer {
        let type = type ?? "multipart/mixed; boundary=\"\(multipart.boundary)\""
        return try await send(method, path, body: multipart.data, headers: ["Content-Type": type])
    }

    /// Gets statements with their attachments.
    func attachments(_ query: String) async throws -> Multipart {
        try Multipart(answer: try await get("/xapi/statements?\(query)&attachments=true").expecting(200))
    }
}
