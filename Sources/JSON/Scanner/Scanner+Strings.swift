extension Scanner {
    /// Scans a string from its opening quote: eight plain ASCII bytes at a time, the rest one by one.
    @inline(__always)
    mutating func scanString(isKey: Bool) throws(JSONError) {
        let start = offset
        offset &+= 1
        var flags: UInt32 = isKey ? JSONNode.keyFlag : 0
        while true {
            skipPlainText()
            let current = byte(offset)
            if current == UInt8(ascii: "\"") { break }
            if current == UInt8(ascii: "\\") {
                flags |= JSONNode.escapedFlag
                offset = try escapeEnd()
            } else if current >= 0x80 {
                offset = try multibyteEnd(current)
            } else if current < 0x20 {
                throw controlCharacter(current)
            } else {
                offset &+= 1
            }
        }
        offset &+= 1
        if isKey {
            appendName(start, offset, flags: flags)
        } else {
            nodes.append(JSONNode(kind: .string, start: start, end: offset, next: nodes.count &+ 1, flags: flags))
        }
    }

    /// Skips eight bytes at a time while none of them is a quote, a backslash, a control or beyond ASCII.
    @inline(__always)
    private mutating func skipPlainText() {
        while offset &+ 8 <= count {
            let hits = Self.specialBytes(word(offset))
            if hits != 0 {
                offset &+= hits.trailingZeroBitCount &>> 3
                return
            }
            offset &+= 8
        }
    }

    /// A byte's high bit is set where the byte is a special one; borrows only spoil bytes behind a hit.
    @inline(__always)
    private static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quote = (word ^ (ones &* 0x22)) &- ones
        let backslash = (word ^ (ones &* 0x5C)) &- ones
        // Where a byte itself has its high bit set it is special anyway, so nothing needs to be masked by it.
        return (quote | backslash | (word &- (ones &* 0x20)) | word) & highs
    }

    @inline(never)
    private func controlCharacter(_ current: UInt8) -> JSONError {
        guard offset < count else { return failure(.syntax, at: offset, "The text ends inside a string.") }
        let rule: JSONRule = current == 0 ? .nul : .syntax
        return failure(rule, at: offset, "A control character stands unescaped in a string.")
    }

    /// Where an escape sequence ends.
    @inline(never)
    private func escapeEnd() throws(JSONError) -> Int {
        var scanner = self
        try scanner.scanEscape()
        return scanner.offset
    }

    private mutating func scanEscape() throws(JSONError) {
        let start = offset
        switch byte(offset + 1) {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 2
        case UInt8(ascii: "u"):
            let unit = try scanCodeUnit(at: offset + 2)
            offset += 6
            if unit == 0, !limits.acceptsNUL { throw failure(.nul, at: start, "The escape \\u0000 is not accepted.") }
            if unit & 0xFC00 == 0xDC00 { throw failure(.loneSurrogate, at: start, "A low surrogate stands alone.") }
            guard unit & 0xFC00 == 0xD800 else { return }
            guard byte(offset) == UInt8(ascii: "\\"), byte(offset + 1) == UInt8(ascii: "u"),
                try scanCodeUnit(at: offset + 2) & 0xFC00 == 0xDC00
            else { throw failure(.loneSurrogate, at: start, "A high surrogate stands alone.") }
            offset += 6
        default:
            let reason = offset + 1 < count ? "An unknown escape sequence." : "The text ends inside a string."
            throw failure(.syntax, at: start, reason)
        }
    }

    private func scanCodeUnit(at index: Int) throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for position in index..<index + 4 {
            guard let digit = Escapes.hexValue(byte(position)) else {
                let reason = position < count ? "\\u needs four hexadecimal digits." : "The text ends inside a string."
                throw failure(.syntax, at: position, reason)
            }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// Where a character beyond ASCII ends: no overlong form, no surrogate, nothing over U+10FFFF.
    @inline(never)
    private func multibyteEnd(_ lead: UInt8) throws(JSONError) -> Int {
        let second = byte(offset + 1)
        let length: Int
        let seconds: ClosedRange<UInt8>
        switch lead {
        case 0xC2...0xDF: (length, seconds) = (2, 0x80...0xBF)
        case 0xE0: (length, seconds) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE, 0xEF: (length, seconds) = (3, 0x80...0xBF)
        case 0xED: (length, seconds) = (3, 0x80...0x9F)
        case 0xF0: (length, seconds) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, seconds) = (4, 0x80...0xBF)
        case 0xF4: (length, seconds) = (4, 0x80...0x8F)
        default: throw failure(.utf8, at: offset, "The byte begins no UTF-8 character.")
        }
        guard seconds.contains(second) else { throw failure(.utf8, at: offset, "A UTF-8 character is malformed.") }
        for index in 2..<4 where index < length && byte(offset + index) & 0xC0 != 0x80 {
            throw failure(.utf8, at: offset, "A UTF-8 character is malformed.")
        }
        return offset + length
    }
}
