extension Scanner {
    /// Scans a number by its grammar; its digits are never converted.
    @inline(__always)
    mutating func scanNumber() throws(JSONError) {
        let start = offset
        if byte(offset) == UInt8(ascii: "-") { offset += 1 }
        if byte(offset) == UInt8(ascii: "0") {
            offset += 1
            if isDigit(byte(offset)) { throw expected("A number begins with a superfluous 0.") }
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
            throw scanner.failure(
                .numberRange, at: start, "The number is larger, smaller or longer than numbers may be here.")
        }
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: range.map(byte), as: UTF8.self)
    }

    @inline(__always)
    private mutating func scanDigits() throws(JSONError) {
        guard isDigit(byte(offset)) else {
            throw expected("A digit was expected.")
        }
        repeat { offset += 1 } while isDigit(byte(offset))
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Where `true`, `false` or `null` ends.
    @inline(never)
    func wordEnd(_ word: StaticString) throws(JSONError) -> Int {
        let length = word.utf8CodeUnitCount
        for index in 0..<length {
            guard unsafe byte(offset + index) == word.utf8Start[index] else {
                let reason = offset + index < count ? "A value was expected." : "The text ends too early."
                throw failure(.syntax, at: offset + index, reason)
            }
        }
        return offset + length
    }
}
