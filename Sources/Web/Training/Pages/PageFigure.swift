/// Numbers for people, such that nobody takes a point for a comma.
enum PageFigure {
    /// Hours with their unit.
    static func hours(_ number: String?) -> String { number.map { "\($0) h" } ?? "–" }

    /// An amount of money: thousands set apart by narrow spaces, cents in full or not at all.
    static func amount(_ number: String, _ currency: String) -> String {
        let parts = number.split(separator: ".", maxSplits: 1)
        var grouped = ""
        for (position, digit) in (parts.first ?? "0").reversed().enumerated() {
            if position > 0, position.isMultiple(of: 3) { grouped.append("\u{202F}") }
            grouped.append(digit)
        }
        var text = String(grouped.reversed())
        if parts.count > 1 { text += "." + parts[1] + (parts[1].count == 1 ? "0" : "") }
        return "\(text)\u{A0}\(currency)"
    }

    /// A minute in UTC, from a time such as `2026-03-02T10:15Z`.
    static func minute(_ time: String) -> String { time.prefix(16).replacing("T", with: " ") + " UTC" }
}
