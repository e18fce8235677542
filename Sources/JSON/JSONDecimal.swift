/// Numbers by the value of their digits, without rounding: `1.0`, `1` and `10e-1` are one number.
public struct JSONDecimal: Comparable, Sendable {
    private let isNegative: Bool
    /// The digits without zeros at either end; none for zero.
    private let digits: [UInt8]
    /// Where the point stands, counted from before the first digit.
    private let point: Int

    /// The value of a JSON number's text.
    public init(_ lexeme: ArraySlice<UInt8>) {
        var rest = lexeme
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        let mantissa = rest.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        let exponent = Self.exponent(rest[mantissa.endIndex...].dropFirst())
        let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
        let all = whole + mantissa[whole.endIndex...].dropFirst()
        let leading = all.prefix { $0 == 0x30 }.count
        var significant = all.dropFirst(leading)
        while significant.last == 0x30 { significant = significant.dropLast() }
        digits = Array(significant)
        point = digits.isEmpty ? 0 : whole.count - leading + exponent
    }

    /// The value of an integer.
    public init(_ value: Int) {
        self.init(Array(String(value).utf8)[...])
    }

    /// Whether the value is a whole number.
    public var isInteger: Bool { digits.count <= point || digits.isEmpty }

    /// Whether the value is less than zero.
    public var isBelowZero: Bool { isNegative && !digits.isEmpty }

    /// The same text for the same value: `-0.125e3` style, digits and exponent.
    public var canonical: [UInt8] {
        if digits.isEmpty { return [0x30] }
        let sign: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        return sign + Array("0.".utf8) + digits + (point == 0 ? [] : Array("e\(point)".utf8))
    }

    /// Whether one number is less than another.
    public static func < (one: JSONDecimal, other: JSONDecimal) -> Bool {
        if one.isBelowZero != other.isBelowZero { return one.isBelowZero }
        return one.isBelowZero ? magnitude(other, isLessThan: one) : magnitude(one, isLessThan: other)
    }

    /// Whether two numbers have the same value.
    public static func == (one: JSONDecimal, other: JSONDecimal) -> Bool {
        one.digits == other.digits && one.point == other.point && one.isBelowZero == other.isBelowZero
    }

    private static func magnitude(_ one: JSONDecimal, isLessThan other: JSONDecimal) -> Bool {
        if one.digits.isEmpty || other.digits.isEmpty { return one.digits.isEmpty && !other.digits.isEmpty }
        if one.point != other.point { return one.point < other.point }
        return one.digits.lexicographicallyPrecedes(other.digits)
    }

    /// An exponent; beyond 10¹⁵ only its sign counts.
    private static func exponent(_ text: ArraySlice<UInt8>) -> Int {
        var rest = text
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        var value = 0
        for digit in rest { value = min(value * 10 + Int(digit - 0x30), 1_000_000_000_000_000) }
        return isNegative ? -value : value
    }
}
