import Foundation
import Testing

extension SystemTests {
    /// Evaluation reports of the demonstration: frozen, the same again, and for nobody else.
    struct ReportTests {
        private struct Made: Decodable { let number: Int }

        private struct Report: Decodable {
            struct Head: Decodable {
                struct Section: Decodable { let number: Int }

                let state: String
                let asOf: String
                let sha256: String
                let verified: Bool
                let missing: [Section]
            }

            let report: Head
        }

        private struct Check: Decodable {
            let tables: Int
            let cells: Int
            let faults: [String]
        }

        private struct Enrolments: Decodable {
            struct Person: Decodable {
                struct Account: Decodable {
                    let homePage: String
                    let name: String
                }

                let registration: String
                let account: Account
            }

            let enrolments: [Person]
        }

        private struct Told: Decodable {
            let number: Int
            let isNew: Bool
            let asOf: String
            let sha256: String
        }

        private func make(_ definition: String = "{}", of pilot: String, _ client: Client) async throws -> Answer {
            try await client.send("POST", "/api/pilots/\(pilot)/reports", body: Data(definition.utf8))
        }

        @Test("ten thousand statements later a report is the same in all its forms, and a new one is another")
        func frozen() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    let client = installation.client
                    let pilot = try await installation.demo().pilot
                    #expect(try await make(of: pilot, client).expecting(201).decoded(as: Made.self).number == 1)
                    let path = "/reports/\(pilot)/1"
                    func forms() async throws -> [Data] {
                        var bodies: [Data] = []
                        for (path, accept) in [
                            (path, "text/html"), (path, "application/json"), (path, "application/pdf"),
                            (path + "/numbers.json", "*/*"), (path + "/datapackage.json", "*/*"),
                            (path + "/data/time_on_task.csv", "*/*"),
                        ] {
                            bodies.append(try await client.get(path, accept: accept).expecting(200).body)
                        }
                        return bodies
                    }
                    let before = try await forms()
                    #expect(before[2].starts(with: Data("%PDF-1.7".utf8)))
                    let head = try JSONDecoder().decode(Report.self, from: before[1]).report
                    #expect(head.verified && head.state == "draft")

                    try await post(10_000, to: pilot, client)
                    try await installation.refreshViews()
                    let asOf = #"{"asOf":"\#(head.asOf)"}"#
                    #expect(try await make(asOf, of: pilot, client).expecting(200).decoded(as: Made.self).number == 1)
                    let after = try await forms()
                    for (one, other) in zip(before, after) { #expect(one == other) }
                    #expect(try JSONDecoder().decode(Report.self, from: after[1]).report.verified)
                    let again = try await installation.tessera(
                        "report", "make", "--pilot", pilot, "--as-of", head.asOf, "--json"
                    ).succeeded().output
                    let told = try JSONDecoder().decode(Told.self, from: Data(again.utf8))
                    #expect(told.number == 1 && !told.isNew && told.sha256 == head.sha256 && told.asOf == head.asOf)

                    #expect(try await make(of: pilot, client).expecting(201).decoded(as: Made.self).number == 2)
                    let next: Report = try await client.get("/api/pilots/\(pilot)/reports/2").expecting(200).decoded()
                    #expect(next.report.sha256 != head.sha256)
                    let never = try await make(#"{"asOf":"2026-01-01T00:00:00Z"}"#, of: pilot, client).expecting(409)
                    #expect(never.text.contains("No report was made as of 2026-01-01T00:00:00Z"))
                }
            }
        }

