import FrameworkSamples
import Testing

@testable import CompetenceFramework

@Suite("sheets made by hand")
struct SheetFaultTests {
    static let defaults = SheetDefaults(
        title: "Integrated Urban Security", code: "IUS", version: "0.2", creator: "The scheme", language: "en",
        base: "https://tessera.example/ims/case/v1p1", lastChangeDateTime: "2026-11-23T00:00:00Z")

    static let csv = """
        code,type,parent,level,statement,abbreviated,notes,EQF,targets,fullStatement@it
        A,area,,,Understanding local security,,,,,Conoscere
        A1,Competence,A,,"Local ""safety""
        diagnosis",,,,,
        A1.1,level,A1,1,Collects figures,L1 Foundation,,4,,Raccoglie
        A1.2,Level descriptor,A1,2,'=Plans it,L2 Practitioner,,5,,
        P1,profile,,,Coordinator,,,,A1=2*1.5,
        """

    private func read(_ csv: String) throws -> SheetReading {
        try CFPackage.read(csv: Array(csv.utf8), defaults: Self.defaults)
    }

    /// The faults of a file, each in one line without its reason.
    private func faults(_ csv: String) -> [String] { faults { try read(csv) } }

    private func faults(_ read: () throws -> SheetReading) -> [String] {
        do {
            _ = try read()
            return []
        } catch let error as SheetFaults {
            return error.faults.map { "\($0.place) \($0.rule.id)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `a framework out of nothing but items has identifiers, tree, levels, targets and rubrics`() throws {
        let package = try read(Self.csv).package
        let id = NameUUID.uuid("https://tessera.example/ims/case/v1p1/framework/IUS/0.2", in: NameUUID.urls)
        #expect(package.document.identifier == id && package.document.uri.hasSuffix("/CFDocuments/\(id)"))
        #expect(package.items.map(\.kind) == [.area, .competence, .level, .level, .profile])
        #expect(package.items[2].identifier == NameUUID.uuid("item/A1.1", in: id))
        #expect(package.items[1].fullStatement == "Local \"safety\"\ndiagnosis")
        #expect(package.items[3].fullStatement == "=Plans it")
        #expect(package.items[2].level == 1 && package.items[2].eqfReference == 4)
        #expect(package.items[2].translation(of: "fullStatement", in: "it") == "Raccoglie")
        #expect(
            package.associations.map(\.associationType) == [
                .isChildOf, .isChildOf, .isChildOf, .isChildOf, .isChildOf, .hasSkillLevel, .hasSkillLevel,
                .isRelatedTo,
            ])
        #expect(package.associations[7].identifier == NameUUID.uuid("association/target/P1/A1", in: id))
        #expect(package.associations[7].isTarget && package.associations[7].weight?.digits == "1.5")
        #expect(package.rubrics.map { $0.criteria[0].levels.map(\.score) } == [[1, 2]])
        #expect(package.rubrics[0].criteria[0].levels[0].translation(of: "description", in: "it") == "Raccoglie")
        #expect(try read(Self.csv).package.json() == package.json())
    }

    @Test func `items are of the document that is given`() throws {
        let document = Sample.package().document
        let defaults = SheetDefaults(
            document: document, creator: "nobody", base: "https://wrong.example", lastChangeDateTime: Sample.time)
        let package = try CFPackage.read(csv: Array(Self.csv.utf8), defaults: defaults).package
        #expect(package.document == document)
        #expect(package.items[0].identifier == NameUUID.uuid("item/A", in: document.identifier))
        #expect(package.items[0].uri == "\(Sample.base)/CFItems/\(package.items[0].identifier)")
        var grids = PackageSheets.grids(package)
        grids[0] = Grid(name: "Document")
        grids[0].add(["member", "value"])
        grids[0].add(["title", "New title"])
        let again = try CFPackage.read(xlsx: WorkbookWriter.bytes(grids), defaults: defaults).package
        #expect(again.document.title == "New title" && again.document.uri == document.uri)
        #expect(again.items[0].identifier == package.items[0].identifier)
    }

    @Test func `identifiers are those of the seeds`() {
        // uuid.uuid3(uuid.NAMESPACE_URL, "https://w3id.org/xapi/iust/framework/0.1") in Python.
        #expect(
            NameUUID.uuid("https://w3id.org/xapi/iust/framework/0.1", in: NameUUID.urls)
                == "9216b27e-e22c-3733-852f-74b274e567e1")
    }

