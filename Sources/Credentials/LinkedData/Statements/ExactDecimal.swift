/// Decimal digits of doubles, rounded from their exact values.
///
/// The fewest digits that name a double, which `description` gives, are not always the first digits of its value.
enum ExactDecimal {
    private static let least: UInt64 = 1_000_000_000_000_000

    /// The nearest number of sixteen digits, even ones when two are as near, and the power of ten of its first digit.
    static func sixteenDigits(of number: Double) -> (significand: UInt64, exponent: Int) {
        let exponent = exponent(number)
        let significand = nearest(to: number, power: exponent - 15)
        // What is named by a power of ten may itself be less, or become one by rounding.
        if significand < least { return (nearest(to: number, power: exponent - 16), exponent - 1) }
        return significand < least * 10 ? (significand, exponent) : (significand / 10, exponent + 1)
    }

    /// The whole number nearest to a number divided by a power of ten.
    private static func nearest(to number: Double, power: Int) -> UInt64 {
        let mantissa = number.significandBitPattern | (number.isNormal ? 1 << 52 : 0)
        let two = Int(number.isNormal ? number.exponentBitPattern : 1) - 1075
        // Twice the number on one side, a unit on the other, both whole.
        var value = Natural(mantissa)
        value.multiply(by: 2, times: max(two, 0) + 1)
        value.multiply(by: 10, times: max(-power, 0))
        var unit = Natural(1)
        unit.multiply(by: 2, times: max(-two, 0))
        unit.multiply(by: 10, times: max(power, 0))
        // The least whole number from which the number isn't further than half a unit.
        var (low, high) = (UInt64(0), least * 100)
        while low < high {
            let middle = (low + high) / 2
            if unit.times(2 * middle + 1) < value { low = middle + 1 } else { high = middle }
        }
        return low % 2 == 1 && unit.times(2 * low + 1) == value ? low + 1 : low
    }

    /// The power of ten of the first of the fewest digits that still name a number.
    private static func exponent(_ number: Double) -> Int {
        let parts = number.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let leading = mantissa.joined().prefix { $0 == "0" }.count
        let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return mantissa[0].utf8.count - leading - 1 + power
    }
}

/// A natural number of any size, just enough of it to compare products.
private struct Natural: Comparable {
    /// The words from the least; the last isn't zero.
    private var words: [UInt32]

    init(_ number: UInt64) {
        words = [UInt32(truncatingIfNeeded: number), UInt32(number >> 32)]
        trim()
    }

    /// Multiplies by a power of 2 or 10, sixteen times at once.
    mutating func multiply(by factor: UInt64, times: Int) {
        let sixteenth = (0..<16).reduce(UInt64(1)) { product, _ in product * factor }
        for _ in 0..<times / 16 { self = self.times(sixteenth) }
        for _ in 0..<times % 16 { self = self.times(factor) }
    }

    /// The product with a factor.
    func times(_ factor: UInt64) -> Natural {
        var product = self
        var carry: UInt128 = 0
        for index in words.indices {
            let sum = UInt128(words[index]) * UInt128(factor) + carry
            product.words[index] = UInt32(truncatingIfNeeded: sum)
            carry = sum >> 32
        }
        while carry > 0 {
            product.words.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        product.trim()
        return product
    }

    private mutating func trim() {
        while words.last == 0 { words.removeLast() }
    }

    static func < (left: Natural, right: Natural) -> Bool {
        if left.words.count != right.words.count { return left.words.count < right.words.count }
        return left.words.reversed().lexicographicallyPrecedes(right.words.reversed())
    }
}
