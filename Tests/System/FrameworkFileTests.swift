import CompetenceFramework
import Foundation
import Testing

extension SystemTests {
    /// Files of frameworks, read and written by programs that nobody here wrote.
    @Suite struct FrameworkFileTests {
        private static let defaults = SheetDefaults(
            title: "Sicherheit \"für alle\"", code: "IUS", version: "0.1", creator: "The scheme", language: "en",
            base: "https://tessera.example/ims/case/v1p1", lastChangeDateTime: "2026-11-23T00:00:00Z")

        /// A framework with what spreadsheets and triple stores stumble over.
        private static func package() throws -> CFPackage {
            let csv = """
                code,type,parent,level,fullStatement,abbreviatedStatement,notes,eqfReference,targets,statusStartDate,fullStatement@it
                A,Area,,,"Understanding ""local"" security",,"two
                lines\tand a tab",,,,"Conoscere, bene"
                A1,Competence,A,,'=SUM(A1:A9),,,,,2026-02-01,
                A1.1,Level descriptor,A1,1,007,L1 Foundation,1e5,4,,,\\n \\"
                A1.2,Level descriptor,A1,2,🧑🏽‍🚒 مرحبا _x0041_,L2 Practitioner,<b>&amp;</b>,5,,,
                P1,Staff profile,,,Coordinator,,,,A1=2*1.50,,
                """
            return try CFPackage.read(csv: Array(csv.utf8), defaults: defaults).package
        }

        @Test("openpyxl reads our workbooks, and we read its")
        func workbooks() async throws {
            let package = try Self.package()
            try await TemporaryFolder.with { folder in
                let (ours, foreign) = ("\(folder)/ours.xlsx", "\(folder)/foreign.xlsx")
                try Data(package.xlsx()).write(to: URL(filePath: ours))
                let outcome = try await Program.run(
                    TestEnvironment.python, [TestEnvironment.script("foreign_workbook.py"), ours, foreign]
                ).succeeded("foreign_workbook.py")
                let sheets = try JSONDecoder().decode(
                    [String: [[String?]]].self, from: Data(outcome.output.utf8))
                #expect(sheets["Targets"] == [["profile", "A1"], ["P1", "2*1.50"]])
                #expect(sheets["Items"]?.map { $0[0] } == ["code", "A", "A1", "A1.1", "A1.2", "P1"])
                let column = try #require(sheets["Items"]?[0].firstIndex(of: "fullStatement"))
                #expect(sheets["Items"]?[2][column] == "=SUM(A1:A9)")
                let bytes = try Array(Data(contentsOf: URL(filePath: foreign)))
                let reading = try CFPackage.read(xlsx: bytes, defaults: Self.defaults)
                #expect(reading.package.json() == package.json())
            }
        }

        @Test("rdflib finds the same graph in our JSON-LD and our Turtle")
        func graphs() async throws {
            let package = try Self.package()
            try await TemporaryFolder.with { folder in
                let (jsonLD, turtle) = ("\(folder)/framework.jsonld", "\(folder)/framework.ttl")
                try Data(package.jsonLD()).write(to: URL(filePath: jsonLD))
                try Data(package.turtle()).write(to: URL(filePath: turtle))
                let outcome = try await Program.run(
                    TestEnvironment.python, [TestEnvironment.script("same_graph.py"), jsonLD, turtle]
                ).succeeded("same_graph.py")
                struct Summary: Decodable {
                    let triples: Int
                    let competencies: Int
                    let texts: [String]
                }
                let summary = try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
                #expect(summary.competencies == 4 && summary.triples > 80)
                #expect(
                    Set(summary.texts)
                        == Set(
                            package.items.dropLast().map(\.fullStatement) + ["Conoscere, bene", "\\n \\\""]))
            }
        }
    }
}
