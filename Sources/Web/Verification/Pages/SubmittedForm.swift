internal import Hummingbird
internal import XAPI

/// The fields of a form that a browser posts with files (RFC 7578).
struct SubmittedForm {
    private var fields: [String: [UInt8]] = [:]

    /// Reads a form.
    /// - Throws: A 415 ``Problem`` for another media type, a 400 one for what is no such form, a 413 one beyond the limit.
    init(_ request: Request, upTo limit: Int) async throws {
        guard request.mediaType == "multipart/form-data", let type = request.headers[.contentType] else {
            throw Problem(.unsupportedMediaType, "media-type", "Send the form of this page, as multipart/form-data.")
        }
        let body = try await request.bytes(upTo: limit)
        do {
            var parser = MultipartParser(boundary: try MultipartBoundary.read(contentType: type))
            parser.append(body)
            parser.finish()
            try read(&parser)
        } catch let error as MultipartError {
            throw Problem(.badRequest, "form", "This is no form: \(error.reason)")
        }
    }

    /// The content of a field or file; nil when it is not there or empty.
    subscript(name: String) -> [UInt8]? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// The text of a field without white space around it; nil when it is not there or has nothing else.
    func text(_ name: String) -> String? {
        guard let bytes = fields[name] else { return nil }
        let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return nil }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    private mutating func read(_ parser: inout MultipartParser) throws {
        var name: String?
        while let event = try parser.next() {
            switch event {
            case .part(let headers):
                name = Self.name(headers["content-disposition"] ?? "")
                guard fields.count < 20 else { throw Problem(.badRequest, "form", "The form has too many fields.") }
                if let name { fields[name] = fields[name] ?? [] }
            case .content(let bytes):
                if let name { fields[name, default: []] += bytes }
            case .endOfPart: name = nil
            }
        }
    }

    /// The parameter `name` of `form-data; name="text"; filename="badge.png"`.
    private static func name(_ disposition: String) -> String? {
        for parameter in disposition.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\"" } }
            if parts.count == 2, parts[0].lowercased() == "name" { return parts[1] }
        }
        return nil
    }
}
