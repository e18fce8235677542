import CompetenceFramework
import Foundation
import FrameworkSamples
import Testing

extension SystemTests.SharedServerTests {
    /// `/api/frameworks`: files in, versions, what differs.
    @Suite struct FrameworkAPITests {
        private struct Report: Decodable {
            struct Finding: Decodable {
                let row: Int?
                let column: String?
                let rule: String
            }

            let outcome: String
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

        private struct Difference: Decodable {
            struct Changed: Decodable {
                struct Item: Decodable { let code: String }
                let new: Item
            }

            let changed: [Changed]
            let added: [Changed.Item]
        }

        private let installation: Installation
        private let anybody: Client

        init() throws {
            installation = try Installation.served
            anybody = Client(port: installation.port, key: nil)
        }

        private static let csv = """
            code,type,parent,level,fullStatement,targets
            A,Area,,,Understanding local security,
            A1,Competence,A,,Local safety diagnosis,
            A1.1,Level descriptor,A1,1,Collects figures,
            P1,Staff profile,,,Coordinator,A1=1
            """

        private func writer(_ name: String, _ scope: String = "framework/write") async throws -> Client {
            struct Made: Decodable { let secret: String }
            let made = try await installation.tessera([
                "keys", "create", "--name", name, "--scope", scope, "--json",
            ]).succeeded("keys create")
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.output.utf8)).secret
            return Client(port: installation.port, key: "\(name):\(secret)")
        }

        private func take(_ text: String, as query: String, by client: Client) async throws -> Answer {
            try await client.send(
                "POST", "/api/frameworks?\(query)", body: Data(text.utf8), headers: ["Content-Type": "text/csv"])
        }

