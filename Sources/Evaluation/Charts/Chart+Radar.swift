#if canImport(Glibc)
    internal import Glibc
#endif

extension Chart {
    /// How far people are from what their profile demands: an axis for each competence, with target and mean levels.
    ///
    /// - Parameters:
    ///   - rows: Of `evaluation.gap_profile`, of one pilot and profile.
    ///   - profile: The profile, for the title.
    /// - Returns: nil where fewer than three competences have a level.
    static func radar(_ rows: [FrozenRow], profile: String) -> Chart? {
        let axes = RadarAxis.axes(of: rows)
        guard axes.count >= 3 else { return nil }
        let (center, radius) = (Point(x: 300, y: 230), 160.0)
        let most = max(4, axes.flatMap { $0.levels.compactMap(\.self) + [$0.target] }.max() ?? 4)
        func place(_ axis: Int, _ level: Double) -> Point {
            let angle = 2 * Double.pi * Double(axis) / Double(axes.count) - Double.pi / 2
            let distance = radius * level / most
            return Point(x: center.x + cos(angle) * distance, y: center.y + sin(angle) * distance)
        }
        var chart = Chart(
            "Levels and targets of \(profile)", summary: axes.map(\.summary).joined(separator: " "), height: 470)
        for ring in 1...Int(most) {
            chart.path(axes.indices.map { place($0, Double(ring)) }, isClosed: true, .stroked(.line))
            chart.text("\(ring)", center.x + 4, center.y - radius * Double(ring) / most, .start, size: 10, .soft)
        }
        for (number, axis) in axes.enumerated() {
            let (end, label) = (place(number, most), place(number, most * 1.12))
            chart.line(center.x, center.y, end.x, end.y, .stroked(.line))
            let anchor: Anchor = abs(label.x - center.x) < 12 ? .middle : label.x < center.x ? .end : .start
            chart.text(axis.code, label.x, label.y, anchor, size: 12, isBold: true)
        }
        chart.path(
            axes.indices.map { place($0, axes[$0].target) }, isClosed: true,
            Style(fill: .soft, strength: 0.15, stroke: .soft, width: 1.5, isDashed: true))
        for (series, style) in RadarAxis.styles.enumerated() {
            for axis in axes.indices {
                guard let level = axes[axis].levels[series] else { continue }
                let (next, point) = ((axis + 1) % axes.count, place(axis, level))
                // Where a neighbour has none, no line pretends that it has.
                if let other = axes[next].levels[series] {
                    chart.path([point, place(next, other)], isClosed: false, style.line)
                }
                chart.circle(point.x, point.y, 3.5, style.point)
            }
        }
        let names = ["target", "self-assessed before", "self-assessed after", "assessed after"]
        for (place, name) in names.enumerated() {
            let y = 30 + Double(place) * 20
            let style = place == 0 ? Style.stroked(.soft, width: 1.5, isDashed: true) : RadarAxis.styles[place - 1].line
            chart.line(530, y, 556, y, style)
            chart.text(name, 562, y, .start, size: 12)
        }
        return chart
    }
}

/// A competence with its target and mean levels.
private struct RadarAxis {
    let code: String
    let target: Double
    /// Self-assessed before and after, and assessed after.
    let levels: [Double?]
    let summary: String

    static let styles: [(line: Chart.Style, point: Chart.Style)] = [
        (.stroked(.warn, width: 1.5, isDashed: true), Chart.Style(fill: .paper, stroke: .warn, width: 1.5)),
        (.stroked(.warn, width: 2), Chart.Style(fill: .warn)),
        (.stroked(.accent, width: 2.5), Chart.Style(fill: .accent)),
    ]

    static func axes(of rows: [FrozenRow]) -> [RadarAxis] {
        var codes: [String] = []
        for row in rows {
            if let code = row.text("competence"), !codes.contains(code) { codes.append(code) }
        }
        return codes.compactMap { code in
            let own = rows.filter { $0.text("competence") == code }
            func level(_ measure: String, _ phase: String) -> Double? {
                own.first { $0.text("measure") == measure && $0.text("phase") == phase }?.number("mean_level")
            }
            let levels = [level("self-assessed", "pre"), level("self-assessed", "post"), level("assessed", "post")]
            guard let target = own.lazy.compactMap({ $0.number("target_level") }).first,
                levels.contains(where: { $0 != nil })
            else { return nil }
            let told = zip(["self-assessed before", "self-assessed after", "assessed after"], levels)
                .map { name, level in "\(name) \(level.map { Figure.decimal($0, places: 1) } ?? "not told")" }
            let name = own.first?.text("competence_name") ?? ""
            return RadarAxis(
                code: code, target: target, levels: levels,
                summary:
                    "\(code) \(name): target \(Figure.decimal(target, places: 0)), \(told.joined(separator: ", ")).")
        }
    }
}
