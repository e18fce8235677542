internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import XAPI

/// A form that stands for a request: header fields, parameters and content as form parameters (xAPI 1.0.3
/// Communication §1.3).
struct AlternateRequestForm {
    /// The header fields that a form may hold; all others come as header fields.
    private static let fields: [HTTPField.Name] = [
        .authorization, .xapiVersion, .contentType, .contentLength, .ifMatch, .ifNoneMatch,
    ]

    private var head: HTTPRequest
    private var query: [String] = []
    private var content: String?

    /// A form that came with this head.
    init(_ head: HTTPRequest) {
        self.head = head
        // They speak of the form, not of what is in it.
        self.head.headerFields[.contentType] = nil
        self.head.headerFields[.contentLength] = nil
        self.head.headerFields[.transferEncoding] = nil
    }

    /// Takes one parameter of the form.
    mutating func add(_ value: String, for name: String) {
        if name == "content" {
            content = value
        } else if let field = Self.fields.first(where: { $0.canonicalName == name.lowercased() }) {
            head.headerFields[field] = value
        } else {
            query.append(Self.encoded(name) + "=" + Self.encoded(value))
        }
    }

    /// The request that it stands for.
    func request(_ method: HTTPRequest.Method) throws -> Request {
        if let version = head.headerFields[.xapiVersion], XAPIVersion(header: version) == .v2_0 {
            throw Self.notInVersion
        }
        var head = head
        head.method = method
        let path = (head.path ?? "").prefix { $0 != "?" }
        head.path = query.isEmpty ? String(path) : path + "?" + query.joined(separator: "&")
        let needsContent = method == .put || method == .post
        guard needsContent == (content != nil) || !needsContent else {
            throw Self.fault("content: missing; \(method.rawValue) sends its body in it.")
        }
        let body = needsContent ? content ?? "" : ""
        if needsContent {
            if head.headerFields[.contentType] == nil { head.headerFields[.contentType] = "application/json" }
            head.headerFields[.contentLength] = String(body.utf8.count)
        } else {
            head.headerFields[.contentLength] = nil
        }
        return Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
    }

    /// What a request in this syntax does wrong.
    static func fault(_ detail: String) -> Problem {
        Problem(.badRequest, "alternate-syntax", "\(detail) (xAPI 1.0.3 Communication §1.3)")
    }

    /// The syntax is no part of the version.
    static var notInVersion: Problem {
        Problem(
            .badRequest, "alternate-syntax",
            "method: xAPI 2.0 has no alternate request syntax; send the request itself, or X-Experience-API-Version 1.0.3."
        )
    }

    /// Percent-encoding of all but unreserved characters.
    private static func encoded(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.append(byte)
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += Array((byte < 16 ? "%0" : "%").utf8) + Array(digits.utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
