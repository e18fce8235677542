internal import FoundationEssentials
internal import JSON
internal import XAPI

/// A piece of the data of an attachment; see ``TransferLine``.
struct AttachmentPiece {
    let sha2: String
    let length: Int64
    let offset: Int64
    let data: [UInt8]

    /// Whether it is the last one.
    var isLast: Bool { offset + Int64(data.count) == length }

    init(sha2: String, length: Int64, offset: Int64, data: [UInt8]) {
        self.sha2 = sha2
        self.length = length
        self.offset = offset
        self.data = data
    }

    /// Reads a line.
    /// - Throws: What is wrong with it.
    init(line: [UInt8]) throws(StatementRejection) {
        let document: JSONDocument
        do { document = try JSONDocument(parsing: line) } catch { throw StatementRejection(error) }
        guard let piece = document.member(0, "attachment"), document.next(0) == document.next(piece),
            document.kind(piece) == .object
        else { throw Self.refusal("", "A line has attachment as its only member, an object.") }
        let isText: (Int) -> Bool = { document.kind($0) == .string }
        guard let sha2 = document.member(piece, "sha2").filter(isText).map(document.string),
            [56, 64, 96, 128].contains(sha2.utf8.count), sha2.utf8.allSatisfy(Self.isDigit)
        else { throw Self.refusal("/sha2", "It is not a SHA-2 digest in hexadecimal.") }
        guard let length = document.member(piece, "length").flatMap({ Int64(document.lexeme($0)) }), length >= 0 else {
            throw Self.refusal("/length", "It is not a number of bytes.")
        }
        guard let offset = document.member(piece, "offset").flatMap({ Int64(document.lexeme($0)) }), offset >= 0 else {
            throw Self.refusal("/offset", "It is not a number of bytes.")
        }
        guard
            let data = document.member(piece, "data").filter(isText).map(document.string)
                .flatMap({ Data(base64Encoded: $0) })
        else { throw Self.refusal("/data", "It is not Base64.") }
        guard Int64(data.count) <= length - offset, !data.isEmpty || length == 0 else {
            throw Self.refusal("/data", "It is empty, or goes beyond the length.")
        }
        self.init(sha2: sha2.lowercased(), length: length, offset: offset, data: Array(data))
    }

    /// Writes the line, with its end.
    func line() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "attachment",
                object: { writer in
                    writer.member("sha2", string: sha2)
                    writer.member("length", number: length)
                    writer.member("offset", number: offset)
                    writer.member("data", string: Data(data).base64EncodedString())
                })
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    /// A fault of a piece.
    static func refusal(_ pointer: String, _ reason: String, rule: String = "attachment-piece") -> StatementRejection {
        StatementRejection(violations: [
            Violation(index: nil, pointer: "/attachment" + pointer, rule: rule, reason: reason)
        ])
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
    }
}

extension Optional {
    fileprivate func filter(_ isFit: (Wrapped) -> Bool) -> Wrapped? { flatMap { isFit($0) ? $0 : nil } }
}
