extension JSONDecimal {
    /// A number of any length as its digits and the place of its point.
    struct Digits: Equatable {
        private let isNegative: Bool
        /// The digits without zeros at either end; none for zero.
        private let digits: [UInt8]
        /// Where the point stands, counted from before the first digit.
        private let point: Int

        init(_ lexeme: ArraySlice<UInt8>) {
            var rest = lexeme
            let hasMinus = rest.first == UInt8(ascii: "-")
            if hasMinus { rest = rest.dropFirst() }
            let mantissa = rest.prefix { $0 | 0x20 != UInt8(ascii: "e") }
            let exponent = Self.exponent(rest[mantissa.endIndex...].dropFirst())
            let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
            let all = whole + mantissa[whole.endIndex...].dropFirst()
            let leading = all.prefix { $0 == 0x30 }.count
            var significant = all.dropFirst(leading)
            while significant.last == 0x30 { significant = significant.dropLast() }
            digits = Array(significant)
            point = significant.isEmpty ? 0 : min(max(whole.count - leading + exponent, -Self.limit), Self.limit)
            isNegative = hasMinus && !significant.isEmpty
        }

        var isInteger: Bool { digits.isEmpty || digits.count <= point }

        var isBelowZero: Bool { isNegative }

        var canonical: [UInt8] {
            if digits.isEmpty { return [0x30] }
            let sign: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
            return sign + Array("0.".utf8) + digits + (point == 0 ? [] : Array("e\(point)".utf8))
        }

        func isLess(than other: Digits) -> Bool {
            if isNegative != other.isNegative { return isNegative }
            return isNegative ? other.hasLessMagnitude(than: self) : hasLessMagnitude(than: other)
        }

        private func hasLessMagnitude(than other: Digits) -> Bool {
            if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
            if point != other.point { return point < other.point }
            return digits.lexicographicallyPrecedes(other.digits)
        }

        /// Where the point is taken to stand when it stands even farther out.
        private static let limit = 1_000_000_000_000_000

        /// An exponent, cut to the limit.
        private static func exponent(_ text: ArraySlice<UInt8>) -> Int {
            var rest = text
            let isNegative = rest.first == UInt8(ascii: "-")
            if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            var value = 0
            for digit in rest { value = min(value * 10 + Int(digit - 0x30), limit) }
            return isNegative ? -value : value
        }
    }
}