    @Test func `semicolons, a byte order mark and Windows' ends of lines are read`() throws {
        let csv = Self.csv.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ";")
        }.joined(separator: "\r\n")
        let package = try read("\u{FEFF}" + csv).package
        #expect(package.items.map(\.code) == ["A", "A1", "A1.1", "A1.2", "P1"])
        #expect(package.items[1].fullStatement == "Local \"safety\"\r\ndiagnosis")
    }

    @Test func `all faults of a file are told, each with its cell`() {
        let csv = """
            code,type,parent,level,fullStatement,colour,targets
            A,area,,,Area,red,
            A,area,,,Again,,
            B,area,Z,,Unknown parent,,
            C1,competence,A2,,In a circle,,
            A2,competence,C1,,In a circle,,
            C1.9,level,C1,9,Wrong level,,
            C1.x,level,C1,two,Wrong level,,
            X,thing,,,Unknown type,,
            Y,area,,,,,
            P1,profile,,,Profile,,Q9=1; C1=3; C1; C1=high
            ,area,,,No code,,
            """
        #expect(
            faults(csv) == [
                "Items!F1 (colour) sheet-column", "Items!A3 (code) case-code-twice",
                "Items!C4 (parent) sheet-reference",
                "Items!5 scheme-parent", "Items!6 scheme-parent", "Items!C6 (parent) case-cycle",
                "Items!D7 (level) scheme-level", "Items!D8 (level) scheme-level", "Items!B9 (type) sheet-type",
                "Items!E10 (fullStatement) case-required", "Items!G11 (targets) sheet-reference",
                "Items!G11 (targets) sheet-target", "Items!G11 (targets) sheet-target",
                "Items!G11 (targets) sheet-target",
                "Items!A12 (code) scheme-code",
            ])
    }

    @Test func `another encoding is a fault that names row and column`() {
        let latin = Array("code,type,fullStatement\nA,area,Sicherheit f".utf8) + [0xFC] + Array("r alle\n".utf8)
        #expect(
            faults { try CFPackage.read(csv: latin, defaults: Self.defaults) } == [
                "Items!C2 sheet-encoding", "Items!C2 (fullStatement) case-required",
            ])
        let wide: [UInt8] = [0xFF, 0xFE] + "code,type".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(faults { try CFPackage.read(csv: wide, defaults: Self.defaults) }.first == "Items!A1 sheet-encoding")
    }

    @Test func `a quote that is not closed, and text behind one, are faults`() {
        #expect(faults("code,type,fullStatement\nA,area,\"\"y\n") == ["Items!C2 sheet-quotes"])
        #expect(
            faults("code,type,fullStatement\nA,area,\"x\" y\nB,area,\"z\n") == [
                "Items!C2 sheet-quotes", "Items!C3 sheet-quotes",
            ])
    }

    @Test func `what is lacking is named`() {
        #expect(
            faults("code,parent\nA,\n").filter { $0.hasSuffix("sheet-column") } == [
                "Items!1 sheet-column", "Items!1 sheet-column",
            ])
        #expect(faults { try CFPackage.read(xlsx: [1, 2, 3], defaults: Self.defaults) } == ["workbook sheet-workbook"])
    }

    @Test func `the CSV of a package makes the same items, tree and targets again`() throws {
        let package = try read(Self.csv).package
        let (bytes, leftOut) = package.csv()
        #expect(leftOut == ["the document itself"])
        let again = try CFPackage.read(csv: bytes, defaults: Self.defaults).package
        #expect(again.json() == package.json())
        #expect(String(decoding: bytes, as: UTF8.self).contains(",'=Plans it,"))
        #expect(Sample.package().csv().leftOut.first == "associations that are neither tree, levels nor targets: 1")
    }

    @Test func `hostile texts go through CSV unchanged`() throws {
        for seed in 1...20 {
            let package = GeneratedPackage.make(seed: UInt64(seed), items: 40)
            let statements = package.items.map(\.fullStatement).map { Array($0.utf8) }
            let grid = CSVReader.grid(package.csv().bytes, name: "Items").grid
            let column = grid.rows[0].cells.first { $0.value == "fullStatement" }?.key ?? -1
            #expect(grid.rows.dropFirst().map { Array(($0.cells[column] ?? "").utf8) } == statements)
        }
    }

    @Test func `the template is a workbook that needs to be filled in only`() throws {
        let grids = try WorkbookReader.grids(SheetTemplate.xlsx(), limits: WorkbookLimits()).grids
        #expect(grids.map(\.name) == ["Document", "Items", "Targets", "Translations", "Guide"])
        let reading = try CFPackage.read(xlsx: SheetTemplate.xlsx(), defaults: Self.defaults)
        #expect(reading.package.items.isEmpty && reading.remarks.isEmpty)
        #expect(try CFPackage.read(csv: SheetTemplate.csv(), defaults: Self.defaults).package.items.isEmpty)
    }

    @Test func `the matrix of targets is read, and its faults are told by cell`() throws {
        var grids = PackageSheets.grids(try read(Self.csv).package)
        #expect(grids[2].rows.map(\.cells) == [[0: "profile", 1: "A1"], [0: "P1", 1: "2*1.5"]])
        grids[2].rows[0].cells[2] = "A9"
        grids[2].rows[1].cells[1] = "4"
        grids[2].add(["P7", "1"])
        #expect(
            faults { try CFPackage.read(xlsx: WorkbookWriter.bytes(grids), defaults: Self.defaults) } == [
                "Targets!C1 (A9) sheet-reference", "Targets!B2 (A1) sheet-target",
                "Targets!A3 (profile) sheet-reference",
            ])
    }
}
