extension Chart {
    /// How people answered on scales: a bar for each item, which diverges from the middle of the scale.
    ///
    /// - Parameter rows: Of `evaluation.likert`, of one pilot: one for each option of an item.
    /// - Returns: nil without rows.
    static func likert(_ rows: [FrozenRow]) -> Chart? {
        let items = LikertItem.items(of: rows)
        guard !items.isEmpty else { return nil }
        let (left, middle, half, height) = (230.0, 460.0, 200.0, 34.0)
        var chart = Chart(
            "Answers on scales", summary: items.map(\.summary).joined(separator: " "),
            height: Double(items.count) * height + 40)
        chart.text("less favourable", middle - 8, 10, .end, size: 12, .soft)
        chart.text("more favourable", middle + 8, 10, .start, size: 12, .soft)
        for (place, item) in items.enumerated() {
            let y = 22 + (Double(place) + 0.5) * height
            chart.text(short(item.label, 32), left - 10, y, .end, size: 12)
            guard let shares = item.shares else {
                chart.text("hidden: too few people chose an option", middle + 10, y, .start, size: 12, .soft)
                continue
            }
            let center = Double(shares.count - 1) / 2
            // What lies below the middle of the scale, with half of the middle itself.
            let below = shares.enumerated().reduce(0.0) { sum, part in
                sum + part.element * max(0, min(1, center - Double(part.offset) + 0.5))
            }
            var x = middle - below * half
            for (option, share) in shares.enumerated() where share > 0 {
                let distance = (Double(option) - center) / max(center, 0.5)
                let style: Style =
                    distance == 0
                    ? .filled(.soft, strength: 0.35)
                    : .filled(distance < 0 ? .bad : .good, strength: 0.2 + 0.3 * abs(distance))
                chart.box(x, y - 11, share * half, 22, style)
                if share >= 0.14 {
                    chart.text(Figure.percent(share), x + share * half / 2, y, .middle, size: 11, .ink)
                }
                x += share * half
            }
            chart.text("n = \(item.people)", 672, y, .start, size: 11, .soft)
        }
        chart.line(middle, 20, middle, chart.height - 18, .stroked(.ink))
        chart.text("the middle of the scale", middle, chart.height - 8, .middle, size: 11, .soft)
        return chart
    }
}

/// An item on a scale with the shares of its options, the least favourable first.
private struct LikertItem {
    let label: String
    let people: Int
    /// nil where one is hidden: what is shown would tell it.
    let shares: [Double]?
    let summary: String

    static func items(of rows: [FrozenRow]) -> [LikertItem] {
        var order: [String] = []
        var groups: [String: [FrozenRow]] = [:]
        for row in rows {
            let key = [row.text("instrument"), row.text("phase"), row.text("item")].map { $0 ?? "" }.joined(
                separator: "\n")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        return order.compactMap { groups[$0] }.map(LikertItem.init)
    }

    private init(_ options: [FrozenRow]) {
        let first = options[0]
        let isReversed = first.flag("reversed")
        let sorted = options.sorted { ($0.whole("option_position") ?? 0) < ($1.whole("option_position") ?? 0) }
        let shares = (isReversed ? sorted.reversed() : sorted).map { $0.number("share") }
        let known = shares.compactMap(\.self)
        self.shares = known.count == shares.count && known.contains { $0 > 0 } ? known : nil
        people = first.whole("n") ?? 0
        label = (first.text("item_text") ?? "") + (isReversed ? " (reversed)" : "")
        let told = self.shares.map { $0.map(Figure.percent).joined(separator: ", ") } ?? "hidden, too few people"
        summary = "\(label): \(told), n = \(people)."
    }
}
