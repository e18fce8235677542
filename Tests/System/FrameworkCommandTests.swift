import CompetenceFramework
import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `tessera framework`.
    @Suite struct FrameworkCommandTests {
        private struct Report: Decodable {
            struct Finding: Decodable {
                let place: String
                let row: Int?
                let column: String?
                let rule: String
            }

            let outcome: String
            let dryRun: Bool
            let faults: [Finding]
        }

        private struct Listed: Decodable {
            struct Version: Decodable {
                let code: String
                let version: String
                let status: String
            }

            let frameworks: [Version]
        }

        private let installation: Installation

        init() throws { installation = try Installation.served }

        private static let csv = """
            code,type,parent,level,fullStatement,abbreviatedStatement,eqfReference,targets,fullStatement@it
            A,Area,,,Understanding local security,,,,Conoscere
            A1,Competence,A,,Local safety diagnosis,,,,
            A1.1,Level descriptor,A1,1,Collects figures,L1 Foundation,4,,Raccoglie
            A1.2,Level descriptor,A1,2,Plans it,L2 Practitioner,5,,
            P1,Staff profile,,,Coordinator,,,A1=2*1.5,
            """

        /// Takes in a file in a folder of its own.
        private func take(
            _ content: [UInt8], named name: String, _ options: String..., status: Int32 = 0
        ) async throws -> Report {
            try await TemporaryFolder.with { folder in
                let file = "\(folder)/\(name)"
                try Data(content).write(to: URL(filePath: file))
                let outcome = try await installation.tessera(
                    ["framework", "import", file, "--json", "--base-url", "https://tessera.example"] + options)
                try #require(outcome.status == status, "\(outcome)")
                return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
            }
        }

        private func exported(_ code: String, _ version: String, _ options: String...) async throws -> [UInt8] {
            try await TemporaryFolder.with { folder in
                _ = try await installation.tessera(
                    ["framework", "export", code, version, "--base-url", "https://tessera.example", "-o"]
                        + ["\(folder)/file"] + options
                ).succeeded("export")
                return try Array(Data(contentsOf: URL(filePath: "\(folder)/file")))
            }
        }

        private func status(_ arguments: String...) async throws -> (Int32, String) {
            let outcome = try await installation.tessera(["framework"] + arguments)
            return (outcome.status, outcome.output + outcome.error)
        }

        @Test("a framework comes in as .csv, goes out in every form, and comes back without a change")
        func throughFiles() async throws {
            let new = ["--code", "FILES", "--version", "1", "--title", "Files", "--creator", "The scheme"]
            let first = try await installation.tessera(["framework", "list", "--json"]).succeeded("list")
            #expect(!first.output.contains("FILES"))
            let trial = try await take(
                Array(Self.csv.utf8), named: "a.csv", new[0], new[1], new[2], new[3], new[4], new[5], new[6], new[7],
                "--dry-run")
            #expect(trial.outcome == "created" && trial.dryRun)
            let created = try await take(
                Array(Self.csv.utf8), named: "a.csv", new[0], new[1], new[2], new[3], new[4], new[5], new[6], new[7])
            #expect(created.outcome == "created" && !created.dryRun)
            let json = try await exported("FILES", "1")
            let package = try CFPackage.read(json).package
            #expect(package.items.map(\.code) == ["A", "A1", "A1.1", "A1.2", "P1"])
            #expect(package.items[2].translation(of: "fullStatement", in: "it") == "Raccoglie")
            #expect(package.document.uri.hasPrefix("https://tessera.example/ims/case/v1p1/CFDocuments/"))
            #expect(try await take(json, named: "b.json").outcome == "unchanged")
            let workbook = try await exported("FILES", "1", "--format", "xlsx")
            #expect(try await take(workbook, named: "b.xlsx").outcome == "unchanged")
            #expect(try await exported("FILES", "1") == json)
            #expect(
                try CFPackage.read(try await exported("FILES", "1", "--case-version", "1.0")).package.items.count == 5)
            let turtle = String(decoding: try await exported("FILES", "1", "--format", "ttl"), as: UTF8.self)
            #expect(turtle.contains("ceasn:Competency"))
            let linked = try await exported("FILES", "1", "--format", "jsonld")
            #expect((try JSONSerialization.jsonObject(with: Data(linked)) as? [String: Any])?["@context"] != nil)
            // What a .csv cannot hold stays.
            var aligned = package
            aligned.associations.append(
                CFAssociation(
                    identifier: "5f0c1f9e-0000-4000-8000-00000000c511", associationType: .exactMatchOf,
                    uri: "https://tessera.example/ims/case/v1p1/CFAssociations/5f0c1f9e-0000-4000-8000-00000000c511",
                    originNodeURI: LinkGenURI(
                        title: "Coordinator", identifier: package.items[4].identifier, uri: package.items[4].uri),
                    destinationNodeURI: LinkGenURI(
                        title: "warden", identifier: "4cbe5a17-056c-489a-9f10-f9d816905000",
                        uri: "http://data.europa.eu/esco/occupation/4cbe5a17-056c-489a-9f10-f9d816905000",
                        targetType: "ext:esco"), lastChangeDateTime: "2026-11-23T00:00:00Z"))
            #expect(try await take(aligned.json(), named: "c.json").outcome == "updated")
            let items = try await exported("FILES", "1", "--format", "csv")
            _ = try await take(items, named: "c.csv", "--code", "FILES", "--version", "1")
            let kept = try CFPackage.read(try await exported("FILES", "1")).package
            #expect(kept.associations.contains { $0.associationType == .exactMatchOf })
        }

        @Test("a broken sheet is refused with the row and column of each fault, and changes nothing")
        func brokenSheets() async throws {
            let options = ["--code", "BROKEN", "--version", "1", "--title", "Broken"]
            func take(_ content: [UInt8], status: Int32) async throws -> Report {
                try await self.take(
                    content, named: "a.csv", options[0], options[1], options[2], options[3], options[4], options[5],
                    status: status)
            }
            #expect(try await take(Array(Self.csv.utf8), status: 0).outcome == "created")
            let before = try await exported("BROKEN", "1")
            let broken = """
                code,type,parent,level,fullStatement
                A,Area,,,Understanding
                A1,Competence,A,,Diagnosis
                A1.1,Level descriptor,A1,5,Collects
                A2,Competence,Z,,Data
                X,Item,Y,,One
                Y,Item,X,,Other
                A1,Competence,A,,Again
                """
            let report = try await take(Array(broken.utf8), status: 1)
            #expect(report.outcome == "refused")
            let places = report.faults.map { "\($0.column ?? "")\($0.row.map(String.init) ?? "") \($0.rule)" }
            #expect(places.contains("D4 scheme-level"), "\(places)")
            #expect(places.contains { $0.hasPrefix("C5 ") }, "\(places)")
            #expect(places.contains { $0.hasSuffix("case-cycle") }, "\(places)")
            #expect(places.contains { $0.hasPrefix("A8 ") }, "\(places)")
            let latin = Array(Self.csv.replacing("Understanding", with: "Sécurité").utf16).map {
                UInt8(truncatingIfNeeded: $0)
            }
            let encoding = try await take(latin, status: 1)
            #expect(encoding.faults.contains { $0.row == 2 && $0.rule == "sheet-encoding" }, "\(encoding.faults)")
            #expect(try await exported("BROKEN", "1") == before)
        }

        @Test("an adopted version is not changed; a new one is derived from it, and the difference is told")
        func versions() async throws {
            let csv = Array(Self.csv.utf8)
            _ = try await take(csv, named: "a.csv", "--code", "ADOPT", "--version", "1", "--title", "Adopt")
            #expect(try await status("adopt", "ADOPT", "1") == (0, "ADOPT 1 is adopted.\n"))
            let changed = Array(Self.csv.replacing("Plans it", with: "Plans it well").utf8)
            let file = try await TemporaryFolder.with { folder in
                try Data(changed).write(to: URL(filePath: "\(folder)/b.csv"))
                return try await installation.tessera(
                    "framework", "import", "\(folder)/b.csv", "--code", "ADOPT", "--version", "1")
            }
            #expect(file.status == 1)
            #expect(file.error.contains("framework ADOPT version 1 is adopted and cannot be changed"), "\(file)")
            #expect(try await status("derive", "ADOPT", "1", "2").0 == 0)
            _ = try await take(changed, named: "b.csv", "--code", "ADOPT", "--version", "2")
            let (_, difference) = try await status("diff", "ADOPT", "1", "2")
            #expect(difference.contains(#"A1.2: fullStatement: "Plans it" → "Plans it well""#), "\(difference)")
            let listed = try await installation.tessera("framework", "list", "--json").succeeded("list")
            let versions = try JSONDecoder().decode(Listed.self, from: Data(listed.output.utf8)).frameworks
            #expect(
                versions.filter { $0.code == "ADOPT" }.map { "\($0.version) \($0.status)" }.sorted() == [
                    "1 Adopted", "2 Draft",
                ])
            #expect(try await status("deprecate", "ADOPT", "1") == (0, "ADOPT 1 is deprecated.\n"))
            #expect(try await status("export", "ADOPT", "9") == (1, "There is no framework ADOPT version 9.\n"))
        }
    }
}
