/// Numbers as graphs write them: whole ones by their digits, others with an exponent.
enum GraphNumber {
    /// The literal of a number by its digits; `xsd:integer` or `xsd:double` unless it has a datatype.
    static func literal(_ lexeme: RDFText, datatype: RDFText?) -> RDFLiteral {
        if datatype != Vocabulary.double, let digits = integer(lexeme) {
            return RDFLiteral(RDFText(digits), datatype: datatype ?? Vocabulary.integer)
        }
        let number = Double(lexeme.string) ?? .infinity
        return RDFLiteral(RDFText(double(number)), datatype: datatype ?? Vocabulary.double)
    }

    /// The digits of a whole number below 10²¹; nil for others.
    private static func integer(_ lexeme: RDFText) -> String? {
        let isWritten = lexeme.bytes.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
        if isWritten, lexeme.bytes.filter({ $0 != UInt8(ascii: "-") }).count <= 21 {
            return lexeme == "-0" ? "0" : lexeme.string
        }
        guard let number = Double(lexeme.string), number == number.rounded(.towardZero), number.magnitude < 1e21 else {
            return nil
        }
        return number == 0 ? "0" : String(Int128(number))
    }

    /// A number with sixteen significant digits at most, one of them before the point: `%1.15E` without zeros.
    static func double(_ number: Double) -> String {
        guard number.isFinite else { return number < 0 ? "-INF" : "INF" }
        if number == 0 { return number.sign == .minus ? "-0.0E0" : "0.0E0" }
        var (digits, exponent) = shortest(number.magnitude)
        if digits.count > 16 {
            let isUp = roundsUp(digits, exponent, number.magnitude)
            digits.removeLast(digits.count - 16)
            if isUp { increment(&digits, &exponent) }
        }
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        let fraction = digits.count > 1 ? digits.dropFirst().map { String($0) }.joined() : "0"
        return "\(number < 0 ? "-" : "")\(digits[0]).\(fraction)E\(exponent)"
    }

    /// The fewest digits that still name a number, the first of them not zero, and its power of ten.
    private static func shortest(_ number: Double) -> (digits: [UInt8], exponent: Int) {
        let parts = number.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let all = mantissa.joined().utf8.map { $0 - 0x30 }
        let leading = all.prefix { $0 == 0 }.count
        var digits = Array(all.dropFirst(leading))
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return (digits, mantissa[0].utf8.count - leading - 1 + power)
    }

    /// Whether a number of seventeen digits is nearer to the greater of its neighbours with sixteen.
    private static func roundsUp(_ digits: [UInt8], _ exponent: Int, _ number: Double) -> Bool {
        if digits[16] != 5 { return digits[16] > 5 }
        // The digits end midway: whether the number itself is greater or less than what they say decides.
        let mantissa = UInt64(number.significandBitPattern) | (number.isNormal ? 1 << 52 : 0)
        let two = Int(number.isNormal ? number.exponentBitPattern : 1) - 1075
        let ten = exponent - 16
        var exact = Natural(mantissa)
        var written = Natural(digits.reduce(0) { $0 * 10 + UInt64($1) })
        exact.multiply(by: 2, times: max(two, 0))
        exact.multiply(by: 10, times: max(-ten, 0))
        written.multiply(by: 2, times: max(-two, 0))
        written.multiply(by: 10, times: max(ten, 0))
        if exact.words == written.words { return digits[15] % 2 == 1 }
        return exact.isGreater(than: written)
    }

    private static func increment(_ digits: inout [UInt8], _ exponent: inout Int) {
        var index = digits.count - 1
        while index >= 0, digits[index] == 9 {
            digits[index] = 0
            index -= 1
        }
        if index >= 0 {
            digits[index] += 1
        } else {
            digits.insert(1, at: 0)
            digits.removeLast()
            exponent += 1
        }
    }
}

/// A natural number of any size, just enough of it to compare products.
private struct Natural {
    /// The words from the least; the last isn't zero.
    private(set) var words: [UInt32]

    init(_ number: UInt64) {
        words = [UInt32(truncatingIfNeeded: number), UInt32(number >> 32)]
        while words.last == 0 { words.removeLast() }
    }

    mutating func multiply(by factor: UInt64, times: Int) {
        for _ in 0..<times {
            var carry: UInt64 = 0
            for index in words.indices {
                let product = UInt64(words[index]) * factor + carry
                words[index] = UInt32(truncatingIfNeeded: product)
                carry = product >> 32
            }
            if carry > 0 { words.append(UInt32(carry)) }
        }
    }

    func isGreater(than other: Natural) -> Bool {
        if words.count != other.words.count { return words.count > other.words.count }
        return other.words.reversed().lexicographicallyPrecedes(words.reversed())
    }
}
