/// Indents JSON that was written without white space.
enum PrettyJSON {
    /// The same values, one a line, indented by two spaces.
    static func text(_ compact: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(compact.count * 3 / 2)
        var (depth, isInString, isEscaped) = (0, false, false)
        func breakLine() {
            text.append(UInt8(ascii: "\n")); text.append(contentsOf: repeatElement(0x20, count: depth * 2))
        }
        for (offset, byte) in compact.enumerated() {
            if isInString {
                text.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                text.append(byte)
                // An empty one stays on its line; `{` and `}` differ by two, as do `[` and `]`.
                if compact[offset + 1] == byte + 2 { continue }
                depth += 1
                breakLine()
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if compact[offset - 1] != byte - 2 {
                    depth -= 1
                    breakLine()
                }
                text.append(byte)
            case UInt8(ascii: ","):
                text.append(byte)
                breakLine()
            case UInt8(ascii: ":"):
                text.append(byte)
                text.append(0x20)
            default:
                isInString = byte == UInt8(ascii: "\"")
                text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\n"))
        return text
    }
}
