public import JSON

/// A number with the digits it was written with: `1.50` stays `1.50`.
public struct ExactNumber: Sendable, Hashable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// The number as JSON writes it.
    public let digits: String

    /// A whole number.
    public init(_ value: Int) { digits = String(value) }

    /// A whole number.
    public init(integerLiteral value: Int) { self.init(value) }

    /// The number of a text that is one in JSON's grammar; nil for any other text.
    public init?(_ text: String) {
        guard let root = try? JSONDocument(parsing: Array(text.utf8)).root, root.kind == .number,
            root.range.count == text.utf8.count
        else { return nil }
        digits = text
    }

    /// The digits of a JSON number.
    init?(_ value: JSONValue) {
        guard let lexeme = value.lexeme else { return nil }
        digits = lexeme
    }

    /// The digits.
    public var description: String { digits }

    /// The value by its digits, for comparisons.
    public var decimal: JSONDecimal { JSONDecimal(Array(digits.utf8)[...]) }

    /// The number when it is whole and an `Int`: `2`, `2.0` and `20e-1` are.
    public var integer: Int? {
        if let value = Int(digits) { return value }
        guard decimal.isInteger, let value = Double(digits) else { return nil }
        return Int(exactly: value)
    }

    /// Whether the number has no more digits than a `numeric` of PostgreSQL, which keeps it.
    var isKept: Bool {
        let mantissa = digits.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        let exponent = digits.utf8[mantissa.endIndex...].dropFirst()
        // An exponent that is no Int is beyond any bound.
        guard let shift = exponent.isEmpty ? 0 : Int(String(exponent) ?? ""), abs(shift) <= 200_000 else {
            return false
        }
        let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
        let parts = mantissa[whole.endIndex...].dropFirst()
        return whole.count + shift <= 131_072 && parts.count - shift <= 16_383
    }

    /// The nearest double.
    public var double: Double { Double(digits) ?? .nan }
}
