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

    /// Whether everyone reads the same number: those who know doubles alone, too.
    static func isExact(_ lexeme: RDFText) -> Bool {
        guard let number = Double(lexeme.string), number.isFinite else { return false }
        return number != number.rounded(.towardZero) || number.magnitude < 0x1p53
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
        let (significand, exponent) = ExactDecimal.sixteenDigits(of: number.magnitude)
        var digits = String(significand)
        let first = digits.removeFirst()
        while digits.hasSuffix("0"), digits.utf8.count > 1 { digits.removeLast() }
        return "\(number < 0 ? "-" : "")\(first).\(digits)E\(exponent)"
    }
}
