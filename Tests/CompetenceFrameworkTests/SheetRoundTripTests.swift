import FrameworkSamples
import Testing

@testable import CompetenceFramework

@Suite("sheets, there and back")
struct SheetRoundTripTests {
    static let defaults = SheetDefaults(
        creator: "nobody", base: "https://wrong.example", lastChangeDateTime: "2000-01-01T00:00:00Z")

    /// Where two packages differ first.
    private func difference(_ one: CFPackage, _ other: CFPackage) -> String {
        let (left, right) = (one.json(), other.json())
        let offset = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
        let shown = { (bytes: [UInt8]) in
            String(decoding: bytes[max(0, offset - 200)..<min(bytes.count, offset + 100)], as: UTF8.self)
        }
        return "\(shown(left)) ≠ \(shown(right))"
    }

    private func expectSame(_ package: CFPackage) throws {
        let bytes = package.xlsx()
        let reading = try CFPackage.read(xlsx: bytes, defaults: Self.defaults)
        // By bytes, because texts in Swift are equal when they differ in normalization only.
        let isSame = reading.package.json() == package.json() && reading.package == package
        #expect(isSame, "\(difference(package, reading.package))")
        let isSameWorkbook = reading.package.xlsx() == bytes
        #expect(isSameWorkbook)
    }

    @Test(arguments: 1...60) func `any package is the same after it was a workbook, and the workbook after that`(
        seed: Int
    ) throws {
        try expectSame(GeneratedPackage.make(seed: UInt64(seed), items: seed * 2))
    }

    @Test func `so is one of two thousand items`() throws {
        try expectSame(GeneratedPackage.make(seed: 4711, items: 2000))
    }

    @Test func `generated packages are accepted by CASE, as JSON`() throws {
        for seed in 1...40 {
            let package = GeneratedPackage.make(seed: UInt64(seed), items: 60)
            #expect(try CFPackage.read(package.json()).package == package)
        }
    }

    @Test func `the sample is the same, and what columns say has no row`() throws {
        try expectSame(Sample.package())
        var package = Sample.package()
        let rows = { (package: CFPackage) in
            PackageSheets.grids(package).first { $0.name == "Associations" }.map { $0.rows.count - 1 }
        }
        // The identifiers of the sample are not made from names, so each association has a row.
        #expect(rows(package) == 22)
        package.associations = []
        let made = AssociationLayout.made(
            package.document, package.items, parents: Sample.parents, targets: [], settings: .init())
        package.associations = made.map(\.association)
        #expect(rows(package) == 0)
        try expectSame(package)
    }

    @Test func `a competence that people add gets a rubric, and a level that they change changes it`() throws {
        for isDerived in [true, false] {
            var package = Sample.package()
            package.rubrics = package.derivedRubrics()
            if !isDerived { package.rubrics[0].description = "changed by hand" }
            var grids = PackageSheets.grids(package)
            let header = grids[1].rows[0].cells
            let column = { (name: String) in header.first { $0.value == name }?.key ?? -1 }
            grids[1].rows[4].cells[column("fullStatement")] = "Changed"
            var row = Array(repeating: "", count: header.count)
            for (name, text) in [("code", "A3"), ("type", "Competence"), ("parent", "A"), ("fullStatement", "Risk")] {
                row[column(name)] = text
            }
            grids[1].add(row)
            let read = try CFPackage.read(xlsx: WorkbookWriter.bytes(grids), defaults: Self.defaults).package
            #expect(read.rubrics.map(\.title) == ["Local safety diagnosis", "Data and problem analysis", "Risk"])
            let changed = read.rubrics[0].criteria[0].levels[0].description == "Changed"
            #expect(changed == isDerived, "a rubric of its own keeps its own texts")
        }
    }

    @Test func `a text that is too long for a cell goes on elsewhere`() throws {
        var package = Sample.package()
        package.items[0].notes = String(repeating: "🧑🏽‍🚒é", count: 20_000)
        let grids = PackageSheets.grids(package)
        #expect(grids.last?.name == "Continued")
        #expect(grids.flatMap(\.rows).flatMap(\.cells.values).allSatisfy { $0.utf16.count <= 32_767 })
        try expectSame(package)
    }

    @Test func `no cell of a workbook is a formula or a number`() throws {
        let bytes = GeneratedPackage.make(seed: 5, items: 200).xlsx()
        var zip = try ZipReader(bytes, maximumExpanded: 1 << 28)
        for number in 1...8 {
            var scanner = try XMLScanner(#require(try zip.content("xl/worksheets/sheet\(number).xml")))
            while let event = try scanner.next() {
                guard case .start(let element, let attributes) = event else { continue }
                #expect(element != "f" && element != "v")
                if element == "c" { #expect(attributes["t"] == "inlineStr") }
            }
        }
    }
}

extension Sample {
    /// The parents of the sample's items.
    static let parents: [Int?] = [nil, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, nil]
}
