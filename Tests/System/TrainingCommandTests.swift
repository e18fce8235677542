import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `tessera partners` and `tessera curricula`.
    struct TrainingCommandTests {
        private let installation: Installation

        init() throws {
            installation = try .served
        }

        /// Writes a document into a file.
        private func file(_ name: String, _ text: String) throws -> String {
            let path = installation.folder + "/" + name
            try Data(text.utf8).write(to: URL(filePath: path))
            return path
        }

        @Test("partners are defined, listed and shown")
        func partners() async throws {
            let partner = try file("partner.json", #"{"code":"utrecht","name":"Gemeente Utrecht","country":"NL"}"#)
            let needs = try file("needs.json", #"{"needs":[{"text":"Calm","notedOn":"2026-01-20"}]}"#)
            let targets = try file(
                "targets.json",
                #"{"targets":[{"framework":{"code":"IUS","version":"0.1"},"profile":"P5","state":"chosen"}]}"#)
            for _ in 1...2 {
                let outcome = try await installation.tessera(
                    "partners", "define", partner, "--needs", needs, "--targets", targets, "--json")
                #expect(try outcome.succeeded().output == "{\"defined\":\"utrecht\"}\n")
            }
            let list = try await installation.tessera("partners", "list").succeeded().output
            #expect(list.split(separator: "\n").contains("utrecht\tGemeente Utrecht\tNL"))
            let shown = try await installation.tessera("partners", "show", "utrecht").succeeded().output
            let object = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: [String: Any]]
            #expect(object?["partner"]?["name"] as? String == "Gemeente Utrecht")
            #expect((object?["needs"]?["needs"] as? [[String: Any]])?.first?["text"] as? String == "Calm")
            #expect((object?["targets"]?["targets"] as? [[String: Any]])?.first?["profile"] as? String == "P5")
        }

        @Test("curricula are defined, published and shown; what they do not cover is listed")
        func curricula() async throws {
            let partner = try file("owner.json", #"{"code":"gent","name":"Stad Gent"}"#)
            _ = try await installation.tessera("partners", "define", partner).succeeded()
            let curriculum = try file("curriculum.json", #"{"code":"guides","title":"Guides","partners":["gent"]}"#)
            let version = try file(
                "version.json",
                """
                {"version":"1.0","iri":"https://pilots.example.org/guides/1.0",
                 "framework":{"code":"IUS","version":"0.1"},"profiles":["P6"],
                 "units":[{"title":"One","hours":7,"method":"lecture","teaches":[{"competence":"A1","level":1}]}]}
                """)
            let defined = try await installation.tessera(
                "curricula", "define", curriculum, "--version-file", version, "--json")
            #expect(try defined.succeeded().output == "{\"defined\":\"guides\",\"versions\":1}\n")
            let published = try await installation.tessera("curricula", "publish", "guides", "1.0", "--json")
            #expect(try published.succeeded().output == "{\"published\":\"guides\",\"version\":\"1.0\"}\n")
            let list = try await installation.tessera("curricula", "list").succeeded().output
            #expect(list.split(separator: "\n").contains("guides\tGuides\tgent\t1.0 (published)"))
            let coverage = try await installation.tessera("curricula", "coverage", "guides", "1.0").succeeded().output
            #expect(coverage.contains("P6\tA1\ttaught\t-\t-\tLocal safety diagnosis\n"))
            #expect(coverage.contains("P6: 14 not covered: A3 B1 B2 B3 B4 C1 C3 D1 D2 D3 E1 E2 E3 F3\n"))
            for command in [["list"], ["show", "guides"], ["show", "guides", "1.0"], ["coverage", "guides", "1.0"]] {
                let outcome = try await installation.tessera(["curricula"] + command + ["--json"]).succeeded()
                #expect(outcome.output.split(separator: "\n").count == 1)
                _ = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
            }
        }

        @Test("what is wrong is told by field and rule; what is not there is told; with exit code 1")
        func mistakes() async throws {
            let nameless = try file("nameless.json", #"{"code":"nobody"}"#)
            for (command, word) in [
                (["partners", "define", nameless], "/name is required"),
                (["partners", "show", "atlantis"], "atlantis"), (["curricula", "show", "atlantis"], "atlantis"),
                (["curricula", "publish", "atlantis", "1.0"], "atlantis"),
                (["curricula", "coverage", "atlantis", "1.0"], "atlantis"),
            ] {
                let outcome = try await installation.tessera(command)
                #expect(outcome.status == 1 && outcome.output.isEmpty, "\(command)")
                #expect(outcome.error.contains(word), "\(command): \(outcome.error)")
            }
        }
    }
}
