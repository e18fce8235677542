extension Scanner {
    /// Scans a number by its grammar; its digits are never converted.
    mutating func scanNumber() throws(JSONError) {
        let start = offset
        if byte(offset) == UInt8(ascii: "-") { offset += 1 }
        if byte(offset) == UInt8(ascii: "0") {
            offset += 1
            if isDigit(byte(offset)) { throw failure(.syntax, at: offset, "A number begins with a superfluous 0.") }
        } else {
            try scanDigits()
        }
        if byte(offset) == UInt8(ascii: ".") {
            offset += 1
            try scanDigits()
        }
        if byte(offset) | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if byte(offset) == UInt8(ascii: "+") || byte(offset) == UInt8(ascii: "-") { offset += 1 }
            try scanDigits()
        }
        nodes.append(JSONNode(kind: .number, start: start, end: offset, next: nodes.count + 1))
    }

    private mutating func scanDigits() throws(JSONError) {
        guard isDigit(byte(offset)) else {
            throw failure(.syntax, at: offset, offset < count ? "A digit was expected." : "The text ends too early.")
        }
        repeat { offset += 1 } while isDigit(byte(offset))
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Scans `true`, `false` or `null`.
    mutating func scanWord(_ word: StaticString, _ kind: JSONKind, flags: UInt32) throws(JSONError) {
        let start = offset
        let length = word.utf8CodeUnitCount
        for index in 0..<length {
            guard unsafe byte(start + index) == word.utf8Start[index] else {
                let reason = start + index < count ? "A value was expected." : "The text ends too early."
                throw failure(.syntax, at: start + index, reason)
            }
        }
        offset += length
        nodes.append(JSONNode(kind: kind, start: start, end: offset, next: nodes.count + 1, flags: flags))
    }
}
