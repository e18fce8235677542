import Foundation
import TestSupport
import Testing

extension SystemTests.PilotTests {
    /// The pages of pilots, curricula and partners, as the demonstration fills them.
    struct TrainingPageTests {
        private static let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

        private let installation: Installation
        private let pilot: String

        init() async throws {
            installation = try .served
            pilot = try await installation.demo().pilot
        }

        private func reader(_ options: String...) async throws -> Client {
            try await installation.client(named: "reader-\(UUID().text)", options)
        }

        private func page(_ path: String, by client: Client) async throws -> Answer {
            try await client.get(path, accept: Self.browser)
        }

        @Test(
            "nothing is read without a key: browsers are told by a page to ask for one",
            arguments: ["/pilots", "/pilots/none", "/curricula/local-police/2.0", "/partners/riga"])
        func withoutKey(path: String) async throws {
            for key in [nil, "nobody:wrong"] {
                let refused = try await page(path, by: Client(port: installation.port, key: key)).expecting(401)
                #expect(refused.header("WWW-Authenticate")?.hasPrefix(#"Basic realm=""#) == true)
                #expect(refused.header("Content-Type") == "text/html; charset=utf-8")
                #expect(refused.header("Cache-Control") == "no-store")
                #expect(refused.text.contains("<h1>Unauthorized</h1>"))
            }
            let problem = try await Client(port: installation.port).get(path).expecting(401)
            #expect(problem.header("Content-Type") == "application/problem+json")
            #expect(problem.header("Cache-Control") == "no-store")
        }

        @Test func `a key needs a scope that reads the training, and asks for pages only`() async throws {
            for scope in ["training/read", "pilots/write", "all/read"] {
                _ = try await page("/pilots", by: reader("--scope", scope)).expecting(200)
            }
            let platform = try await reader("--scope", "statements/write")
            let refused = try await page("/pilots/\(pilot)", by: platform).expecting(403)
            #expect(refused.text.contains("training/read"))
            #expect(try await installation.client.get("/pilots", accept: "image/png").status == 406)
            #expect(try await page("/pilots?lang=fr", by: installation.client).status == 400)
        }

        @Test func `a curriculum without a version leads to the newest that is published, or else to the last draft`()
            async throws
        {
            let client = installation.client
            let code = "lead-\(UUID().text.prefix(8))"
            let definition = #"{"code":"\#(code)","title":"Leading","partners":["riga"]}"#
            _ = try await client.send("PUT", "/api/curricula/\(code)", body: Data(definition.utf8)).expecting(204)
            let none = try await page("/curricula/\(code)", by: client).expecting(404)
            #expect(none.text.contains("has no version yet"))
            for version in ["1.0+a", "2.0"] {
                let name = version.replacing("+", with: "%2B")
                let definition = """
                    {"version":"\(version)","iri":"https://pilots.example.eu/\(code)/\(name)",
                     "framework":{"code":"IUS","version":"0.1"},"profiles":["P4"],
                     "units":[{"title":"A unit","hours":1,"method":"lecture",
                               "teaches":[{"competence":"A1","level":1}]}]}
                    """
                let path = "/api/curricula/\(code)/versions/\(name)"
                _ = try await client.send("PUT", path, body: Data(definition.utf8)).expecting(204)
                let newest = try await page("/curricula/\(code)", by: client).expecting(302)
                #expect(newest.header("Location") == "/curricula/\(code)/\(version.replacing("+", with: "%2B"))")
            }
            _ = try await client.send("POST", "/api/curricula/\(code)/versions/1.0%2Ba/publish").expecting(204)
            let published = try await page("/curricula/\(code)", by: client).expecting(302)
            let location = try #require(published.header("Location"))
            #expect(try await page(location, by: client).expecting(200).text.contains("1.0+a"))
            let stranger = try await reader("--scope", "training/read", "--partner", "torun")
            #expect(try await page("/curricula/\(code)", by: stranger).status == 404)
            #expect(try await page("/curricula/none", by: client).status == 404)
        }

