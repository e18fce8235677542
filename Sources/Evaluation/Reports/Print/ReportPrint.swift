internal import JSON
public import PDF

/// A report on paper: A4, tagged, text that can be selected, tables with headings on every page, and within the file
/// the numbers as they were hashed.
///
/// The same report gives the same bytes.
public struct ReportPrint: Sendable {
    /// The report.
    public let report: FrozenReport
    /// Where the report is.
    public let link: String

    /// Describes a print.
    public init(_ report: FrozenReport, link: String) {
        self.report = report
        self.link = link
    }

    /// The PDF.
    /// - Throws: ``PDFError`` when a font is damaged.
    public func pdf(regular: TrueTypeFont, bold: TrueTypeFont) throws(PDFError) -> [UInt8] {
        let content = ReportContent(report)
        var layout = PDFLayout(regular: regular, bold: bold, name: "Report")
        drawHead(content, &layout)
        for section in content.sections { draw(section, &layout) }
        layout.footers { page, pages in
            "\(content.kind) · data as of \(report.watermark) · page \(page) of \(pages)"
        }
        let document = PDFDocument(
            title: content.title, language: "en",
            date: "D:" + (report.head.text("madeAt") ?? "19700101000000").filter(\.isNumber).prefix(14) + "Z",
            author: report.pilot ?? "Tessera",
            attachment: PDFDocument.Attachment(
                name: "numbers.json", type: "application/json",
                description: "The frozen numbers, whose SHA-256 is \(report.sha256)",
                content: Array(report.numbers.bytes)),
            id: String(report.sha256.prefix(32)))
        return try document.file(layout.pages, fonts: [layout.regular, layout.bold])
    }

    private func drawHead(_ content: ReportContent, _ layout: inout PDFLayout) {
        layout.paragraph(content.kind, size: 10, gray: 0.35, after: 4)
        layout.paragraph(content.title, "H1", size: 19, weight: .bold, after: 8)
        let gaps = report.sections.filter(\.isUnfinished).map { "\($0.number) \($0.title)" }
        if content.isDraft {
            layout.paragraph(
                gaps.isEmpty
                    ? "This is a draft." : "This is a draft. Not written yet: \(gaps.joined(separator: ", ")).",
                size: 10, weight: .bold, after: 6)
        }
        layout.paragraph(content.notice, size: 9.5, after: 4)
        layout.rule()
        for fact in content.facts {
            layout.makeRoom(28)
            let top = layout.y
            layout.paragraph(fact.name, size: 9, gray: 0.35, width: 110, after: 0)
            layout.y = top
            layout.paragraph(
                fact.value, size: 9.5, x: PDFLayout.margin + 118, width: PDFLayout.width - 118, after: 3)
        }
        layout.link(link, x: PDFLayout.margin + 118, width: PDFLayout.width - 118)
        layout.rule()
    }

    private func draw(_ section: ReportContent.Section, _ layout: inout PDFLayout) {
        let heading = section.number.map { "\($0). \(section.title)" } ?? section.title
        layout.y += 8
        layout.paragraph(heading, "H2", size: 13, weight: .bold, after: 5)
        if let gap = section.gap { layout.paragraph(gap, size: 9.5, weight: .bold, after: 5) }
        for narrative in section.narratives {
            for paragraph in narrative.paragraphs { layout.paragraph(paragraph, size: 10, after: 5) }
            if let author = narrative.author { layout.paragraph(author, size: 8, gray: 0.35, after: 6) }
        }
        for block in section.blocks {
            switch block {
            case .note(let text): layout.paragraph(text, size: 9, gray: 0.35, after: 6)
            case .table(let table): draw(table, &layout)
            case .chart(let chart, _): layout.draw(chart)
            }
        }
    }

    private func draw(_ table: ReportTable, _ layout: inout PDFLayout) {
        layout.table(
            table.caption, columns: table.columns.map { PDFLayout.Column(title: $0.title, isNumber: $0.isNumber) },
            rows: table.rows)
        guard table.omitted > 0 else { return }
        layout.y -= 6
        layout.paragraph(
            "\(table.omitted) more \(table.omitted == 1 ? "row is" : "rows are") in the data (\(table.name).csv).",
            size: 8, gray: 0.35, after: 10)
    }
}
