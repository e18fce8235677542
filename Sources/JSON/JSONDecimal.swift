/// Numbers by the value of their digits, without rounding: `1.0`, `1` and `10e-1` are one number.
public struct JSONDecimal: Comparable, Sendable {
    /// The value in billionths, when it is written with at most nine digits on either side of the point.
    private let billionths: Int64?
    private let lexeme: ArraySlice<UInt8>

    /// The value of a JSON number's text.
    public init(_ lexeme: ArraySlice<UInt8>) {
        self.lexeme = lexeme
        self.billionths = Self.billionths(lexeme)
    }

    /// The value of an integer.
    public init(_ value: Int) {
        self.init(Array(String(value).utf8)[...])
    }

    /// Whether the value is a whole number.
    public var isInteger: Bool {
        if let billionths { return billionths % 1_000_000_000 == 0 }
        return Digits(lexeme).isInteger
    }

    /// Whether the value is less than zero.
    public var isBelowZero: Bool {
        if let billionths { return billionths < 0 }
        return Digits(lexeme).isBelowZero
    }

    /// One text for each value: `0.` and the digits, and where needed an exponent.
    public var canonical: [UInt8] { Digits(lexeme).canonical }

    /// Appends the ``canonical`` text of a JSON number's text.
    public static func appendCanonical(_ lexeme: Span<UInt8>, to bytes: inout [UInt8]) {
        var digits: UInt64 = 0
        var (count, whole, isNegative, isBehindPoint, isShort) = (0, 0, false, false, lexeme.count <= 18)
        for index in lexeme.indices where isShort {
            let byte = lexeme[index]
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isBehindPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits = digits &* 10 &+ UInt64(byte &- 0x30)
                // Zeros before the first other digit count for nothing but the place of the point.
                if digits != 0 { count &+= 1 }
                if digits != 0, !isBehindPoint { whole &+= 1 }
                if digits == 0, isBehindPoint { whole &-= 1 }
            default: isShort = false
            }
        }
        guard isShort else {
            var copy: [UInt8] = []
            for index in lexeme.indices { copy.append(lexeme[index]) }
            return bytes.append(contentsOf: JSONDecimal(copy[...]).canonical)
        }
        if digits == 0 { return bytes.append(0x30) }
        while digits.isMultiple(of: 10) {
            digits /= 10
            count &-= 1
        }
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        bytes.append(0x30)
        bytes.append(UInt8(ascii: "."))
        let start = bytes.count
        for _ in 0..<count { bytes.append(0x30) }
        while count > 0 {
            count &-= 1
            bytes[start &+ count] = UInt8(truncatingIfNeeded: digits % 10) &+ 0x30
            digits /= 10
        }
        if whole != 0 { bytes.append(contentsOf: "e\(whole)".utf8) }
    }

    /// Whether one number is less than another.
    public static func < (one: JSONDecimal, other: JSONDecimal) -> Bool {
        if let left = one.billionths, let right = other.billionths { return left < right }
        return Digits(one.lexeme).isLess(than: Digits(other.lexeme))
    }

    /// Whether two numbers have the same value.
    public static func == (one: JSONDecimal, other: JSONDecimal) -> Bool {
        if let left = one.billionths, let right = other.billionths { return left == right }
        return Digits(one.lexeme) == Digits(other.lexeme)
    }

    private static func billionths(_ lexeme: ArraySlice<UInt8>) -> Int64? {
        billionths(lexeme.span)
    }

    /// The value in billionths, when the number is written with at most nine digits on either side of the point.
    public static func billionths(_ lexeme: Span<UInt8>) -> Int64? {
        guard lexeme.count <= 20 else { return nil }
        var value: Int64 = 0
        var (whole, fraction, isNegative, isBehindPoint) = (0, 0, false, false)
        for index in lexeme.indices {
            let byte = lexeme[index]
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isBehindPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value &* 10 &+ Int64(byte &- 0x30)
                if isBehindPoint { fraction &+= 1 } else { whole &+= 1 }
                guard whole <= 9, fraction <= 9 else { return nil }
            default: return nil
            }
        }
        value &*= powersOfTen[9 &- fraction]
        return isNegative ? -value : value
    }

    private static let powersOfTen: [Int64] = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    ]
}
