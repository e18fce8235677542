extension Chart {
    /// From which level people came to which: a matrix for each competence, before from top to bottom, after from left
    /// to right.
    ///
    /// - Parameter rows: Of `evaluation.level_transition`, of one pilot and measure.
    /// - Returns: nil without rows.
    static func transitions(_ rows: [FrozenRow], measure: String) -> Chart? {
        let own = rows.filter { $0.text("measure") == measure }
        var names: [String] = []
        for row in own where !names.contains(name(of: row)) { names.append(name(of: row)) }
        guard !names.isEmpty else { return nil }
        let levels = own.flatMap { [$0.whole("level_before"), $0.whole("level_after")] }.compactMap(\.self)
        let (lowest, highest) = (levels.min() ?? 0, levels.max() ?? 4)
        let count = highest - lowest + 1
        let cell = min(30, 150 / Double(max(count, 1)))
        let (block, across) = (Double(count) * cell + 72, 3)
        var chart = Chart(
            "Levels before and after, \(measure)",
            summary: names.map { name in summary(name, own.filter { Self.name(of: $0) == name }) }
                .joined(separator: " "),
            height: Double((names.count + across - 1) / across) * block + 20)
        chart.text(
            "rows: level before; columns: level after; darker: more of the people; dashed: hidden, too few people", 0,
            8,
            .start, size: 11, .soft)
        for (place, name) in names.enumerated() {
            let (left, top) = (Double(place % across) * 240 + 26, Double(place / across) * block + 54)
            chart.text(short(name, 30), left - 22, top - 28, .start, size: 12, isBold: true)
            for step in 0..<count {
                let offset = (Double(step) + 0.5) * cell
                chart.text("\(lowest + step)", left - 8, top + offset, .end, size: 11, .soft)
                chart.text("\(lowest + step)", left + offset, top - 10, .middle, size: 11, .soft)
                for other in 0..<count {
                    chart.box(
                        left + Double(other) * cell, top + Double(step) * cell, cell, cell, .stroked(.line))
                }
            }
            for row in own where Self.name(of: row) == name {
                guard let before = row.whole("level_before"), let after = row.whole("level_after") else { continue }
                let (x, y) = (left + Double(after - lowest) * cell, top + Double(before - lowest) * cell)
                if let people = row.whole("n"), let share = row.number("share") {
                    chart.box(
                        x, y, cell, cell,
                        Style(fill: .accent, strength: 0.12 + 0.4 * share, stroke: .line))
                    chart.text("\(people)", x + cell / 2, y + cell / 2, .middle, size: 12)
                } else {
                    chart.box(x + 3, y + 3, cell - 6, cell - 6, .stroked(.soft, isDashed: true))
                }
            }
        }
        return chart
    }

    private static func name(of row: FrozenRow) -> String {
        [row.text("competence"), row.text("competence_name")].compactMap(\.self).joined(separator: " ")
    }

    private static func summary(_ name: String, _ rows: [FrozenRow]) -> String {
        let told = rows.compactMap { row -> String? in
            guard let people = row.whole("n") else { return nil }
            return "\(people) from \(row.text("level_before") ?? "none") to \(row.text("level_after") ?? "none")"
        }
        let hidden = rows.count - told.count
        let rest = hidden == 0 ? [] : ["\(hidden) \(hidden == 1 ? "move" : "moves") of too few people hidden"]
        return "\(name): " + (told + rest).joined(separator: ", ") + "."
    }
}
