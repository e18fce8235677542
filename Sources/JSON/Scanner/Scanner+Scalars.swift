extension Scanner {
    /// Scans a number by its grammar; its digits are never converted.
    @inline(__always)
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
        var exponent: Int?
        if byte(offset) | 0x20 == UInt8(ascii: "e") {
            offset += 1
            exponent = offset
            if byte(offset) == UInt8(ascii: "+") || byte(offset) == UInt8(ascii: "-") { offset += 1 }
            try scanDigits()
        }
        if limits.boundsNumbers, exponent != nil || offset - start > 300 {
            try checkBounds(start: start, exponent: exponent)
        }
        nodes.append(JSONNode(kind: .number, start: start, end: offset, next: nodes.count + 1))
    }

    /// Refuses a number that only few readers can hold; few numbers are so written that they need to be looked at.
    @inline(never)
    private func checkBounds(start: Int, exponent: Int?) throws(JSONError) {
        let lexeme = text(start..<offset)
        let magnitude = exponent.map { text($0..<offset).drop { !("1"..."9").contains($0) } } ?? ""
        guard lexeme.utf8.count <= 1000, magnitude.utf8.count <= 3, (Int(magnitude) ?? 0) <= 400,
            let value = Double(lexeme), value.isFinite
        else {
            var scanner = self
            scanner.offset = start
            throw scanner.failure(.numberRange, at: start, "The number is larger, smaller or longer than numbers may be here.")
        }
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: range.map(byte), as: UTF8.self)
    }

    @inline(__always)
    private mutating func scanDigits() throws(JSONError) {
        guard isDigit(byte(offset)) else {
            throw failure(.syntax, at: offset, offset < count ? "A digit was expected." : "The text ends too early.")
        }
        repeat { offset += 1 } while isDigit(byte(offset))
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Scans `true`, `false` or `null`.
    @inline(__always)
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
