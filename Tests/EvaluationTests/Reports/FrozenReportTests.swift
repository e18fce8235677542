import Foundation
import JSON
import PDF
import Testing

@testable import Evaluation

@Suite("reports as they are kept")
struct FrozenReportTests {
    private static let columns = """
        [{"name":"pilot","type":"text","description":"Code."},{"name":"n","type":"bigint","description":"People."},
         {"name":"share","type":"double precision","description":"Share."},
         {"name":"suppressed","type":"boolean","description":"Hidden."},
         {"name":"partners","type":"text[]","description":"Partners."},
         {"name":"at","type":"timestamp with time zone","description":"When."}]
        """

    private static func text(narratives: String = "[]", outline: String = outline, rows: String = rows) -> String {
        """
        {"report":{"kind":"pilot","pilot":"riga-1","number":3,"state":"draft","title":"Police, \\"Riga\\"",
          "sha256":"ab","madeAt":"2026-11-28T10:00:00.5+00:00","narratives":\(narratives)},
         "numbers":{"asOf":"2026-11-28T10:00:00.000000Z","contract":{"version":"1.1","sha256":"cd"},
          "methodology":{"code":"common","version":"1.0","title":"Common"},"thresholds":{"internal":5,"publication":10},
          "pilots":[],"outline":\(outline),"annexes":[],
          "tables":[{"name":"response_rate","view":"evaluation.response_rate","description":"Rates","count":2,
            "columns":\(columns),"rows":\(rows)}]}}
        """
    }

    private static let outline = """
        [{"number":1,"title":"Summary","parts":["Who","What"],"narrative":"required","tables":[]},
         {"number":2,"title":"Status","parts":[],"narrative":"optional","tables":["response_rate","unknown"]}]
        """

    private static let rows = """
        [{"pilot":"riga-1","n":12,"share":0.50,"suppressed":false,"partners":["riga","torun"],
          "at":"2026-11-28T10:00:00+00:00"},
         {"pilot":"a,\\"b\\"\\nc","n":null,"share":null,"suppressed":true,"partners":null,"at":null}]
        """

    private func report(_ text: String) throws -> FrozenReport { try FrozenReport(Array(text.utf8)) }

    @Test("a table is tidy CSV: nothing for null, JSON for lists, numbers to the digit")
    func csv() throws {
        let table = try #require(try report(Self.text()).table("response_rate"))
        #expect(
            String(decoding: table.csv, as: UTF8.self) == """
                pilot,n,share,suppressed,partners,at\r
                riga-1,12,0.50,false,"[""riga"",""torun""]",2026-11-28T10:00:00+00:00\r
                "a,""b""\nc",,,true,,\r\n
                """)
    }

    @Test("the data package describes every column and hashes every file")
    func dataPackage() throws {
        let package = try JSONDocument(parsing: try report(Self.text()).dataPackage).root
        #expect(package["name"]?.string == "report-riga-1-3")
        let resource = try #require(package["resources"]?[0])
        #expect(resource["path"]?.string == "data/response_rate.csv")
        #expect(resource["hash"]?.string?.hasPrefix("sha256:") == true && resource["hash"]?.string?.count == 71)
        let types = resource["schema"]?["fields"].map { $0.elements.compactMap { $0["type"]?.string } }
        #expect(types == ["string", "integer", "number", "boolean", "array", "datetime"])
    }

    @Test("an unfinished part says so, until somebody writes it")
    func gaps() throws {
        let draft = ReportContent(try report(Self.text()))
        #expect(draft.sections.map(\.gap) == ["Not written yet: Who; What.", nil])
        let written =
            #"[{"section":1,"language":"en","text":"One\ntwo.\n\n \nThree.","author":"City","writtenAt":"x"}]"#
        let done = ReportContent(try report(Self.text(narratives: written)))
        #expect(done.sections[0].gap == nil)
        #expect(done.sections[0].narratives.first?.paragraphs == ["One two.", "Three."])
        #expect(done.facts.contains { $0.name == "Authors" && $0.value == "City" })
    }

    @Test("a section without rows says what there is not; tables of no section come at the end")
    func places() throws {
        let empty = ReportContent(try report(Self.text(rows: "[]")))
        guard case .note(let note) = try #require(empty.sections[1].blocks.first) else {
            Issue.record("no note")
            return
        }
        #expect(note == "There are no rows of evaluation.response_rate.")
        let other = ReportContent(
            try report(
                Self.text(
                    outline: #"[{"number":1,"title":"Words","parts":[],"narrative":"optional","tables":[]}]"#)))
        #expect(other.sections.last?.title == "Annex: further tables")
    }

    @Test("hidden numbers are told as hidden in tables for people")
    func hidden() throws {
        let content = ReportContent(try report(Self.text()))
        let tables = content.sections[1].blocks.compactMap { block -> ReportTable? in
            if case .table(let table) = block { table } else { nil }
        }
        #expect(tables.first?.rows.map { $0[3] } == ["12", "hidden"])
    }

    @Test("the same report gives the same PDF, with its numbers within")
    func print() throws {
        func font(_ name: String) throws -> TrueTypeFont {
            try TrueTypeFont(Array(try Data(contentsOf: URL(filePath: "/usr/share/fonts/truetype/dejavu/" + name))))
        }
        let (regular, bold) = (try font("DejaVuSans.ttf"), try font("DejaVuSans-Bold.ttf"))
        func pdf(_ text: String) throws -> [UInt8] {
            try ReportPrint(try report(text), link: "https://example.eu/reports/riga-1/3").pdf(
                regular: regular, bold: bold)
        }
        let one = try pdf(Self.text())
        #expect(one == (try pdf(Self.text())))
        #expect(one.starts(with: Array("%PDF-1.7".utf8)))
        let file = String(decoding: one, as: UTF8.self)
        #expect(
            file.contains("/Count 1 >>") && file.contains("/S /Table") && file.contains("/S /TH")
                && file.contains("/EmbeddedFile"))
        // More rows than a page has are set on several.
        let row = #"{"pilot":"riga-1","n":12,"share":0.5,"suppressed":false,"partners":[],"at":null}"#
        let long = try pdf(Self.text(rows: "[" + Array(repeating: row, count: 200).joined(separator: ",") + "]"))
        #expect(!String(decoding: long, as: UTF8.self).contains("/Count 1 >>"))
    }
}
