extension Chart {
    /// Actions in time: from the day of the proposal to the day when each is due.
    ///
    /// - Parameters:
    ///   - rows: Of `evaluation.feedback_actions`.
    ///   - day: The day of the report, such as `2026-11-28`.
    /// - Returns: nil without actions.
    static func actions(_ rows: [FrozenRow], day: String) -> Chart? {
        let spans = rows.compactMap { row -> (row: FrozenRow, first: Int, due: Int)? in
            guard let first = row.text("proposed_at").flatMap(Day.number),
                let due = row.text("due_on").flatMap(Day.number)
            else { return nil }
            return (row, first, due)
        }
        guard let first = spans.map({ min($0.first, $0.due) }).min(), let last = spans.map(\.due).max() else {
            return nil
        }
        let now = Day.number(day)
        let begin = min(first, now ?? first)
        let end = max(last, now ?? last, begin + 30)
        let (left, room, height) = (250.0, 440.0, 30.0)
        func x(_ day: Int) -> Double { left + Double(day - begin) / Double(end - begin) * room }
        let bottom = 34 + Double(spans.count) * height
        let late = spans.count { $0.row.flag("overdue") }
        var chart = Chart(
            "Actions in time",
            summary: "\(spans.count) \(spans.count == 1 ? "action" : "actions"), \(late) overdue. "
                + spans.map { "\($0.row.text("action") ?? ""): \(told($0.row))" }.joined(separator: "; ") + ".",
            height: bottom + 26)
        for month in Day.months(from: begin, to: end) {
            chart.line(x(month.day), 24, x(month.day), bottom, .stroked(.line))
            chart.text(month.label, x(month.day), 14, .middle, size: 11, .soft)
        }
        for (place, span) in spans.enumerated() {
            let y = 34 + (Double(place) + 0.5) * height
            let state = span.row.text("state") ?? ""
            chart.text(
                short("\(span.row.text("action") ?? "") \(span.row.text("text") ?? "")", 36), left - 10, y, .end,
                size: 12)
            let style: Style =
                span.row.flag("overdue")
                ? Style(fill: .bad, strength: 0.2, stroke: .bad, width: 1.5, isDashed: true)
                : state == "verified"
                    ? .filled(.good)
                    : ["rejected", "superseded"].contains(state) ? .filled(.soft, strength: 0.4) : .filled(.accent)
            let from = x(min(span.first, span.due))
            chart.box(from, y - 6, max(4, abs(x(span.due) - x(span.first))), 12, style)
            if let done = span.row.text("done_at").flatMap(Day.number) {
                let at = x(min(max(done, begin), end))
                chart.path(
                    [
                        Point(x: at, y: y - 9), Point(x: at + 7, y: y), Point(x: at, y: y + 9), Point(x: at - 7, y: y),
                    ], isClosed: true, Style(fill: .paper, stroke: .ink, width: 1.5))
            }
        }
        if let now { chart.line(x(now), 22, x(now), bottom, .stroked(.ink, isDashed: true)) }
        chart.text(
            "bar: from proposal to due day, dashed if overdue; diamond: reported done; dashed line: the report's day",
            0,
            bottom + 14, .start, size: 11, .soft)
        return chart
    }

    private static func told(_ row: FrozenRow) -> String {
        let state = (row.text("state") ?? "").replacing("_", with: " ")
        return "due \(row.text("due_on") ?? ""), \(state)\(row.flag("overdue") ? ", overdue" : "")"
    }
}

/// Days of the calendar as numbers.
enum Day {
    /// Days since 1 March of the year 0 (proleptic Gregorian), from a text that begins with a day.
    static func number(_ text: String) -> Int? {
        let parts = text.prefix(10).split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let shifted = month < 3 ? year - 1 : year
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + ofYear
    }

    /// First days of months, of at most seven.
    static func months(from begin: Int, to end: Int) -> [(day: Int, label: String)] {
        var found: [(day: Int, label: String)] = []
        for year in (begin / 366 - 1)...(end / 365 + 1) {
            for month in 1...12 {
                let label = "\(year)-\(month < 10 ? "0" : "")\(month)"
                guard let day = number(label + "-01"), (begin...end).contains(day) else { continue }
                found.append((day, label))
            }
        }
        let every = max(1, (found.count + 6) / 7)
        return found.enumerated().filter { $0.offset.isMultiple(of: every) }.map(\.element)
    }
}
