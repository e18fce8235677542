/// The `boundary` parameter of a `Content-Type` (RFC 2046 §5.1.1).
public enum MultipartBoundary {
    /// Reads it, in quotation marks or without; without, everything up to a semicolon or space counts, for clients write
    /// characters there that need the marks.
    ///
    /// - Throws: A ``MultipartError`` when there is none, or it is empty or longer than 70 characters.
    public static func read(contentType: String) throws(MultipartError) -> [UInt8] {
        var rest = contentType.utf8.drop { $0 != UInt8(ascii: ";") }
        while rest.popFirst() != nil {
            rest = rest.drop(while: isSpace)
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
            rest = rest[name.endIndex...]
            var value: [UInt8] = []
            if rest.first == UInt8(ascii: "=") { value = takeValue(&rest) }
            if name.prefix(while: { !isSpace($0) }).map(\.lowercased).elementsEqual("boundary".utf8) {
                return try checked(value)
            }
            rest = rest.drop { $0 != UInt8(ascii: ";") }
        }
        throw MultipartError(.boundary, "Content-Type has no parameter boundary, so the parts cannot be told apart.")
    }

    private static func takeValue(_ rest: inout Substring.UTF8View) -> [UInt8] {
        rest = rest.dropFirst().drop(while: isSpace)
        guard rest.first == UInt8(ascii: "\"") else {
            let value = rest.prefix { $0 != UInt8(ascii: ";") && !isSpace($0) }
            rest = rest[value.endIndex...]
            return Array(value)
        }
        rest = rest.dropFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\") else {
                value.append(byte)
                continue
            }
            if let escaped = rest.popFirst() { value.append(escaped) }
        }
        return value
    }

    private static func checked(_ boundary: [UInt8]) throws(MultipartError) -> [UInt8] {
        guard (1...70).contains(boundary.count), boundary.last != 0x20,
            boundary.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else {
            throw MultipartError(
                .boundary, "The boundary must be 1 to 70 printable ASCII characters, the last of them no space.")
        }
        return boundary
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
