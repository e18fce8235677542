/// The charts and tables that stand for a table of a report.
enum ReportBlocks {
    /// What is shown of a table.
    static func blocks(of table: FrozenTable, in report: FrozenReport) -> [ReportContent.Block] {
        guard !table.rows.isEmpty else { return [.note(nothing(table))] }
        let shown = TableForm.of(table.name)?.table(of: table)
        let charts = charts(of: table, in: report).map { ReportContent.Block.chart($0, data: table.name) }
        return charts + (shown.map { [.table($0)] } ?? (charts.isEmpty ? [.note(unremarkable(table))] : []))
    }

    private static func nothing(_ table: FrozenTable) -> String {
        switch table.name {
        case "transfer", "manager_agreement": "Nothing was told yet of what is applied at work (\(table.view))."
        case "published.gain", "published.pooled_gain": "No pilot on the same target is published yet (\(table.view))."
        case "earlier_actions": "No action of an earlier run has been looked at in this one."
        case "findings": "No finding is noted."
        case "feedback_actions": "No action is proposed."
        case "item_mcnemar": "No item was asked before and after (\(table.view))."
        default: "There are no rows of \(table.view)."
        }
    }

    private static func unremarkable(_ table: FrozenTable) -> String {
        switch table.name {
        case "missingness": "Nobody left an item unanswered."
        case "data_quality": "All statements fit the profile."
        case "distractor": "Nobody of the upper third chose a wrong option, or that is hidden."
        default: "\(table.rows.count) rows, all of which are hidden or empty, are in the data (\(table.view))."
        }
    }

    private static func charts(of table: FrozenTable, in report: FrozenReport) -> [Chart] {
        switch table.name {
        case "funnel": pilots(of: table).compactMap { Chart.funnel($0.rows) }
        case "likert": [Chart.likert(table.rows)].compactMap(\.self)
        case "gain_by_competence":
            [Chart.gain(table.rows, total: report.table("gain")?.rows.first)].compactMap(\.self)
        case "level_transition":
            ["assessed", "self-assessed"].compactMap { Chart.transitions(table.rows, measure: $0) }
        case "gap_profile": profiles(of: table).compactMap { Chart.radar($0.rows, profile: $0.name) }
        case "item_analysis": [Chart.items(table.rows)].compactMap(\.self)
        case "feedback_actions":
            [Chart.actions(table.rows, day: String(report.watermark.prefix(10)))].compactMap(\.self)
        case "published.gain": [forest(table, in: report)].compactMap(\.self)
        case "pilot_comparison": comparisons(table)
        default: []
        }
    }

    /// Own gain beside what is published of others on the same target.
    private static func forest(_ table: FrozenTable, in report: FrozenReport) -> Chart? {
        let own = (report.table("gain")?.rows ?? []).map { estimate("This pilot", $0, people: $0.whole("n")) }
        let others = table.rows.filter { $0.text("pilot") != report.pilot }.map {
            estimate($0.text("pilot") ?? "", $0, people: nil)
        }
        let pooled = (report.table("published.pooled_gain")?.rows ?? []).map { row in
            var all = estimate("All published together", row, people: nil)
            all.isPooled = true
            return all
        }
        return Chart.forest(
            (report.pilot == nil ? [] : own) + others + pooled, title: "Gain beside other pilots",
            unit: "mean gain in points of the scaled score, with 95 % interval")
    }

    private static func estimate(_ label: String, _ row: FrozenRow, people: Int?) -> Chart.Estimate {
        Chart.Estimate(
            label: label, people: people, value: row.number("gain_mean"), low: row.number("gain_low"),
            high: row.number("gain_high"))
    }

    /// A forest plot for each profile that pilots are compared by.
    private static func comparisons(_ table: FrozenTable) -> [Chart] {
        profiles(of: table).compactMap { profile in
            var estimates = profile.rows.map { row in
                Chart.Estimate(
                    label: row.text("pilot") ?? "", people: row.whole("n"), value: row.number("g_av"),
                    low: row.number("g_av_low"), high: row.number("g_av_high"))
            }
            if let first = profile.rows.first, let mean = first.number("pooled_mean") {
                estimates.append(
                    Chart.Estimate(
                        label: "Pooled (random effects)", people: nil, value: mean, low: first.number("pooled_low"),
                        high: first.number("pooled_high"), isPooled: true))
            }
            return Chart.forest(
                estimates, title: "Effects of pilots on \(profile.name)", unit: "Hedges’ g, with 95 % interval")
        }
    }

    private static func pilots(of table: FrozenTable) -> [(name: String, rows: [FrozenRow])] {
        grouped(table) { $0.text("pilot") ?? "" }
    }

    private static func profiles(of table: FrozenTable) -> [(name: String, rows: [FrozenRow])] {
        grouped(table) { [$0.text("profile"), $0.text("profile_name")].compactMap(\.self).joined(separator: " ") }
    }

    /// Rows by a name, in the order in which the names come first.
    private static func grouped(
        _ table: FrozenTable, by name: (FrozenRow) -> String
    ) -> [(name: String, rows: [FrozenRow])] {
        var groups: [(name: String, rows: [FrozenRow])] = []
        for row in table.rows {
            let own = name(row)
            if let place = groups.firstIndex(where: { $0.name == own }) {
                groups[place].rows.append(row)
            } else {
                groups.append((own, [row]))
            }
        }
        return groups
    }
}
