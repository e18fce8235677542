extension Chart {
    /// How far people came: a bar for each step, of the enrolled.
    ///
    /// - Parameter rows: Of `evaluation.funnel`, of one pilot.
    /// - Returns: nil without rows.
    static func funnel(_ rows: [FrozenRow]) -> Chart? {
        guard let first = rows.first else { return nil }
        let (left, room, height) = (130.0, 420.0, 30.0)
        let told = rows.map { row in "\(row.text("step") ?? ""): \(value(row))" }
        var chart = Chart(
            "From enrolment to follow-up", summary: told.joined(separator: "; ") + ".",
            height: Double(rows.count) * height + 8)
        let most = max(rows.compactMap { $0.number("n") }.max() ?? 0, first.number("n") ?? 0, 1)
        for (place, row) in rows.enumerated() {
            let middle = 4 + (Double(place) + 0.5) * height
            chart.text(row.text("step") ?? "", left - 10, middle, .end)
            if let people = row.number("n") {
                let width = people / most * room
                chart.box(left, middle - 10, max(width, 1), 20, .filled(.accent))
                chart.text(value(row), left + max(width, 1) + 8, middle)
            } else {
                chart.box(left, middle - 10, 40, 20, .stroked(.soft, isDashed: true))
                chart.text(value(row), left + 48, middle, .start, .soft)
            }
        }
        return chart
    }

    private static func value(_ row: FrozenRow) -> String {
        guard let people = row.whole("n") else { return "hidden, too few people" }
        return "\(people)" + (row.number("share_of_enrolled").map { " (\(Figure.percent($0)))" } ?? "")
    }
}
