/// IRIs (RFC 3987): absolute, with a scheme, and without the characters that the grammar excludes.
///
/// Text beyond ASCII is taken as it is; the authority's inner grammar isn't checked, as the specification allows.
enum IRIText {
    /// Whether the text is an absolute IRI.
    static func isValid(_ text: Span<UInt8>) -> Bool {
        guard let rest = afterScheme(text), rest < text.count else { return false }
        return hasOnlyAllowedBytes(text, from: rest)
    }

    /// Whether the text is an absolute URI: an IRI in ASCII.
    static func isURI(_ text: Span<UInt8>) -> Bool {
        text.allSatisfy { $0 < 0x80 } && isValid(text)
    }

    /// Where the text goes on behind a scheme and its colon.
    private static func afterScheme(_ text: Span<UInt8>) -> Int? {
        if let rest = afterWebScheme(text) { return rest }
        guard text.count > 1, text[0].isLetter else { return nil }
        for index in 1..<text.count {
            let byte = text[index]
            if byte == UInt8(ascii: ":") { return index + 1 }
            let isAllowed =
                byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            guard isAllowed else { return nil }
        }
        return nil
    }

    /// Where the text goes on behind `http:` or `https:`, with which and two slashes nearly all IRIs begin.
    @inline(__always)
    private static func afterWebScheme(_ text: Span<UInt8>) -> Int? {
        guard text.count >= 8 else { return nil }
        // The text has eight bytes.
        let word = unsafe UInt64(
            littleEndian: text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self))
        if word == 0x2F2F_3A73_7074_7468 { return 6 }
        return word & 0x00FF_FFFF_FFFF_FFFF == 0x002F_2F3A_7074_7468 ? 5 : nil
    }

    /// Whether the byte stands for itself wherever it occurs: unreserved characters, and most reserved ones.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        // One bit for each of "!$&'()*+,-./0-9:;=?" below 64, and "@A-Z[]_a-z~" above.
        let low: UInt64 = 0xAFFF_FFD2_0000_0000
        let high: UInt64 = 0x47FF_FFFE_AFFF_FFFF
        guard byte < 0x80 else { return false }
        return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
    }

    /// Whether eight bytes all stand for themselves; sometimes false although they do.
    @inline(__always)
    private static func arePlain(_ text: Span<UInt8>, from index: Int) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // The caller vouches for eight bytes from the index on; in which order they are doesn't matter.
        let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
        // Each makes a byte's high bit where the byte is: beyond ASCII, a control or space, a quotation mark or "#",
        // "%", one of "<>\\^|" (or "~"), a grave accent, one of "{|}" or DEL (or "~"). A carry only spoils other bytes
        // where there is such a one.
        var special = word | (word &- ones &* 0x21)
        special |= ((word & (ones &* 0xFE)) ^ (ones &* 0x22)) &- ones
        special |= (word ^ (ones &* 0x25)) &- ones
        special |= ((word & (ones &* 0x9D)) ^ (ones &* 0x1C)) &- ones
        special |= (word ^ (ones &* 0x60)) &- ones
        special |= word &+ (ones &* 0x05)
        return special & (ones &* 0x80) == 0
    }

    private static func hasOnlyAllowedBytes(_ text: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        var hasFragment = false
        while index &+ 8 <= text.count, arePlain(text, from: index) { index &+= 8 }
        // The rest, with some bytes again that are known to be plain.
        if text.count &- index < 8, text.count >= 8, arePlain(text, from: text.count &- 8) { return true }
        while index < text.count {
            let byte = text[index]
            if isPlain(byte) {
                index += 1
                continue
            }
            switch byte {
            case 0...0x20, 0x7F: return false
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
                return false
            case UInt8(ascii: "#"):
                if hasFragment { return false }
                hasFragment = true
            case UInt8(ascii: "%"):
                guard index + 2 < text.count, text[index + 1].isHexDigit, text[index + 2].isHexDigit else {
                    return false
                }
                index += 2
            case 0xC2:
                // U+0080 to U+009F are controls, U+00A0 is the first character an IRI may hold.
                guard index + 1 < text.count, text[index + 1] >= 0xA0 else { return false }
            default: break
            }
            index += 1
        }
        return true
    }
}
