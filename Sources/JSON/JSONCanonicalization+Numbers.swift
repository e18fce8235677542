extension JSONCanonicalization {
    /// A number as ECMAScript's `Number::toString` prints it.
    public static func ecmaScript(_ number: Double) -> String {
        if number == 0 { return "0" }
        let (digits, point) = shortestDigits(number.magnitude)
        let sign = number < 0 ? "-" : ""
        let count = digits.utf8.count
        if count <= point && point <= 21 { return sign + digits + zeros(point - count) }
        if 0 < point && point <= 21 { return sign + digits.prefix(point) + "." + digits.dropFirst(point) }
        if -6 < point && point <= 0 { return sign + "0." + zeros(-point) + digits }
        let exponent = point - 1
        let mantissa = count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
        return sign + mantissa + (exponent < 0 ? "e-" : "e+") + String(exponent.magnitude)
    }

    /// The fewest digits that still name the double, and where the point stands counted from before the first.
    private static func shortestDigits(_ number: Double) -> (digits: String, point: Int) {
        let parts = number.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let whole = mantissa[0]
        let all = whole + (mantissa.count > 1 ? mantissa[1] : "")
        let leading = all.prefix { $0 == "0" }.count
        var digits = all.dropFirst(leading)
        while digits.last == "0" { digits = digits.dropLast() }
        return (String(digits), whole.utf8.count - leading + exponent)
    }

    private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
}
