import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// `/api/methodology`, `tessera methodology` and `/methodology`: from the version that is there to the next one.
    struct MethodologyTests {
        private struct Shown: Decodable {
            struct Formula: Decodable {
                let view: String
                let column: String
            }

            let code: String
            let version: String
            let state: String
            let derivedFrom: String?
            let formulas: [Formula]
        }

        private struct Problem: Decodable {
            struct Fault: Decodable {
                let pointer: String
                let rule: String
            }

            let detail: String
            let faults: [Fault]?
        }

        private static let browser = "text/html"

        @Test("a version is derived, checked as a whole, published and followed by pilots that start then")
        func versions() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    try await derive(on: installation)
                    try await installation.browse(
                        ["/methodology", "/methodology/common/1.0", "/pilots/follower"], key: installation.key)
                }
            }
        }

        private func derive(on installation: Installation) async throws {
            let client = installation.client
            let path = "/api/methodology/common/versions/"
            let first = try await client.get(path + "1.0").expecting(200)
            let shown = try first.decoded(as: Shown.self)
            #expect(shown.state == "published" && shown.formulas.count > 25)
            try await columnsExist(shown, on: installation)
            // As it is shown it can be sent again, and changes nothing; with something else in it, it is refused.
            _ = try await client.send("PUT", path + "1.0", body: first.body).expecting(204)
            let renamed = first.text.replacing("Common evaluation methodology", with: "Uncommon methodology")
            _ = try await client.send("PUT", path + "1.0", body: Data(renamed.utf8)).expecting(409)

            // Every fault at once.
            let next = first.text.replacing(#""version": "1.0""#, with: #""version": "1.1","derivedFrom": "1.0""#)
            let wrong = next.replacing(#""view": "gain""#, with: #""view": "gains""#)
                .replacing(#""internal": 5"#, with: #""internal": 50"#)
            let refused = try await client.send("PUT", path + "1.1", body: Data(wrong.utf8)).expecting(400)
                .decoded(as: Problem.self)
            let faults = try #require(refused.faults)
            #expect(faults.contains { $0.pointer == "/thresholds/publication" })
            #expect(faults.count { $0.rule == "must be a view of schema evaluation" } > 3)
            #expect(refused.detail.contains("/thresholds/publication must not be less than internal."))
            #expect(try await client.get(path + "1.1").status == 404)
            let elsewhere = try await client.send("PUT", path + "1.2", body: Data(next.utf8)).expecting(400)
            #expect(elsewhere.text.contains(#""pointer":"/version""#))

            // By command, and for the scheme only.
            let file = installation.folder + "/methodology.json"
            try Data(wrong.utf8).write(to: URL(filePath: file))
            let told = try await installation.tessera("methodology", "import", file)
            #expect(told.status == 1 && told.error.contains("/thresholds/publication must not be less than internal."))
            try Data(next.utf8).write(to: URL(filePath: file))
            _ = try await installation.tessera("methodology", "import", file).succeeded()
            _ = try await client.send(
                "PUT", "/api/partners/riga", body: Data(#"{"code":"riga","name":"City of Riga"}"#.utf8)
            ).expecting(204)
            let partner = try await installation.client(
                named: "methodology-partner", ["--scope", "pilots/write", "--partner", "riga"])
            #expect(try await partner.send("POST", path + "1.1/publish").status == 403)
            _ = try await partner.get(path + "1.1").expecting(200)

            try await follow("common 1.0", by: "early", on: client)
            let list = try await installation.tessera("methodology", "list").succeeded().output
            #expect(list.contains("common\t1.1\tdraft\t"))
            _ = try await client.send("POST", path + "1.1/publish").expecting(204)
            let newest = try await installation.tessera("methodology", "show").succeeded().output
            #expect(try JSONDecoder().decode(Shown.self, from: Data(newest.utf8)).version == "1.1")
            try await follow("common 1.1", by: "follower", on: client)
            let page = try await client.get("/pilots/follower", accept: Self.browser).expecting(200).text
            #expect(page.contains(#"href="/methodology/common/1.1""#))
            let early = try await client.get("/methodology/common/1.0", accept: Self.browser).expecting(200).text
            #expect(early.contains("evaluation.gain.d_av") && early.contains("16 Follow-up of earlier actions"))
            #expect(try await client.get("/methodology/common/7", accept: Self.browser).status == 404)
        }

        /// Each column that a formula names is in the catalogue.
        private func columnsExist(_ shown: Shown, on installation: Installation) async throws {
            let columns = try await installation.administrator(
                "SELECT table_name || '.' || column_name FROM information_schema.columns "
                    + "WHERE table_schema = 'evaluation'")
            let known = Set(columns.split(separator: "\n").map(String.init))
            for formula in shown.formulas { #expect(known.contains("\(formula.view).\(formula.column)")) }
        }

        /// Defines a pilot that runs and names no methodology, and then has ended; and tells what it follows.
        private func follow(_ expected: String, by code: String, on client: Client) async throws {
            for state in ["running", "closed"] {
                let pilot = """
                    {"code":"\(code)","iri":"https://p.example.org/\(code)","title":"Follows","profile":{"code":"P4"},
                     "framework":{"code":"IUS","version":"0.1"},"startsOn":"2026-03-02","endsOn":"2026-03-27",
                     "curriculum":{"iri":"https://c.example.org/\(code)","version":"1.0"},"state":"\(state)",
                     "partners":[{"code":"riga","name":"City of Riga"}]}
                    """
                _ = try await client.send("PUT", "/api/pilots/\(code)", body: Data(pilot.utf8)).expecting(204)
            }
            struct Pilot: Decodable {
                struct Methodology: Decodable {
                    let code: String
                    let version: String
                }

                let methodology: Methodology
            }
            let shown = try await client.get("/api/pilots/\(code)").expecting(200)
            let followed = try shown.decoded(as: Pilot.self).methodology
            #expect("\(followed.code) \(followed.version)" == expected)
            // It has ended: no other, but the same again.
            _ = try await client.send("PUT", "/api/pilots/\(code)", body: shown.body).expecting(204)
        }
    }
}
