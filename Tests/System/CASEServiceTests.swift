import CompetenceFramework
import Foundation
import TestSupport
import Testing

extension SystemTests.PilotTests {
    /// `/ims/case/v1p1` and `/ims/case/v1p0`, as anybody's program asks them.
    struct CASEServiceTests {
        private struct Documents: Decodable {
            struct Document: Decodable {
                let identifier: String?
                let title: String?
                let version: String?
                let caseVersion: String?
            }

            let documents: [Document]

            private enum CodingKeys: String, CodingKey { case documents = "CFDocuments" }
        }

        private struct Summary: Decodable {
            let documents: Int
            let objects: Int
            let deviations: Int
        }

        private let installation: Installation
        private let anybody: Client

        init() async throws {
            installation = try .served
            anybody = Client(port: installation.port)
            try await installation.addSampleFramework()
        }

        private func get(_ path: String, version: String = "v1p1") async throws -> Answer {
            try await anybody.get("/ims/case/\(version)/" + path)
        }

        private func documents(_ query: String) async throws -> (answer: Answer, list: [Documents.Document]) {
            let answer = try await get("CFDocuments" + query).expecting(200)
            return (answer, try answer.decoded(as: Documents.self).documents)
        }

        @Test func `whatever is served fits a schema of CASE 1.1, and every object is what its package says`()
            async throws
        {
            let outcome = try await Program.run(
                TestEnvironment.python, [TestEnvironment.script("validate_case.py"), installation.url],
                atMost: .seconds(170)
            ).succeeded("validate_case.py")
            let summary = try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
            #expect(summary.deviations == 0 && summary.documents >= 3 && summary.objects > 250)
        }

        @Test func `a package of either version can be read again, and 1_0 lacks what came later`() async throws {
            let identifier = try await installation.administrator(
                "SELECT identifier FROM framework.document WHERE code = 'IUS' AND version = '0.1'")
            let newer = try await get("CFPackages/\(identifier)").expecting(200)
            let older = try await get("CFPackages/\(identifier)", version: "v1p0").expecting(200)
            let package = try CFPackage.read([UInt8](newer.body)).package
            #expect(package.items.count == 114 && package.rubrics.count == 20)
            #expect(package.json() == [UInt8](newer.body))
            #expect(package.associations.contains { $0.isTarget })
            #expect(package.json(version: .v1p0) == [UInt8](older.body))
            #expect(!older.text.contains("extensions") && !older.text.contains("targetType"))
            #expect(newer.header("Last-Modified")?.hasSuffix(" GMT") == true)
            #expect(newer.header("Access-Control-Allow-Origin") == "*")
            let tag = try #require(newer.header("ETag"))
            #expect(older.header("ETag") != tag)
            let again = try await anybody.send(
                "GET", "/ims/case/v1p1/CFPackages/\(identifier)", headers: ["If-None-Match": tag])
            #expect(again.status == 304 && again.text.isEmpty)
            let changed = try #require(newer.header("Last-Modified"))
            for (headers, status) in [
                (["If-Modified-Since": changed], 304), (["If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"], 304),
                (["If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"], 200), (["If-Modified-Since": "soon"], 200),
                (["If-Modified-Since": changed, "If-None-Match": "\"other\""], 200),
            ] {
                let path = "/ims/case/v1p1/CFPackages/\(identifier)"
                #expect(try await anybody.send("GET", path, headers: headers).status == status, "\(headers)")
            }
            let head = try await anybody.send("HEAD", "/ims/case/v1p1/CFPackages/\(identifier)")
            #expect(head.status == 200 && head.text.isEmpty && head.header("ETag") == tag)
        }