        @Test(
            "a page is for its reader alone",
            arguments: ["/pilots", "/pilots/riga-torun-2026-1", "/curricula/local-police/2.0", "/partners/riga"])
        func kept(path: String) async throws {
            let answer = try await page(path, by: installation.client).expecting(200)
            #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
            #expect(answer.header("Cache-Control") == "no-store")
            #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
            let head = try await installation.client.send("HEAD", path, headers: ["Accept": Self.browser])
            #expect(head.status == 200 && head.text.isEmpty)
        }

        @Test func `a pilot's page tells plan, counts, states and coverage, and nobody's account`() async throws {
            let text = try await page("/pilots/\(pilot)", by: reader("--partner", "riga", "--scope", "training/read"))
                .expecting(200).text
            for heading in ["Sessions", "Trainers", "Costs"] { #expect(text.contains("<h3>\(heading)</h3>")) }
            #expect(text.contains(">Sum in EUR</th>"))
            #expect(text.contains("Before the pilot can be reported:"))
            #expect(text.contains("The report&#39;s address or id is missing."))
            #expect(text.contains(#"href="/curricula/local-police/2.0""#))
            #expect(text.contains("Not covered:") || text.contains("Everything that the profile demands is taught."))
            #expect(text.contains("<th scope=\"row\">evaluation.coverage</th>"))
            let enrolments = try await installation.client.get("/api/pilots/\(pilot)/enrolments").expecting(200)
            let people = try enrolments.decoded(as: Enrolments.self).enrolments
            #expect(people.count == 24)
            for person in people {
                #expect(!text.contains(person.account.name) && !text.contains(person.registration))
            }
            let total = #"<td data-label="Enrolled" class="number">24</td>"#
            #expect(text.contains(total))
        }

        @Test func `what is not covered comes first and in words`() async throws {
            let text = try await page("/curricula/local-police/2.0", by: installation.client).expecting(200).text
            let json = try await installation.client.get("/api/curricula/local-police/versions/2.0/coverage").text
            let coverage = try JSONDecoder().decode(Coverage.self, from: Data(json.utf8))
            let profile = try #require(coverage.profiles.first)
            let words = try #require(text.range(of: "is taught"))
            let table = try #require(text.range(of: "Each competence that the profile demands"))
            #expect(words.lowerBound < table.lowerBound)
            for code in profile.uncovered {
                #expect(text[..<table.lowerBound].contains(#"<b class="code">\#(code)</b>"#))
            }
        }

        @Test func `every link of the pages leads on, and launch contexts can be had with the same key`() async throws {
            let client = try await reader("--partner", "torun", "--scope", "training/read")
            var pending = ["/pilots"]
            var seen: Set<String> = []
            while let path = pending.popLast() {
                guard seen.insert(path).inserted else { continue }
                let answer = try await page(path, by: client)
                #expect(answer.status == 200, "\(path)")
                let isOurs = ["/pilots", "/curricula", "/partners"].contains { path.hasPrefix($0) }
                guard isOurs else { continue }
                pending += answer.text.split(separator: #" href="/"#).dropFirst().map { part in
                    "/" + part.prefix { $0 != "\"" && $0 != "#" }.replacing("&amp;", with: "&")
                }
            }
            #expect(seen.contains("/partners/torun") && !seen.contains("/partners/riga"))
            #expect(seen.contains("/curricula/local-police/2.0"))
            #expect(seen.contains { $0.hasPrefix("/framework/IUS/0.1/competences/") })
            #expect(seen.filter { $0.contains("/launch-contexts?") }.count == 8)
        }

        private struct Enrolments: Decodable {
            struct Person: Decodable {
                struct Account: Decodable { let name: String }

                let registration: String
                let account: Account
            }

            let enrolments: [Person]
        }

        private struct Coverage: Decodable {
            struct Profile: Decodable { let uncovered: [String] }

            let profiles: [Profile]
        }
    }
}
