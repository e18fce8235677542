import Testing

@testable import CompetenceFramework

@Suite("workbooks of others")
struct WorkbookTests {
    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook with one sheet, as a spreadsheet would write it.
    private func workbook(sheet: String, strings: String = "", styles: String = "<styleSheet/>") -> [UInt8] {
        var zip = ZipWriter()
        let type = Self.relationships
        zip.add(
            "_rels/.rels",
            Array(
                "<Relationships><Relationship Id='a' Type='\(type)/officeDocument' Target='/xl/workbook.xml'/></Relationships>"
                    .utf8))
        zip.add(
            "xl/workbook.xml",
            Array(
                "<x:workbook xmlns:x='m' xmlns:r='r'><x:sheets><x:sheet name='Sheet1' r:id='s'/></x:sheets></x:workbook>"
                    .utf8))
        zip.add(
            "xl/_rels/workbook.xml.rels",
            Array(
                """
                <Relationships><Relationship Id="s" Type="\(type)/worksheet" Target="worksheets/s.xml"/>\
                <Relationship Id="t" Type="\(type)/sharedStrings" Target="sharedStrings.xml"/>\
                <Relationship Id="u" Type="\(type)/styles" Target="styles.xml"/></Relationships>
                """.utf8))
        zip.add("xl/worksheets/s.xml", Array(sheet.utf8))
        zip.add("xl/sharedStrings.xml", Array("<sst>\(strings)</sst>".utf8))
        zip.add("xl/styles.xml", Array(styles.utf8))
        return zip.finish()
    }

    private func reason(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> String {
        do {
            _ = try WorkbookReader.grids(bytes, limits: limits)
            return ""
        } catch {
            return error.reason
        }
    }

    @Test func `shared texts, runs, numbers, dates, booleans, formulas and gaps are read`() throws {
        let bytes = workbook(
            sheet: """
                <worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>1.1000000000000001</v></c>\
                <c r="D2" s="1"><v>46349</v></c><c t="b"><v>1</v></c></row><row r="5"><c r="B5" t="s"><v>1</v></c>\
                <c t="str"><f>A1&amp;B1</f><v>_x0041_&lt;</v></c><c><f>1+1</f><v>2.0</v></c></row></sheetData></worksheet>
                """,
            strings: """
                <si><t xml:space="preserve"> a&#10;b </t></si><si><r><t>rich</t></r><r><rPr><b/></rPr><t> text</t></r>\
                <rPh sb="0" eb="1"><t>phonetic</t></rPh></si>
                """, styles: "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>")
        let (grids, faults) = try WorkbookReader.grids(bytes, limits: WorkbookLimits())
        #expect(faults.isEmpty)
        #expect(
            grids == [
                Grid(
                    name: "Sheet1",
                    rows: [
                        Grid.Row(number: 2, cells: [0: " a\nb ", 2: "1.1", 3: "2026-11-23", 4: "TRUE"]),
                        Grid.Row(number: 5, cells: [1: "rich text", 2: "A<", 3: "2"]),
                    ])
            ])
    }

    @Test func `errors and formulas without result are faults with their cell`() throws {
        let bytes = workbook(
            sheet: "<worksheet><row><c t='e'><v>#REF!</v></c><c><f>1+1</f></c></row></worksheet>")
        #expect(
            try WorkbookReader.grids(bytes, limits: WorkbookLimits()).faults.map(\.place.description)
                == ["Sheet1!A1", "Sheet1!B1"])
    }

    @Test func `a workbook of one sheet is the items, whatever the sheet is called`() throws {
        let cells = ["code", "type", "fullStatement"].map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined()
        let values = ["A", "area", "Local"].map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined()
        let bytes = workbook(sheet: "<worksheet><row>\(cells)</row><row>\(values)</row></worksheet>")
        let reading = try CFPackage.read(xlsx: bytes, defaults: SheetFaultTests.defaults)
        #expect(reading.package.items.map(\.code) == ["A"])
    }

    @Test func `a document type is refused, and with it every entity that would grow`() {
        let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><worksheet/>"
        #expect(reason(workbook(sheet: bomb)) == "The workbook's XML has a document type.")
        #expect(reason(workbook(sheet: "<worksheet>&a;</worksheet>")).hasSuffix("an entity that is not XML's own."))
    }

    @Test func `what expands beyond the limit is refused before it is expanded`() {
        let bytes = workbook(sheet: String(repeating: " ", count: 10 << 20) + "<worksheet/>")
        #expect(bytes.count < 50_000)
        #expect(
            reason(bytes, limits: WorkbookLimits(maximumExpanded: 9 << 20))
                == "The workbook expands to more than the limit.")
        #expect(reason(bytes).isEmpty)
    }

    @Test func `a size in the archive that is a lie, and damaged bytes, are refused`() throws {
        var bytes = workbook(sheet: "<worksheet/>" + String(repeating: " ", count: 1000))
        let name = Array("xl/worksheets/s.xml".utf8)
        let entry = try #require(
            bytes.indices.last { bytes[$0...].starts(with: name) }.map { $0 - 46 })
        bytes[entry + 24] = 10
        bytes[entry + 25] = 0
        #expect(reason(bytes) == "\"xl/worksheets/s.xml\" is damaged.")
    }

    @Test func `too many cells, cells beyond the last, unclosed elements are refused`() {
        let cell = "<c t='inlineStr'><is><t>x</t></is></c>"
        #expect(
            reason(
                workbook(sheet: "<worksheet><row>\(cell)\(cell)</row></worksheet>"),
                limits: WorkbookLimits(maximumCells: 1)
            )
            .hasPrefix("The workbook has more cells"))
        #expect(reason(workbook(sheet: "<worksheet><row><c r='ZZZ1'/></row></worksheet>")) == "A cell has no place.")
        #expect(reason(workbook(sheet: "<worksheet><row>")) == "The workbook's XML is not well-formed.")
        #expect(
            reason(workbook(sheet: String(repeating: "<a>", count: 300))) == "The workbook's XML is nested too deep.")
    }

    @Test func `any cut and any changed byte is a fault or harmless, never a crash`() {
        let bytes = workbook(
            sheet: "<worksheet><row><c r='A1' t='s'><v>0</v></c></row></worksheet>", strings: "<si><t>x</t></si>")
        for offset in bytes.indices {
            _ = reason(Array(bytes[..<offset]))
            var changed = bytes
            changed[offset] ^= 0xFF
            _ = reason(changed)
        }
        #expect(reason(Array(bytes.dropLast())) != "")
    }
}