        @Test func `documents come in pages, each leading to the others`() async throws {
            let (all, list) = try await documents("?limit=500")
            let total = try #require(all.header("X-Total-Count").flatMap { Int($0) })
            #expect(list.count == total && total >= 3)
            #expect(list.allSatisfy { $0.title != "Secret" })
            var found: [String] = []
            var path: String? = "/ims/case/v1p1/CFDocuments?limit=1&sort=title"
            while let address = path, found.count <= total {
                let answer = try await anybody.get(address).expecting(200)
                found += try answer.decoded(as: Documents.self).documents.compactMap(\.identifier)
                let links = try #require(answer.header("Link"))
                #expect(links.contains(#"rel="first""#) && links.contains(#"rel="last""#))
                #expect(links.contains(#"rel="prev""#) == (found.count > 1))
                let next = links.components(separatedBy: ", ").first { $0.hasSuffix(#"rel="next""#) }
                path = next.flatMap { URL(string: String($0.dropFirst().prefix { $0 != ">" })) }.map {
                    $0.path + "?" + ($0.query(percentEncoded: true) ?? "")
                }
            }
            #expect(found.count == total && Set(found) == Set(list.compactMap(\.identifier)))
            #expect(try await documents("?offset=10000").list.isEmpty)
        }

        @Test func `documents are filtered, sorted and reduced to what is asked for`() async throws {
            let quoted = "title%3D'Sample%20%3Cframework%3E'"
            let (answer, sample) = try await documents("?filter=\(quoted)&sort=version&orderBy=desc")
            #expect(sample.map(\.version) == ["2.0", "1.0"] && answer.header("X-Total-Count") == "2")
            let both = try await documents("?filter=\(quoted)%20AND%20version~'1.'").list
            #expect(both.map(\.version) == ["1.0"])
            let either = try await documents("?filter=version%3D'1.0'%20OR%20version%3D'0.1'&sort=version").list
            #expect(either.map(\.version) == ["0.1", "1.0"])
            let reduced = try await documents("?filter=\(quoted)&fields=identifier,version").list
            #expect(reduced.allSatisfy { $0.title == nil && $0.identifier != nil && $0.version != nil })
            #expect(try await documents("?filter=title%3D'nothing'").list.isEmpty)
        }

        @Test(
            arguments: [
                ("CFDocuments?limit=0", 400, "invalid_selection_field"),
                ("CFDocuments?limit=501", 400, "invalid_selection_field"),
                ("CFDocuments?offset=-1", 400, "invalid_selection_field"),
                ("CFDocuments?limit=1&limit=2", 400, "invalid_selection_field"),
                ("CFDocuments?page=2", 400, "invalid_selection_field"),
                ("CFDocuments?fields=title,colour", 400, "invalid_selection_field"),
                ("CFDocuments?sort=colour", 400, "invalid_sort_field"),
                ("CFDocuments?orderBy=up", 400, "invalid_sort_field"),
                ("CFDocuments?filter=colour%3D'red'", 400, "invalid_filter_field"),
                ("CFDocuments?filter=%FF", 400, "invalid_selection_field"),
                ("CFItems/none", 404, "invalid_uuid"),
                ("CFItems/00000000-0000-4000-8000-000000000000", 404, "unknownobject"),
                ("CFRubrics/00000000-0000-4000-8000-000000000000", 404, "unknownobject"),
                ("CFConcepts/00000000-0000-4000-8000-000000000000", 404, "unknownobject"),
                ("CFItemAssociations/00000000-0000-4000-8000-000000000000", 404, "unknownobject"),
                ("CFItems/00000000-0000-4000-8000-000000000000?limit=1", 400, "invalid_selection_field"),
                ("CFItems", 404, "unsupported"),
            ])
        func `what is wrong is told as CASE tells it`(path: String, status: Int, code: String) async throws {
            let answer = try await get(path)
            #expect(
                answer.status == status && answer.text.contains(#""imsx_codeMinorFieldValue":"\#(code)""#), "\(answer)")
            #expect(answer.text.hasPrefix(#"{"imsx_codeMajor":"failure","imsx_severity":"error","imsx_description":""#))
            #expect(try await get(path, version: "v1p0").status == status)
        }

        @Test func `nothing of a private draft is given`() async throws {
            let secret = try await installation.administrator(
                """
                SELECT d.identifier || ' ' || i.identifier FROM framework.document AS d
                JOIN framework.item AS i USING (document_key) WHERE d.code = 'SAMPLE' AND d.version = '3.0'
                """
            ).split(separator: " ")
            for path in ["CFDocuments/\(secret[0])", "CFPackages/\(secret[0])", "CFItems/\(secret[1])"] {
                #expect(try await get(path).status == 404, "\(path)")
            }
            #expect(try await get("CFItemAssociations/\(secret[1])").status == 404)
            #expect(try await anybody.get("/framework/SAMPLE/3.0.json").status == 404)
        }

        @Test(
            arguments: [
                ("json", "application/json"), ("jsonld", "application/ld+json"), ("ttl", "text/turtle; charset=utf-8"),
                ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                ("csv", "text/csv; charset=utf-8; header=present"),
            ])
        func `a version can be taken away as a file`(format: String, type: String) async throws {
            let answer = try await anybody.get("/framework/IUS/0.1." + format).expecting(200)
            #expect(answer.header("Content-Type") == type)
            #expect(answer.header("Content-Disposition")?.contains(#"filename="IUS-0.1.\#(format)""#) == true)
            let page = try await anybody.get("/framework/IUS/0.1", accept: "text/html").text
            #expect(page.contains(#"href="/framework/IUS/0.1.\#(format)""#))
            let tag = try #require(answer.header("ETag"))
            let again = try await anybody.send(
                "GET", "/framework/IUS/0.1." + format, headers: ["If-None-Match": tag])
            #expect(again.status == 304)
            let bytes = [UInt8](answer.body)
            switch format {
            case "json":
                let package = try CFPackage.read(bytes).package
                #expect(package.json(isPretty: true) == bytes && package.items.count == 114)
            case "xlsx":
                let defaults = SheetDefaults(
                    creator: "x", base: "https://example.org", lastChangeDateTime: "2000-01-01T00:00:00Z")
                #expect(try CFPackage.read(xlsx: bytes, defaults: defaults).package.items.count == 114)
            case "csv": #expect(answer.text.split(whereSeparator: \.isNewline).count > 100)
            default: #expect(answer.text.contains("Local safety diagnosis"))
            }
            #expect(try await anybody.get("/framework/IUS/9." + format).status == 404)
        }
    }
}
