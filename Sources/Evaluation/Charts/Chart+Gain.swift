extension Chart {
    /// Where people stood before and after, paired: a line from the one mean to the other.
    ///
    /// - Parameters:
    ///   - rows: Of `evaluation.gain_by_competence`, of one pilot.
    ///   - total: Of `evaluation.gain`, of the same.
    /// - Returns: nil without rows.
    static func gain(_ rows: [FrozenRow], total: FrozenRow?) -> Chart? {
        let listed =
            rows.map {
                (
                    label: [$0.text("competence"), $0.text("competence_name")].compactMap(\.self)
                        .joined(separator: " "), row: $0, isTotal: false
                )
            }
            + (total.map { [(label: "All tests together", row: $0, isTotal: true)] } ?? [])
        guard !listed.isEmpty else { return nil }
        let (left, room, height) = (240.0, 280.0, 28.0)
        let values = listed.flatMap { [$0.row.number("pre_mean"), $0.row.number("post_mean")] }.compactMap(\.self)
        let (low, high) = (min(0, values.min() ?? 0), max(1, values.max() ?? 1))
        func x(_ value: Double) -> Double { left + (value - low) / (high - low) * room }
        let bottom = 26 + Double(listed.count) * height
        var chart = Chart(
            "Scores before and after",
            summary: listed.map { "\($0.label): \(told($0.row))" }.joined(separator: "; ") + ".", height: bottom + 26)
        for tick in [0.0, 0.25, 0.5, 0.75, 1] {
            chart.line(x(tick), 20, x(tick), bottom, .stroked(.line))
            chart.text(Figure.decimal(tick), x(tick), bottom + 12, .middle, size: 11, .soft)
        }
        chart.text("mean gain with 95 % interval", left + room + 14, 10, .start, size: 11, .soft)
        for (place, entry) in listed.enumerated() {
            let y = 22 + (Double(place) + 0.5) * height
            chart.text(short(entry.label, 32), left - 10, y, .end, size: 12, isBold: entry.isTotal)
            if let before = entry.row.number("pre_mean"), let after = entry.row.number("post_mean") {
                chart.line(x(before), y, x(after), y, .stroked(.accent, width: 3))
                chart.circle(x(before), y, 5, Style(fill: .paper, stroke: .accent, width: 2))
                chart.circle(x(after), y, 5, Style(fill: .accent, stroke: .accent, width: 2))
                chart.text(gain(entry.row), left + room + 14, y, .start, size: 12, isBold: entry.isTotal)
            } else {
                chart.text(told(entry.row), x(0.5), y, .middle, size: 12, .soft)
            }
        }
        chart.circle(8, 10, 5, Style(fill: .paper, stroke: .accent, width: 2))
        chart.text("before", 18, 10, .start, size: 11, .soft)
        chart.circle(68, 10, 5, Style(fill: .accent, stroke: .accent, width: 2))
        chart.text("after", 78, 10, .start, size: 11, .soft)
        return chart
    }

    private static func gain(_ row: FrozenRow) -> String {
        let interval =
            row.number("gain_low") == nil
            ? "" : " [\(Figure.decimal(row.number("gain_low"))), \(Figure.decimal(row.number("gain_high")))]"
        return Figure.change(row.number("gain_mean")) + interval + ", n = \(row.whole("n") ?? 0)"
    }

    private static func told(_ row: FrozenRow) -> String {
        guard let before = row.number("pre_mean"), let after = row.number("post_mean") else {
            return row.isSuppressed ? "hidden, too few people" : "nobody was tested twice"
        }
        return "\(Figure.decimal(before)) before, \(Figure.decimal(after)) after, gain \(gain(row))"
    }
}
