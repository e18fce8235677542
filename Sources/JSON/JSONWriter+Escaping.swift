extension JSONWriter {
    /// Appends a quoted string; escapes only what JSON demands, in the shortest way, as RFC 8785 does.
    public static func append(string text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        let isDone: Void? = text.withContiguousStorageIfAvailable { buffer in
            append(text: unsafe buffer.span, to: &bytes)
        }
        if isDone == nil {
            let copy = Array(text)
            append(text: copy.span, to: &bytes)
        }
    }

    /// Appends a quoted string; escapes only what JSON demands, in the shortest way, as RFC 8785 does.
    public static func append(text: Span<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for index in text.indices {
            let byte = text[index]
            if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
                bytes.append(byte)
            } else {
                append(escaped: byte, to: &bytes)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case 0x08: append(UInt8(ascii: "\\"), UInt8(ascii: "b"), to: &bytes)
        case 0x09: append(UInt8(ascii: "\\"), UInt8(ascii: "t"), to: &bytes)
        case 0x0A: append(UInt8(ascii: "\\"), UInt8(ascii: "n"), to: &bytes)
        case 0x0C: append(UInt8(ascii: "\\"), UInt8(ascii: "f"), to: &bytes)
        case 0x0D: append(UInt8(ascii: "\\"), UInt8(ascii: "r"), to: &bytes)
        case ..<0x20:
            bytes.append(contentsOf: "\\u00".utf8)
            append(hexDigit(byte >> 4), hexDigit(byte & 0xF), to: &bytes)
        default: append(UInt8(ascii: "\\"), byte, to: &bytes)
        }
    }

    private static func append(_ one: UInt8, _ other: UInt8, to bytes: inout [UInt8]) {
        bytes.append(one)
        bytes.append(other)
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
