/// Writes sheets as an Office Open XML workbook (.xlsx).
///
/// Every cell is a text, inline; none is ever a formula or a number, so that codes keep their zeros, dates stay what
/// was written, and a text that begins with `=` is a text. Cells that are still empty have the text format, too.
enum WorkbookWriter {
    /// What a column takes: a list of texts to choose from.
    struct Choice {
        let sheet: String
        let column: Int
        let texts: [String]
    }

    /// The workbook's bytes: the same for the same sheets.
    static func bytes(_ grids: [Grid], choices: [Choice] = []) -> [UInt8] {
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", xml(contentTypes(grids.count)))
        zip.add("_rels/.rels", xml(relationships([("officeDocument", "xl/workbook.xml")])))
        zip.add("xl/workbook.xml", workbook(grids))
        let parts = grids.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        zip.add("xl/_rels/workbook.xml.rels", xml(relationships(parts + [("styles", "styles.xml")])))
        zip.add("xl/styles.xml", xml(styles))
        for (position, grid) in grids.enumerated() {
            zip.add("xl/worksheets/sheet\(position + 1).xml", sheet(grid, choices.filter { $0.sheet == grid.name }))
        }
        return zip.finish()
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packages = "http://schemas.openxmlformats.org/package/2006"

    private static func xml(_ text: String) -> [UInt8] {
        Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text).utf8)
    }

    private static func contentTypes(_ sheets: Int) -> String {
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        let parts =
            [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
            + (0..<sheets).map { ("/xl/worksheets/sheet\($0 + 1).xml", "worksheet") }
        let overrides = parts.map { "<Override PartName=\"\($0)\" ContentType=\"\(type)\($1)+xml\"/>" }
        return "<Types xmlns=\"\(packages)/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(overrides.joined())</Types>"
    }

    private static func relationships(_ targets: [(type: String, target: String)]) -> String {
        let entries = targets.enumerated().map { position, entry in
            "<Relationship Id=\"rId\(position + 1)\" Type=\"\(office)/\(entry.type)\" Target=\"\(entry.target)\"/>"
        }
        return "<Relationships xmlns=\"\(packages)/relationships\">\(entries.joined())</Relationships>"
    }

    private static func workbook(_ grids: [Grid]) -> [UInt8] {
        var bytes = xml("<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>")
        for (position, grid) in grids.enumerated() {
            bytes += "<sheet name=\"".utf8
            CellText.append(grid.name, to: &bytes)
            bytes += "\" sheetId=\"\(position + 1)\" r:id=\"rId\(position + 1)\"/>".utf8
        }
        return bytes + "</sheets></workbook>".utf8
    }

    /// Format 0 is what every workbook has, 1 a text that wraps, 2 a header.
    ///
    /// Number format 49 is `@`, text.
    private static let styles = """
        <styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/>\
        <sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>\
        </fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/>\
        <top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">\
        <xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
        <xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>
        """

    private static func sheet(_ grid: Grid, _ choices: [Choice]) -> [UInt8] {
        let columns = max(1, (grid.rows.flatMap(\.cells.keys).max() ?? 0) + 1)
        var bytes = xml(
            "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" "
                + "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<cols><col min=\"1\" max=\"\(columns)\" width=\"24\" style=\"1\" customWidth=\"1\"/></cols><sheetData>"
        )
        for (position, row) in grid.rows.enumerated() {
            bytes += "<row r=\"\(row.number)\">".utf8
            for (column, text) in row.cells.sorted(by: { $0.key < $1.key }) {
                let style = position == 0 ? 2 : 1
                let name = "\(Grid.letters(column))\(row.number)"
                bytes += "<c r=\"\(name)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
                CellText.append(text, to: &bytes)
                bytes += "</t></is></c>".utf8
            }
            bytes += "</row>".utf8
        }
        bytes += "</sheetData>".utf8
        if !choices.isEmpty { bytes += validations(choices).utf8 }
        return bytes + "</worksheet>".utf8
    }

    private static func validations(_ choices: [Choice]) -> String {
        let entries = choices.map { choice in
            let letters = Grid.letters(choice.column)
            return "<dataValidation type=\"list\" allowBlank=\"1\" sqref=\"\(letters)2:\(letters)1048576\"><formula1>"
                + "\"\(choice.texts.joined(separator: ","))\"</formula1></dataValidation>"
        }
        return "<dataValidations count=\"\(entries.count)\">\(entries.joined())</dataValidations>"
    }
}
