extension Chart {
    /// How hard items are, and how well they tell people apart.
    ///
    /// - Parameter rows: Of `evaluation.item_analysis`, of one pilot.
    /// - Returns: nil without items that have both numbers.
    static func items(_ rows: [FrozenRow]) -> Chart? {
        let known = rows.compactMap { row -> (row: FrozenRow, difficulty: Double, discrimination: Double)? in
            guard let difficulty = row.number("difficulty"), let discrimination = row.number("discrimination") else {
                return nil
            }
            return (row, difficulty, discrimination)
        }
        guard !known.isEmpty else { return nil }
        let (left, top, width, height) = (70.0, 16.0, 600.0, 300.0)
        let low = min(-0.2, known.map(\.discrimination).min() ?? 0)
        func x(_ value: Double) -> Double { left + value * width }
        func y(_ value: Double) -> Double { top + (1 - value) / (1 - low) * height }
        let below = known.count { $0.discrimination < 0 }
        let hidden = rows.count - known.count
        var chart = Chart(
            "Difficulty and discrimination of items",
            summary: "\(known.count) items, of which \(below) discriminate below zero"
                + (hidden == 0 ? "." : "; \(hidden) without both numbers are left out.")
                + " The table has each.",
            height: top + height + 50)
        for tick in [0.0, 0.25, 0.5, 0.75, 1] {
            chart.line(x(tick), top, x(tick), top + height, .stroked(.line))
            chart.text(Figure.decimal(tick), x(tick), top + height + 14, .middle, size: 11, .soft)
        }
        for tick in [0.0, 0.2, 0.4, 1] {
            chart.line(left, y(tick), left + width, y(tick), .stroked(tick == 0 ? .ink : .line, isDashed: tick != 0))
            chart.text(Figure.decimal(tick, places: 1), left - 8, y(tick), .end, size: 11, .soft)
        }
        for item in known {
            let paint: Paint = item.discrimination < 0 ? .bad : item.discrimination < 0.2 ? .warn : .accent
            chart.circle(
                x(max(0, min(1, item.difficulty))), y(item.discrimination), 5,
                Style(fill: paint, strength: 0.7, stroke: paint))
        }
        chart.text(
            "difficulty: share of the points that people got (right is easy)", left + width / 2, top + height + 36,
            .middle,
            size: 12)
        chart.text("discrimination (correlation with the rest): dashed at 0.2 and 0.4", left + 6, 8, .start, size: 12)
        return chart
    }
}
