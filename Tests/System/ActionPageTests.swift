import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// The demonstration's two runs, and the pages of findings and actions that go from the one to the other.
    struct ActionPageTests {
        private struct Walk: Decodable {
            let finding: String
            let action: String
            let change: String?
            let checks: Int
            let deviations: Int
        }

        @Test("in the demonstration a finding leads to an action that is done, verified and has its effect")
        func demonstration() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    let verifier = try await key("demo-verifier", on: installation)
                    let told = try await installation.wholeDemo(verifier: verifier)
                    #expect(told.learners == 24 && told.statements == 1880)
                    let second = try #require(told.secondRun)
                    #expect(second.pilot == "riga-torun-2026-2" && second.learners == 18)
                    #expect(second.feedback?.state == "verified")
                    #expect(try #require(second.feedback?.change) > 0.05, "the second run does better")
                    try await disjoint(told.pilot, second.pilot, on: installation.client)
                    // Again, nothing is added.
                    #expect(try await installation.wholeDemo(verifier: verifier).secondRun?.feedback == second.feedback)
                    let register = "/pilots/\(told.pilot)/actions"
                    try await pages(register, action: #require(second.feedback?.action), on: installation)
                    try await walk(told.pilot, second.pilot, on: installation)
                    try await installation.browse(
                        [
                            register, register + "/findings/1", register + "/\(second.feedback?.action ?? 0)",
                            "/pilots/\(second.pilot)/actions", "/methodology",
                        ], key: installation.key)
                }
            }
        }

        private func key(_ name: String, on installation: Installation) async throws -> String {
            let made = try await installation.tessera("keys", "create", "--name", name, "--scope", "pilots/write")
            return try made.succeeded().output.trimmingCharacters(in: .whitespacesAndNewlines)
        }

        /// Nobody takes part in both runs.
        private func disjoint(_ first: String, _ second: String, on client: Client) async throws {
            struct Enrolments: Decodable {
                struct Person: Decodable {
                    struct Account: Decodable { let name: String }

                    let registration: String
                    let account: Account
                }

                let enrolments: [Person]
            }
            func people(_ pilot: String) async throws -> Set<String> {
                let all: Enrolments = try await client.get("/api/pilots/\(pilot)/enrolments").expecting(200).decoded()
                return Set(all.enrolments.flatMap { [$0.registration, $0.account.name] })
            }
            #expect(try await people(first).isDisjoint(with: people(second)))
        }

        /// What the pages tell, and to whom.
        private func pages(_ register: String, action: Int, on installation: Installation) async throws {
            let client = installation.client
            let text = try await client.get(register, accept: "text/html").expecting(200).text
            #expect(text.contains("Each must demands an action, or a rejection with a reason."))
            #expect(text.contains("Nobody is asked what people apply at work"))
            let shown = try await client.get(register + "/\(action)", accept: "text/html").expecting(200).text
            #expect(shown.contains("Takes up") == false && shown.contains("Take it up again"))
            #expect(shown.contains("evaluation.gain_by_competence.gain_mean where competence = B3"))
            // Who only reads gets no form, and who is of another partner no page.
            let reader = try await installation.client(
                named: "page-reader", ["--scope", "training/read", "--partner", "riga"])
            let read = try await reader.get(register, accept: "text/html").expecting(200).text
            #expect(!read.contains("<form"))
            let posted = try await reader.send(
                "POST", register + "/findings", body: Data("form=finding&text=x".utf8),
                headers: ["Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"])
            #expect(posted.status == 403)
            _ = try await client.send(
                "PUT", "/api/partners/lille", body: Data(#"{"code":"lille","name":"City of Lille"}"#.utf8)
            ).expecting(204)
            let stranger = try await installation.client(
                named: "page-stranger", ["--scope", "pilots/write", "--partner", "lille"])
            for path in [register, register + "/findings/1", register + "/\(action)"] {
                #expect(try await stranger.get(path, accept: "text/html").status == 404)
            }
            // An action is reached by its own pilot only.
            let elsewhere = "/pilots/riga-torun-2026-2/actions/\(action)"
            #expect(try await client.get(elsewhere, accept: "text/html").status == 404)
            let moved = try await client.send(
                "POST", elsewhere + "/reopening", body: Data("form=reopening&reason=x&dueOn=2027-01-01".utf8),
                headers: ["Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"])
            #expect(moved.status == 404)
        }

        /// Has a browser go the whole way with two keys.
        private func walk(_ pilot: String, _ next: String, on installation: Installation) async throws {
            let second = try await key("second", on: installation)
            let options = TestEnvironment.screenshots.map { ["--screenshots", $0] } ?? []
            let outcome = try await Program.run(
                TestEnvironment.python,
                [TestEnvironment.script("walk_actions.py")] + options
                    + [installation.url, pilot, next, installation.key, second],
                atMost: .seconds(240)
            ).succeeded("walk_actions.py")
            let walk = try JSONDecoder().decode(Walk.self, from: Data(outcome.output.utf8))
            #expect(walk.deviations == 0 && walk.checks > 100)
            #expect(walk.change?.hasPrefix("+") == true)
        }
    }
}