        @Test("a framework comes in as a file, is adopted, and goes on as a derived version")
        func life() async throws {
            let writer = try await writer("framework-api")
            let query = "code=API&version=1&title=API&creator=We"
            let trial = try await take(Self.csv, as: query + "&dryRun=true", by: writer).expecting(200)
            #expect(try trial.decoded(as: Report.self).outcome == "created")
            #expect(try await anybody.get("/framework/API/1").status == 404)
            #expect(try await take(Self.csv, as: query, by: writer).decoded(as: Report.self).outcome == "created")
            #expect(try await take(Self.csv, as: query, by: writer).status == 200)
            #expect(try await anybody.get("/framework/API/1").status == 200)

            let status = Data(#"{"status": "Adopted"}"#.utf8)
            let path = "/api/frameworks/API/1"
            #expect(try await writer.send("PUT", path + "/status", body: status).status == 204)
            let changed = Self.csv.replacing("Collects figures", with: "Collects figures with a checklist")
            let refused = try await take(changed, as: query, by: writer).expecting(409)
            #expect(refused.text.contains("framework API version 1 is adopted and cannot be changed"))
            let back = try await writer.send(
                "PUT", path + "/status", body: Data(#"{"status": "Draft"}"#.utf8))
            #expect(back.status == 409)

            let derived = try await writer.send(
                "POST", path + "/derivations", body: Data(#"{"version": "2"}"#.utf8)
            ).expecting(201)
            #expect(derived.header("Location") == "/framework/API/2")
            let again = try await writer.send(
                "POST", path + "/derivations", body: Data(#"{"version": "2"}"#.utf8))
            #expect(again.status == 409)
            for version in [String(repeating: "9", count: 101), "3 ", "3\\n"] {
                let body = Data(#"{"version": "\#(version)"}"#.utf8)
                let unfit = try await writer.send("POST", path + "/derivations", body: body).expecting(400)
                #expect(unfit.text.contains(#""pointer":"/version""#), "\(version)")
            }
            let proposal = try await writer.send(
                "POST", "/api/frameworks/API/2/proposals",
                body: Data(#"{"title": "T", "reason": "R", "edits": [{"kind": "wish"}]}"#.utf8)
            ).expecting(400)
            #expect(proposal.text.contains(#""pointer":"/edits/0/kind""#))
            let updated = try await take(changed + "\nA2,Competence,A,,Data,", as: "code=API&version=2", by: writer)
            #expect(try updated.decoded(as: Report.self).outcome == "updated")
            let difference = try await anybody.get("/api/frameworks/API/2/difference?from=1").expecting(200)
                .decoded(as: Difference.self)
            #expect(difference.changed.map(\.new.code) == ["A1.1"] && difference.added.map(\.code) == ["A2"])
            let listed = try await anybody.get("/api/frameworks").expecting(200).decoded(as: Listed.self)
            let versions = listed.frameworks.filter { $0.code == "API" }.map { "\($0.version) \($0.status)" }
            #expect(versions.sorted() == ["1 Adopted", "2 Draft"])
        }

        @Test("a file with faults is refused with each of them, and what is asked for wrongly, with the reason")
        func refusals() async throws {
            let writer = try await writer("framework-api-faults")
            let broken = Self.csv + "\nA1,Competence,Z,,Twice,\nA1.2,Level descriptor,A1,7,High,"
            let answer = try await take(broken, as: "code=NO&version=1", by: writer).expecting(400)
            let report = try answer.decoded(as: Report.self)
            #expect(report.outcome == "refused" && report.faults.count >= 3)
            #expect(report.faults.contains { $0.row == 7 && $0.column == "D" }, "\(report.faults)")
            #expect(try await anybody.get("/framework/NO/1").status == 404)
            #expect(try await take(Self.csv, as: "code=NO&nonsense=1", by: writer).status == 400)
            let other = try await writer.send(
                "POST", "/api/frameworks", body: Data("x".utf8), headers: ["Content-Type": "text/plain"])
            #expect(other.status == 415)
            for (path, body, status) in [
                ("IUS/0.1/status", #"{"status": "Final"}"#, 400), ("IUS/0.1/status", "{}", 400),
                ("IUS/0.1/status", "{", 400), ("IUS/9/status", #"{"status": "Draft"}"#, 404),
            ] {
                let answer = try await writer.send(
                    "PUT", "/api/frameworks/\(path)", body: Data(body.utf8))
                #expect(answer.status == status, "\(path) \(body)")
            }
            #expect(try await anybody.get("/api/frameworks/IUS/0.1/difference").status == 400)
            #expect(try await anybody.get("/api/frameworks/IUS/0.1/difference?from=9").status == 404)
        }

        @Test("there is an empty workbook and an empty .csv file, which are filled in and taken")
        func templates() async throws {
            let writer = try await writer("framework-api-template")
            let csv = try await anybody.get("/framework/template.csv").expecting(200)
            #expect(csv.header("Content-Type")?.hasPrefix("text/csv") == true)
            let header = csv.text.trimmingCharacters(in: .whitespacesAndNewlines)
            let columns = header.trimmingPrefix("\u{FEFF}").split(separator: ",").map(String.init)
            let cells = ["code": "A", "type": "Area", "fullStatement": "Understanding"]
            #expect(Set(cells.keys).isSubset(of: columns))
            let row = columns.map { cells[$0] ?? "" }.joined(separator: ",")
            let taken = try await take(header + "\n" + row, as: "code=TEMPLATE&version=1&title=T", by: writer)
            #expect(try taken.expecting(200).decoded(as: Report.self).outcome == "created")
            let workbook = try await anybody.get("/framework/template.xlsx").expecting(200)
            let defaults = SheetDefaults(
                title: "T", code: "T", version: "1", creator: "We", base: "https://tessera.example/ims/case/v1p1",
                lastChangeDateTime: "2026-11-23T00:00:00Z")
            #expect(try CFPackage.read(xlsx: Array(workbook.body), defaults: defaults).package.items.isEmpty)
            let page = try await anybody.get("/framework/IUS/0.1").expecting(200).text
            #expect(page.contains("/framework/template.xlsx"))
        }

        @Test("a version is told in the reader's language, and each text says which it is in")
        func translated() async throws {
            struct Content: Decodable {
                struct Item: Decodable {
                    let code: String
                    let statement: String
                    let statementLanguage: String
                }

                let shown: String
                let items: [Item]
            }

            let writer = try await writer("framework-api-translated")
            let csv = Self.csv.replacing("targets", with: "targets,fullStatement@it")
                .replacing(
                    "A1,Competence,A,,Local safety diagnosis,",
                    with: "A1,Competence,A,,Local safety diagnosis,,Diagnosi")
            _ = try await take(csv, as: "code=LANG&version=1&title=T", by: writer).expecting(200)
            for (path, header) in [
                ("/api/frameworks/LANG/1", "it-CH, en;q=0.5"), ("/api/frameworks/LANG/1?lang=it", "en"),
            ] {
                let answer = try await anybody.send("GET", path, headers: ["Accept-Language": header]).expecting(200)
                #expect(answer.header("Vary")?.contains("Accept-Language") == true)
                let content = try answer.decoded(as: Content.self)
                let texts = content.items.map { "\($0.code) \($0.statementLanguage) \($0.statement)" }
                #expect(content.shown == "it")
                #expect(texts.contains("A1 it Diagnosi") && texts.contains("A en Understanding local security"))
            }
            #expect(try await anybody.get("/api/frameworks/LANG/7").status == 404)
        }

        @Test(
            "a framework of another publisher's software has its tree on its page, and comes back from CASE's service")
        func foreign() async throws {
            let writer = try await writer("framework-api-foreign")
            let package = try CFPackage.read(OpenSALTSample.json).package
            _ = try await writer.send("POST", "/api/frameworks", body: Data(OpenSALTSample.json)).expecting(200)
            let document = package.document.identifier
            let page = try await anybody.get("/framework/\(document)/1").expecting(200).text
            let tree = try #require(
                page.range(of: #"(?s)<section class="tree".*?</section>"#, options: .regularExpression))
            let marks = page[tree].matches(of: /<\/?(ul|li)|id="[0-9a-f]{8}-[^"]*"/).map { String($0.output.0) }
            let ids = package.items.map(\.identifier)
            // The second child comes first by its number; what is below two items is shown below the first of them.
            #expect(
                marks == [
                    "<ul", "<li", "id=\"\(ids[0])\"", "<ul", "<li", "id=\"\(ids[2])\"", "</li", "<li",
                    "id=\"\(ids[1])\"", "<ul", "<li", "id=\"\(ids[3])\"", "</li", "</ul", "</li", "</ul", "</li",
                    "</ul",
                ])
            let item = try await anybody.get("/framework/items/\(ids[3])")
            #expect(item.header("Location")?.hasSuffix("/framework/\(document)/1#\(ids[3])") == true, "\(item)")
            let search = try await anybody.get("/framework/\(document)/1/search?q=analyse").expecting(200)
            #expect(search.text.contains("#\(ids[1])"))
            let served = try await anybody.get("/ims/case/v1p0/CFPackages/\(document)").expecting(200)
            #expect(try CFPackage.read(Array(served.body)).package.items.map(\.identifier) == ids)
        }

        @Test("who may not write frameworks writes none")
        func rights() async throws {
            let proposer = try await writer("framework-api-proposer", "framework/propose")
            for (client, status) in [(anybody, 401), (proposer, 403)] {
                #expect(try await take(Self.csv, as: "code=NO&version=1", by: client).status == status)
                for (method, path) in [("PUT", "status"), ("POST", "derivations")] {
                    let answer = try await client.send(
                        method, "/api/frameworks/IUS/0.1/\(path)", body: Data("{}".utf8))
                    #expect(answer.status == status, "\(path)")
                }
            }
        }
    }
}
