/// Numbers of reports for people.
enum Figure {
    /// A number with so many digits after the point; the minus is the sign, not a hyphen.
    static func decimal(_ value: Double?, places: Int = 2) -> String {
        guard let value, value.isFinite, abs(value) < 1e12 else { return "–" }
        let scale = [1, 10, 100, 1000, 10_000][max(0, min(4, places))]
        let scaled = Int((abs(value) * Double(scale)).rounded())
        var text = "\(scaled / scale)"
        if scale > 1 { text += "." + String(String(scaled % scale + scale).dropFirst()) }
        return value < 0 && scaled > 0 ? "−" + text : text
    }

    /// A number with its sign.
    static func change(_ value: Double?, places: Int = 2) -> String {
        let text = decimal(value, places: places)
        return value ?? 0 > 0 && text.contains { $0 != "0" && $0 != "." } ? "+" + text : text
    }

    /// A share in percent.
    static func percent(_ share: Double?) -> String {
        share.map { decimal($0 * 100, places: 0) + "\u{A0}%" } ?? "–"
    }

    /// An interval.
    static func interval(_ low: Double?, _ high: Double?, _ format: (Double?) -> String = { decimal($0) }) -> String {
        guard low != nil, high != nil else { return "–" }
        return "\(format(low))\u{A0}to\u{A0}\(format(high))"
    }

    /// A probability, of which small ones are told as such.
    static func probability(_ value: Double?) -> String {
        guard let value else { return "–" }
        return value < 0.0001 ? "<\u{A0}0.0001" : decimal(value, places: 4)
    }
}
