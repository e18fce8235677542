internal import Evaluation
internal import JSON
internal import Operations

/// The page of a report: texts, charts and tables by the outline, with forms for who may write.
struct ReportPage {
    /// A fact about the report.
    struct Fact {
        let name: String
        let value: String
    }

    /// A text of a section.
    struct Narrative {
        let tag: String?
        let paragraphs: [String]
        let origin: String
    }

    /// Something in a section; one of three.
    struct Block {
        var chart: Drawing?
        var table: PageTable?
        var note: String?
        /// Where the data of a chart or table is.
        var dataURL: String?
        var dataName: String?
        var omitted: String?
    }

    /// A chart.
    struct Drawing {
        let title: String
        let svg: String
    }

    /// A section, or an annex.
    struct Section {
        let id: String
        let heading: String
        let gap: String?
        let narratives: [Narrative]
        let blocks: [Block]
        let form: PageForm?
    }

    /// A file of the report.
    struct File {
        let name: String
        let url: String
    }

    /// Where the parts of a report are.
    struct Links {
        /// Other reports; nil where the page stands by itself.
        let list: String?
        /// What forms are sent to.
        let address: String
        /// Begins the addresses of tables.
        let data: String
        let files: [File]

        /// On this server.
        init(_ number: String, of subject: ReportSubject) {
            list = ReportLinks.list(subject)
            address = ReportLinks.report(number, of: subject)
            data = address + "/data/"
            files = [
                File(name: "PDF", url: address + ".pdf"), File(name: "JSON", url: address + ".json"),
                File(name: "The numbers as they were hashed", url: address + "/numbers.json"),
                File(name: "Data package", url: address + "/datapackage.json"),
            ]
        }

        /// In a folder, beside the page.
        init() {
            list = nil
            address = ""
            data = "data/"
            files = [
                File(name: "PDF", url: "report.pdf"), File(name: "JSON", url: "report.json"),
                File(name: "The numbers as they were hashed", url: "numbers.json"),
                File(name: "Data package", url: "datapackage.json"),
            ]
        }
    }

    /// nil where the page stands by itself.
    let shell: TrainingShell?
    let heading: String
    let kind: String
    let listURL: String?
    let isDraft: Bool
    let notice: String
    let refusal: String?
    let facts: [Fact]
    let files: [File]
    let sections: [Section]
    /// For who may declare it final.
    let finish: PageForm?
    /// What stands in the way of that.
    let gaps: String?

    /// - Parameters:
    ///   - shell: Nil where the page stands by itself.
    ///   - mayWrite: Whether who reads may change the texts.
    init(
        _ report: FrozenReport, _ links: Links, shell: TrainingShell?, mayWrite: Bool, refused: RefusedForm? = nil
    ) {
        self.shell = shell
        let content = ReportContent(report)
        heading = content.title
        kind = content.kind
        listURL = links.list
        isDraft = content.isDraft
        notice = content.notice
        refusal = refused?.reason
        facts = content.facts.map { Fact(name: $0.name, value: $0.value) }
        files = links.files
        let mayWrite = content.isDraft && mayWrite
        var drawings = 0
        var sections: [Section] = []
        for section in content.sections {
            var blocks: [Block] = []
            for block in section.blocks {
                drawings += 1
                blocks.append(Self.block(block, id: "chart-\(drawings)", data: links.data))
            }
            let demand = section.number.flatMap { number in report.sections.first { $0.number == number }?.demand }
            sections.append(
                Section(
                    id: section.id, heading: section.number.map { "\($0). \(section.title)" } ?? section.title,
                    gap: section.gap, narratives: section.narratives.map(Self.narrative), blocks: blocks,
                    form: mayWrite && demand != nil && demand != "none"
                        ? Self.form(section, at: links.address, sent: refused?.sent) : nil))
        }
        self.sections = sections
        let missing = report.sections.filter(\.isUnfinished).map { "\($0.number) \($0.title)" }
        gaps = missing.isEmpty || !content.isDraft ? nil : missing.joined(separator: ", ")
        finish =
            mayWrite && missing.isEmpty
            ? PageForm(
                "finish", to: links.address + "/finish", "Declare the report final", button: "Declare final",
                note: "Its texts do not change after that.", fields: []) : nil
    }

    private static func block(_ block: ReportContent.Block, id: String, data: String) -> Block {
        switch block {
        case .note(let text): return Block(note: text)
        case .chart(let chart, let table):
            return Block(
                chart: Drawing(title: chart.title, svg: chart.svg(id: id)), dataURL: "\(data)\(table).csv",
                dataName: table)
        case .table(let table):
            let columns = table.columns.map {
                $0.isNumber ? PageTable.Column.number($0.title) : PageTable.Column(stringLiteral: $0.title)
            }
            return Block(
                table: PageTable(
                    table.caption, columns,
                    rows: table.rows.map { row in
                        row.map { PageTable.Content($0, tone: $0 == "hidden" ? "calm" : nil) }
                    }),
                dataURL: "\(data)\(table.name).csv", dataName: table.name,
                omitted: table.omitted > 0
                    ? "\(table.omitted) more \(table.omitted == 1 ? "row is" : "rows are") in" : nil)
        }
    }

    private static func narrative(_ text: FrozenReport.Narrative) -> Narrative {
        Narrative(
            tag: text.language == "en" ? nil : text.language, paragraphs: text.paragraphs,
            origin: (text.author.map { $0 + ", " } ?? "") + PageFigure.minute(text.writtenAt))
    }

    private static func form(_ section: ReportContent.Section, at address: String, sent: SentPageForm?) -> PageForm {
        let number = section.number ?? 0
        let known = section.narratives.first { $0.language == "en" } ?? section.narratives.first
        return PageForm(
            "narrative-\(number)", to: address + "/narratives/\(number)",
            known == nil ? "Write section \(number)" : "Change the text of section \(number)", button: "Keep the text",
            fields: [
                PageForm.Field(
                    "text", "Text", .area, value: known?.text ?? "",
                    hint: "Empty lines set paragraphs apart. What was written before is kept as well.", most: 20000),
                PageForm.Field(
                    "language", "Language", value: known?.language ?? "en", hint: "A tag such as en, lv or fr-BE."),
                PageForm.Field(
                    "author", "Author", value: known?.author ?? "",
                    hint: "Whom the report names, such as the evaluation team of the city.", isRequired: false),
            ], sent: sent)
    }
}
