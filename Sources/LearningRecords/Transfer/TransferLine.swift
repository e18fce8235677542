/// The kinds of lines in which statements move between stores (NDJSON).
///
/// - A statement as a record store serves it, with `id`, `stored`, `authority` and `version`.
/// - `{"attachment":{"sha2":…,"length":…,"offset":…,"data":…}}`: a piece of the data of an attachment, in Base64. The
///   pieces of one content follow each other, from the first byte to the last, before the first statement that has it.
/// - `{"received":"…"}`: the bytes in which a client had sent the statement of the next line, where it is not served byte
///   for byte.
///
/// No statement has members of those names, so no line is two of them.
enum TransferLine {
    case blank, statement, attachment, received

    /// The most bytes of data on a line.
    static let pieceBytes = 512 << 10

    /// Finds the kind of a line by its first member.
    init(_ line: [UInt8]) {
        let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
        var rest = line.drop(while: isSpace)
        guard let first = rest.popFirst() else {
            self = .blank
            return
        }
        rest = rest.drop(while: isSpace)
        if first != UInt8(ascii: "{") {
            self = .statement
        } else if rest.starts(with: #""attachment""#.utf8) {
            self = .attachment
        } else if rest.starts(with: #""received""#.utf8) {
            self = .received
        } else {
            self = .statement
        }
    }
}
