import Foundation
import Testing

extension SystemTests.PilotTests {
    /// The demonstration's curriculum: what it covers of the profile that it is for.
    struct CurriculumTests {
        private struct Coverage: Decodable {
            struct Profile: Decodable {
                struct Competence: Decodable {
                    let competence: String
                    let targetLevel: Int
                    let taughtLevel: Int?
                    let taught: Bool
                    let assessed: Bool
                    let evidenced: Bool
                    let evidencedPeople: Int?
                    let suppressed: Bool
                }

                let profile: String
                let targets: Int
                let taught: Int
                let assessed: Int
                let uncovered: [String]
                let competences: [Competence]
            }

            let state: String
            let profiles: [Profile]
        }

        private let installation: Installation
        private let path = "/api/curricula/local-police/versions/2.0"

        init() throws {
            installation = try .served
        }

        @Test("it covers nine competences of a local police officer, and lists the eleven that it does not")
        func coverage() async throws {
            _ = try await installation.demo()
            let answer = try await installation.client.get(path + "/coverage").expecting(200)
            let coverage = try answer.decoded(as: Coverage.self)
            #expect(coverage.state == "published")
            let profile = try #require(coverage.profiles.first)
            #expect(coverage.profiles.count == 1 && profile.profile == "P4")
            #expect(profile.targets == 20 && profile.taught == 9 && profile.assessed == 9)
            #expect(profile.uncovered == ["A2", "B1", "B2", "C1", "C2", "C4", "D2", "E2", "F1", "F2", "F3"])
            for competence in profile.competences {
                let isCovered = !profile.uncovered.contains(competence.competence)
                #expect(competence.taught == isCovered && competence.assessed == isCovered)
                // Only what is taught is tested in the pilot.
                #expect(!competence.evidenced || isCovered, "\(competence.competence)")
                #expect(competence.suppressed == (competence.evidenced && competence.evidencedPeople == nil))
            }
            #expect(profile.competences.contains { $0.evidenced && $0.evidencedPeople ?? 0 >= 5 })
        }

        @Test("evaluators of its owners read the same numbers")
        func evaluators() async throws {
            _ = try await installation.demo()
            let answer = try await installation.client.get(path + "/coverage").expecting(200)
            let profile = try #require(answer.decoded(as: Coverage.self).profiles.first)
            let reader = try await installation.evaluator("coverage_reader", "--partner", "torun")
            let of = "FROM evaluation.coverage WHERE curriculum = 'local-police'"
            #expect(try await reader("SELECT count(*) \(of) AND taught AND assessed") == "\(profile.taught)")
            let evidence = try await reader("SELECT competence, evidenced_people \(of) ORDER BY competence")
            #expect(
                evidence
                    == profile.competences.map { "\($0.competence)|\($0.evidencedPeople.map(String.init) ?? "")" }
                    .joined(separator: "\n"))
        }

        @Test("that both cities chose the profile is no proposal any more, since they published a curriculum for it")
        func served() async throws {
            _ = try await installation.demo()
            let answer = try await installation.client.get("/api/joint-curricula").expecting(200)
            #expect(answer.text.replacing(" ", with: "") == #"{"proposals":[]}"#)
        }

        @Test("a published version is not changed; a new one takes over what it leaves out")
        func published() async throws {
            _ = try await installation.demo()
            let client = installation.client
            let change = """
                {"version":"2.0","iri":"https://pilots.example.eu/curricula/local-police/2.0",
                 "framework":{"code":"IUS","version":"0.1"},"profiles":["P4"],"units":[]}
                """
            let refusal = try await client.send("PUT", path, body: Data(change.utf8)).expecting(409)
            #expect(refusal.text.contains("curriculum local-police version 2.0 is published"))
            let next = """
                {"version":"2.1","iri":"https://pilots.example.eu/curricula/local-police/2.1","derivedFrom":"2.0",
                 "changes":"Tests are made anew","assessments":[]}
                """
            let nextPath = "/api/curricula/local-police/versions/2.1"
            _ = try await client.send("PUT", nextPath, body: Data(next.utf8)).expecting(204)
            let coverage = try await client.get(nextPath + "/coverage").expecting(200).decoded(as: Coverage.self)
            #expect(coverage.state == "draft")
            #expect(coverage.profiles.first?.taught == 9 && coverage.profiles.first?.assessed == 0)
        }
    }
}
