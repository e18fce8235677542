import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `tessera rules`, with files of JSON and YAML.
    struct RuleCommandTests {
        private let installation: Installation
        private let code = "cli-\(UUID().text.prefix(8))"

        init() throws {
            installation = try .served
        }

        /// Writes a document into a file.
        private func file(_ name: String, _ text: String) throws -> String {
            let path = installation.folder + "/\(code)-" + name
            try Data(text.utf8).write(to: URL(filePath: path))
            return path
        }

        private func show(_ more: String...) async throws -> [String: Any] {
            let shown = try await installation.tessera(["rules", "show", code] + more).succeeded().output
            return try #require(try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any])
        }

        private func yaml(minimum: String = "2", level: String = "3") -> String {
            """
            # Two tests, or what an assessor found.
            code: \(code)
            description: "Two tests at 75 %, or an observation."
            framework: {code: IUS, version: "0.1"}
            competence: A1
            level: \(level)
            validity: P2Y
            requires:
              any:
                - {kind: test, minimum: \(minimum), minimumScore: 0.75}
                - kind: observation
                  assessors: authorised
            """
        }

        @Test("a rule in YAML is imported, published, shown, replaced by the next version, and retired")
        func yamlRule() async throws {
            let path = try file("rule.yaml", yaml())
            let defined = try await installation.tessera("rules", "import", path, "--json")
            #expect(try defined.succeeded().output == "{\"rule\":\"\(code)\"}\n")
            #expect(try await show()["state"] as? String == "draft")
            _ = try await installation.tessera("rules", "publish", code).succeeded()
            let rule = try await show()
            #expect(rule["state"] as? String == "published" && rule["level"] as? Int == 3)
            #expect(rule["validity"] as? String == "P2Y")
            let ways = (rule["requires"] as? [String: [[String: Any]]])?["any"]
            #expect(ways?.first?["minimumScore"] as? Double == 0.75 && ways?.first?["minimum"] as? Int == 2)
            // What is shown can be imported again; it says the same, so it makes no version.
            let shown = try await installation.tessera("rules", "show", code).succeeded().output
            _ = try await installation.tessera("rules", "import", file("rule.json", shown)).succeeded()
            _ = try await installation.tessera("rules", "import", "--publish", file("next.yml", yaml(minimum: "3")))
                .succeeded()
            #expect(try await show()["version"] as? Int == 2)
            #expect(try await show("1")["state"] as? String == "retired")
            let list = try await installation.tessera("rules", "list").succeeded().output.split(separator: "\n")
            #expect(list.contains("\(code)\t2\tpublished\tA1 3") && list.contains("\(code)\t1\tretired\tA1 3"))
            _ = try await installation.tessera("rules", "retire", code).succeeded()
            #expect(try await show()["state"] as? String == "retired")
        }

        @Test(
            "what is no YAML, or says what no rule may, is refused with the place",
            arguments: [
                ("level: three", "/level"), ("level: yes", "/level"), ("level: 1_0", "/level"),
                ("level: [3", "no YAML"), ("level: 3\nlevel: 3", "level"), ("? [a]\n: 3", "a key is no text"),
            ])
        func faults(_ line: String, _ told: String) async throws {
            let text = yaml().replacing("level: 3", with: line)
            let outcome = try await installation.tessera("rules", "import", file("bad.yaml", text))
            #expect(outcome.status != 0 && outcome.error.contains(told), "\(outcome)")
            #expect(try await installation.tessera("rules", "show", code).status == 1)
        }

        @Test("a document that aliases blow up is refused")
        func aliases() async throws {
            var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            for depth in 1..<9 {
                let aliases = Array(repeating: "*a\(depth - 1)", count: 10).joined(separator: ", ")
                text += "a\(depth): &a\(depth) [\(aliases)]\n"
            }
            let outcome = try await installation.tessera("rules", "import", file("bomb.yaml", text))
            #expect(outcome.status != 0 && outcome.error.contains("MiB"), "\(outcome)")
        }

        @Test("assessors and approval of a pilot are set, and awards explained, for who works at the terminal")
        func pilot() async throws {
            let definition = SystemTests.PartnerAccessTests.pilot(code, title: "Commands", partners: ["cli-city"])
            _ = try await installation.tessera(
                "partners", "define", file("partner.json", #"{"code":"cli-city","name":"City"}"#)
            ).succeeded()
            _ = try await installation.tessera("pilots", "define", file("pilot.json", definition)).succeeded()
            let assessors = try file("assessors.yaml", "assessors:\n  - mbox: mailto:ann@example.org\n")
            _ = try await installation.tessera("rules", "assessors", assessors, "--pilot", code).succeeded()
            #expect(try await installation.tessera("rules", "assessors", assessors).status == 64)
            let approval = try await installation.tessera("rules", "approval", code, "required", "--json").succeeded()
            #expect(approval.output == "{\"approval\":\"required\"}\n")
            let list = try await installation.tessera("awards", "list", "--pilot", code, "--json").succeeded()
            #expect(list.output == "{\"awards\": []}\n")
            let unknown = try await installation.tessera("awards", "explain", UUID().text)
            #expect(unknown.status == 1 && unknown.error.contains("There is no award"))
            #expect(try await installation.tessera("awards", "approve", "one").status == 64)
            #expect(try await installation.tessera("awards", "refuse", UUID().text).status == 64)
            _ = try await installation.tessera("awards", "reevaluate", "--pilot", code).succeeded()
        }
    }
}
