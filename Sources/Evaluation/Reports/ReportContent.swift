internal import JSON

/// A report for people, in the order in which it is read; pages and print are made of it.
///
/// ```swift
/// let content = ReportContent(report)
/// for section in content.sections { … }
/// ```
public struct ReportContent: Sendable {
    /// A fact about the report.
    public struct Fact: Sendable {
        /// What it is.
        public let name: String
        /// What it says.
        public let value: String
    }

    /// Something in a section.
    public enum Block: Sendable {
        /// A drawing, and the table of the report that has its data.
        case chart(Chart, data: String)
        /// A table.
        case table(ReportTable)
        /// That there is nothing, or what to mind.
        case note(String)
    }

    /// A section, or an annex.
    public struct Section: Sendable {
        /// Names it in addresses.
        public let id: String
        /// Its number; nil for annexes.
        public let number: Int?
        /// Its title.
        public let title: String
        /// The texts.
        public let narratives: [FrozenReport.Narrative]
        /// Why there is no text although one is demanded; nil otherwise.
        public let gap: String?
        /// What it shows.
        public let blocks: [Block]
    }

    /// Its title.
    public let title: String
    /// What kind of report it is, with its number and state.
    public let kind: String
    /// Whether its texts may still change.
    public let isDraft: Bool
    /// What the cover says.
    public let facts: [Fact]
    /// What to mind about the numbers.
    public let notice: String
    /// The sections and annexes.
    public let sections: [Section]

    /// What people read of a report.
    public init(_ report: FrozenReport) {
        title = report.title
        isDraft = report.isDraft
        let state = report.isDraft ? "draft" : "final"
        kind =
            report.pilot == nil
            ? "Synthesis of the evaluation, number \(report.number), \(state)"
            : "Evaluation report, number \(report.number), \(state)"
        facts = Self.facts(report)
        notice =
            "Computed on statements through \(Self.moment(report.watermark)), and frozen: what is computed today may "
            + "differ, since people answer later, and some are erased. Numbers about 1 to fewer than "
            + "\(report.threshold) people are hidden. One group before and after the training shows change, not its "
            + "cause."
        sections =
            report.sections.map { Self.section($0, report) }
            + report.annexes.enumerated().map { place, annex in
                Section(
                    id: "annex-\(place + 1)", number: nil, title: "Annex: \(annex.title)", narratives: [], gap: nil,
                    blocks: annex.tables.isEmpty
                        ? [.note(Self.annex(annex.title, report))]
                        : annex.tables.flatMap { ReportBlocks.blocks(of: $0, in: report) })
            } + Self.others(report)
    }

    private static func section(_ section: FrozenReport.Section, _ report: FrozenReport) -> Section {
        let tables =
            section.tables.isEmpty && section.demand == "none"
            ? [.note("Told at the beginning of the report.")]
            : section.tables.flatMap { ReportBlocks.blocks(of: $0, in: report) }
        return Section(
            id: "section-\(section.number)", number: section.number, title: section.title,
            narratives: section.narratives,
            gap: section.isUnfinished
                ? "Not written yet: \(section.parts.isEmpty ? section.title : section.parts.joined(separator: "; "))."
                : nil,
            blocks: tables)
    }

    /// Tables that no section of the outline has.
    private static func others(_ report: FrozenReport) -> [Section] {
        let named = Set(report.sections.flatMap(\.tables).map(\.name) + report.annexes.flatMap(\.tables).map(\.name))
        let rest = report.tables.filter { !named.contains($0.name) }
        guard !rest.isEmpty else { return [] }
        return [
            Section(
                id: "further", number: nil, title: "Annex: further tables", narratives: [], gap: nil,
                blocks: rest.flatMap { ReportBlocks.blocks(of: $0, in: report) })
        ]
    }

    private static func annex(_ title: String, _ report: FrozenReport) -> String {
        switch title {
        case "Instruments":
            "Which version of which instrument was used in which phase: the table of responses by instrument and phase."
        case "Methodology":
            "The pilot follows \(methodology(report)). Its formulas and caveats are at /methodology."
        case "Codebook": "Every table and column with its type and meaning: the data package beside this report."
        case "Query versions":
            "The numbers are those of version \(report.numbers["contract"]?.text("version") ?? "") of the evaluation "
                + "views (SHA-256 \(report.numbers["contract"]?.text("sha256") ?? "")). "
                + report.tables.map { "\($0.view): \($0.rows.count)" }.joined(separator: ", ") + " rows."
        case "Data protection":
            "The report holds sums alone. Numbers about fewer than \(report.threshold) people are left out by the "
                + "views themselves; free text is not shown; nobody is named."
        default: "Not part of the frozen numbers."
        }
    }

    private static func methodology(_ report: FrozenReport) -> String {
        guard let methodology = report.numbers["methodology"] else { return "no methodology" }
        return "\(methodology.text("title") ?? ""), version \(methodology.text("version") ?? "")"
    }

    private static func facts(_ report: FrozenReport) -> [Fact] {
        var facts: [Fact] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(Fact(name: name, value: value)) }
        }
        let pilots = report.numbers.list("pilots")
        for pilot in pilots {
            let names = pilot.list("partners").compactMap { $0.text("name") }.joined(separator: ", ")
            if report.pilot == nil {
                add(pilot.text("code") ?? "", "\(pilot.text("title") ?? "") (\(names))")
            } else {
                add("Pilot", pilot.text("code"))
                add("Partners", names)
                add(
                    "Profiles",
                    pilot.list("profiles").map { "\($0.text("code") ?? "") \($0.text("name") ?? "")" }
                        .joined(separator: ", "))
                add(
                    "Curriculum",
                    [pilot["curriculum"]?.text("title"), pilot["curriculum"]?.text("version").map { "version \($0)" }]
                        .compactMap(\.self).joined(separator: ", "))
                add(
                    "Framework",
                    pilot["framework"].map { "\($0.text("code") ?? "") \($0.text("version") ?? "")" })
                add("Held", "\(pilot.text("startsOn") ?? "") to \(pilot.text("endsOn") ?? "")")
            }
        }
        if report.pilot == nil, pilots.isEmpty { add("Pilots", "those that are published") }
        add("Methodology", methodology(report))
        add("Data as of", moment(report.watermark))
        add("Smallest number shown", "\(report.threshold) people")
        add("Views", "version \(report.numbers["contract"]?.text("version") ?? "")")
        let authors = report.sections.flatMap(\.narratives).compactMap(\.author)
        add("Authors", Array(Set(authors)).sorted().joined(separator: ", "))
        add("SHA-256 of the numbers", report.sha256)
        return facts
    }

    /// A moment in UTC, to the second.
    private static func moment(_ text: String) -> String { text.prefix(19).replacing("T", with: " ") + " UTC" }
}