        /// Lets people of a pilot attend, an hour each time.
        private func post(_ count: Int, to pilot: String, _ client: Client) async throws {
            let listed: Enrolments = try await client.get("/api/pilots/\(pilot)/enrolments").expecting(200).decoded()
            let people = listed.enrolments
            try #require(!people.isEmpty)
            for start in stride(from: 0, to: count, by: 500) {
                let statements = (start..<start + 500).map { number in
                    let person = people[number % people.count]
                    return """
                        {"id":"\(UUID().text)",
                         "actor":{"account":{"homePage":"\(person.account.homePage)","name":"\(person.account.name)"}},
                         "verb":{"id":"http://adlnet.gov/expapi/verbs/attended"},
                         "object":{"id":"https://pilots.example.eu/sessions/\(number % 7)"},
                         "result":{"duration":"PT1H"},
                         "context":{"registration":"\(person.registration)","contextActivities":{"grouping":[
                           {"id":"https://pilots.example.eu/pilots/\(pilot)",
                            "definition":{"type":"https://w3id.org/xapi/iust/activity-types/pilot"}}]}}}
                        """
                }
                _ = try await client.post(Sample.batch(statements)).expecting(200)
            }
        }

        @Test("a report fits its schema and data package, says what is not written, and is its partners' alone")
        func whole() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    let client = installation.client
                    let verifier = try await installation.tessera(
                        "keys", "create", "--name", "report-verifier", "--scope", "pilots/write"
                    ).succeeded().output.trimmingCharacters(in: .whitespacesAndNewlines)
                    let demo = try await installation.wholeDemo(verifier: verifier)
                    let second = try #require(demo.secondRun).pilot
                    // The demonstration has made them.
                    for pilot in [demo.pilot, second] {
                        try await check("/reports/\(pilot)/1", tables: 33, installation)
                    }
                    let final: Report = try await client.get("/reports/\(demo.pilot)/1.json").expecting(200).decoded()
                    #expect(final.report.state == "final" && final.report.missing.isEmpty)
                    _ = try await client.send("POST", "/api/syntheses", body: Data("{}".utf8)).expecting(201)
                    try await check("/syntheses/1", tables: 21, installation)
                    // The action of the first run has its effect in the report of the second.
                    let page = try await client.get("/reports/\(second)/1", accept: "text/html").expecting(200).text
                    #expect(page.contains("Actions of earlier runs, and their effect in this one"))
                    try await export(second, installation)
                    try await write(second, client)
                    try await strangers(demo.pilot, installation)
                    try await installation.browse(
                        [
                            "/reports/\(demo.pilot)", "/reports/\(demo.pilot)/1", "/reports/\(second)/1", "/syntheses",
                            "/syntheses/1",
                        ], key: installation.key)
                }
            }
        }

        /// Has what is served checked by a program of others.
        private func check(_ path: String, tables: Int, _ installation: Installation) async throws {
            struct Package: Decodable {
                struct Resource: Decodable { let path: String }

                let resources: [Resource]
            }
            let client = installation.client
            let folder = URL(filePath: installation.folder, directoryHint: .isDirectory)
                .appending(path: "served-" + path.replacing("/", with: "-"))
            try FileManager.default.createDirectory(
                at: folder.appending(path: "data"), withIntermediateDirectories: true)
            let package = try await client.get(path + "/datapackage.json").expecting(200)
            try package.body.write(to: folder.appending(path: "datapackage.json"))
            for (name, address) in [("report.json", path + ".json"), ("numbers.json", path + "/numbers.json")]
                + (try package.decoded(as: Package.self).resources.map { ($0.path, "\(path)/\($0.path)") })
            {
                try await client.get(address).expecting(200).body.write(to: folder.appending(path: name))
            }
            // The schema is for anybody.
            let schema = try await Client(port: installation.port).get("/schemas/report/1").expecting(200)
            try schema.body.write(to: folder.appending(path: "schema.json"))
            try await check(folder, tables: tables)
        }

        private func check(_ folder: URL, tables: Int) async throws {
            let outcome = try await Program.run(
                TestEnvironment.python,
                [TestEnvironment.script("check_report.py"), folder.path(percentEncoded: false)]
            ).succeeded("check_report.py")
            let check = try JSONDecoder().decode(Check.self, from: Data(outcome.output.utf8))
            #expect(check.tables == tables && check.faults.isEmpty && check.cells > 500, "\(check)")
        }

        /// What the terminal writes into a folder is the same.
        private func export(_ pilot: String, _ installation: Installation) async throws {
            let folder = URL(filePath: installation.folder, directoryHint: .isDirectory).appending(path: "exported")
            _ = try await installation.tessera(
                "report", "export", "--pilot", pilot, "1", "-o", folder.path(percentEncoded: false)
            ).succeeded()
            try await check(folder, tables: 33)
            let page = try String(contentsOf: folder.appending(path: "report.html"), encoding: .utf8)
            #expect(page.contains("Not written yet") && page.contains(#"<a href="data/funnel.csv">"#))
            #expect(!page.contains("<form") && !page.contains("Read with the key"))
            let shown = try await installation.tessera("report", "show", "--pilot", pilot, "1").succeeded().output
            #expect(shown.contains("which holds") && shown.contains("Not written yet: 1 Summary"))
        }

        /// From draft to final, after which nothing changes but by another report.
        private func write(_ pilot: String, _ client: Client) async throws {
            let (page, api) = ("/reports/\(pilot)/1", "/api/pilots/\(pilot)/reports/1")
            let head = try await client.get(api).expecting(200).decoded(as: Report.self).report
            #expect(head.missing.map(\.number) == [1, 3, 11, 13, 14])
            let early = try await client.send("POST", api + "/finish").expecting(409)
            #expect(early.text.contains("Not written yet: 1 Summary, 3 Context and needs"))
            let form = "form=narrative-1&text=Gained%20%3Cmuch%3E.%0D%0A%0D%0AReally.&language=en&author=City"
            let headers = ["Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"]
            let sent = try await client.send(
                "POST", page + "/narratives/1", body: Data(form.utf8), headers: headers
            ).expecting(303)
            #expect(sent.header("Location") == page + "#section-1")
            for section in [3, 11, 13, 14] {
                _ = try await client.send(
                    "PUT", api + "/narratives/\(section)", body: Data(#"{"text":"Told."}"#.utf8)
                ).expecting(204)
            }
            let shown = try await client.get(page, accept: "text/html").expecting(200).text
            #expect(shown.contains("<p>Gained &lt;much&gt;.</p><p>Really.</p>") && !shown.contains("Not written yet"))
            _ = try await client.send("POST", api + "/finish").expecting(204)
            let late = try await client.send("PUT", api + "/narratives/1", body: Data(#"{"text":"No."}"#.utf8))
            #expect(try late.expecting(409).text.contains("The report is final"))
            let final = try await client.get(api).expecting(200).decoded(as: Report.self).report
            #expect(final.state == "final" && final.missing.isEmpty && final.sha256 == head.sha256)
        }

        private func strangers(_ pilot: String, _ installation: Installation) async throws {
            _ = try await installation.client.send(
                "PUT", "/api/partners/lille", body: Data(#"{"code":"lille","name":"City of Lille"}"#.utf8)
            ).expecting(204)
            let stranger = try await installation.client(
                named: "report-stranger", ["--scope", "pilots/write", "--partner", "lille"])
            for path in ["", "/1", "/1.pdf", "/1.json", "/1/numbers.json", "/1/datapackage.json", "/1/data/gain.csv"] {
                #expect(try await stranger.get("/reports/\(pilot)" + path).status == 404, "\(path)")
            }
            #expect(try await stranger.get("/syntheses/1").status == 404)
            let reader = try await installation.client(
                named: "report-reader", ["--scope", "training/read", "--partner", "riga"])
            let read = try await reader.get("/reports/\(pilot)/1", accept: "text/html").expecting(200).text
            #expect(!read.contains("<form"))
            #expect(try await make(of: pilot, reader).status == 403)
            #expect(try await reader.get("/reports/\(pilot)/1", accept: "image/png").status == 406)
            for path in ["/01", "/0", "/9", "/x", "/1/data/none.csv", "/1/data/gain"] {
                #expect(try await reader.get("/reports/\(pilot)" + path).status == 404, "\(path)")
            }
        }
    }
}
