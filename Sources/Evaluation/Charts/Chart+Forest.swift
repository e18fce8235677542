extension Chart {
    /// A line of a forest plot.
    struct Estimate: Equatable {
        let label: String
        let people: Int?
        /// nil where it is hidden, or there is none.
        let value: Double?
        let low: Double?
        let high: Double?
        /// Whether it pools the others.
        var isPooled = false
    }

    /// Effects beside each other with their intervals: never a ranking, so they stand in the order that they come in.
    ///
    /// - Parameter unit: What the numbers are.
    /// - Returns: nil without estimates that have a value.
    static func forest(_ estimates: [Estimate], title: String, unit: String) -> Chart? {
        let values = estimates.flatMap { [$0.value, $0.low, $0.high] }.compactMap(\.self)
        guard let least = values.min(), let most = values.max() else { return nil }
        let (left, room, height) = (230.0, 280.0, 28.0)
        let padding = max((max(most, 0) - min(least, 0)) * 0.05, 0.01)
        let (low, high) = (min(least, 0) - padding, max(most, 0) + padding)
        func x(_ value: Double) -> Double { left + (value - low) / (high - low) * room }
        let bottom = 14 + Double(estimates.count) * height
        var chart = Chart(
            title,
            summary: "\(unit). " + estimates.map { "\($0.label): \(told($0))" }.joined(separator: "; ") + ".",
            height: bottom + 34)
        chart.line(x(0), 8, x(0), bottom, .stroked(.ink, isDashed: true))
        for (place, estimate) in estimates.enumerated() {
            let y = 8 + (Double(place) + 0.5) * height
            chart.text(short(estimate.label, 32), left - 10, y, .end, size: 12, isBold: estimate.isPooled)
            guard let value = estimate.value else {
                chart.text(told(estimate), left + room / 2, y, .middle, size: 12, .soft)
                continue
            }
            let (from, to) = (estimate.low ?? value, estimate.high ?? value)
            if estimate.isPooled {
                chart.path(
                    [
                        Point(x: x(from), y: y), Point(x: x(value), y: y - 8), Point(x: x(to), y: y),
                        Point(x: x(value), y: y + 8),
                    ], isClosed: true, .filled(.accent))
            } else {
                chart.line(x(from), y, x(to), y, .stroked(.accent, width: 2))
                chart.box(x(value) - 5, y - 5, 10, 10, .filled(.accent))
            }
            chart.text(told(estimate), left + room + 14, y, .start, size: 12, isBold: estimate.isPooled)
        }
        chart.line(left, bottom, left + room, bottom, .stroked(.soft))
        for value in [low + padding, 0, high - padding] {
            chart.text(Figure.decimal(value), x(value), bottom + 11, .middle, size: 11, .soft)
        }
        chart.text(unit, left + room / 2, bottom + 26, .middle, size: 11, .soft)
        return chart
    }

    private static func told(_ estimate: Estimate) -> String {
        guard let value = estimate.value else { return "hidden, or not known" }
        let interval =
            estimate.low == nil
            ? "" : " [\(Figure.decimal(estimate.low)), \(Figure.decimal(estimate.high))]"
        return Figure.decimal(value) + interval + (estimate.people.map { ", n = \($0)" } ?? "")
    }
}
