import Foundation
import Testing

extension SystemTests.PilotTests {
    /// PostgreSQL as evaluators meet it.
    struct EvaluatorTests {
        private let installation: Installation

        init() throws {
            installation = try .served
        }

        @Test("an evaluator reads the views of the own partner's pilots, and nothing else")
        func evaluator() async throws {
            let demo = try await installation.demo()
            try await definePilot(of: "gdansk")
            let riga = try await installation.evaluator("riga_reader", "--partner", "riga")
            let gdansk = try await installation.evaluator("gdansk_reader", "--partner", "gdansk")
            let everyone = try await installation.evaluator("all_reader")

            #expect(try await riga("SELECT count(*) FROM evaluation.statements") == "\(demo.statements)")
            #expect(try await riga("SELECT count(*) FROM evaluation.awards") == "\(demo.credentials.count)")
            let pilots = "SELECT DISTINCT pilot FROM evaluation.pilot_overview ORDER BY pilot"
            #expect(try await riga(pilots) == demo.pilot)
            #expect(try await everyone(pilots) == "gdansk-1\n\(demo.pilot)")
            #expect(try await gdansk(pilots) == "gdansk-1")
            for view in ["statements", "awards", "coverage", "data_quality"] {
                #expect(try await gdansk("SELECT count(*) FROM evaluation.\(view)") == "0")
            }
        }

        private struct Attack: Decodable {
            let pilots: Int
            let cells: Int
            let groups: Int
            let leaks: [String]
        }

        @Test("a pilot is published once: every evaluator then reads the same of it, and none of another's rows")
        func published() async throws {
            let demo = try await installation.demo()
            try await definePilot(of: "gdansk")
            let riga = try await installation.evaluator("riga_public_reader", "--partner", "riga")
            let gdansk = try await installation.evaluator("gdansk_public_reader", "--partner", "gdansk")
            let size = "SELECT n_from, n_to FROM published.pilots WHERE pilot = '\(demo.pilot)'"
            #expect(try await gdansk(size).isEmpty)

            let unfit = try await installation.tessera("pilots", "publish", "gdansk-1")
            #expect(unfit.status == 1 && unfit.error.contains("gdansk-1 is running"), "\(unfit)")
            _ = try await installation.tessera("pilots", "publish", demo.pilot).succeeded("tessera pilots publish")
            let again = try await installation.tessera("pilots", "publish", demo.pilot)
            #expect(again.status == 1 && again.error.contains("was published on"), "\(again)")

            #expect(demo.learners == 24)
            #expect(try await gdansk(size) == "20|29")
            for view in ["pilots", "participants", "funnel", "response_rate", "gain", "reaction", "target_attainment"] {
                let rows = try await gdansk("SELECT * FROM published.\(view) ORDER BY 1, 2, 3, 4, 5, 6")
                #expect(!rows.isEmpty, "\(view)")
                #expect(try await riga("SELECT * FROM published.\(view) ORDER BY 1, 2, 3, 4, 5, 6") == rows)
            }
            let views = try await riga(
                """
                SELECT attrelid::regclass FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = 'evaluation'::regnamespace AND relkind = 'v' AND attname = 'pilot'
                """)
            #expect(views.split(separator: "\n").count > 25)
            for view in views.split(separator: "\n") {
                let foreign = "SELECT count(*) FROM \(view) WHERE pilot "
                #expect(try await gdansk(foreign + "<> 'gdansk-1'") == "0", "\(view)")
                #expect(try await riga(foreign + "<> '\(demo.pilot)'") == "0", "\(view)")
            }

            let outcome = try await Program.run(
                TestEnvironment.python,
                [TestEnvironment.script("attack_published.py"), installation.administrator.uri], atMost: .seconds(170)
            ).succeeded("attack_published.py")
            let attack = try JSONDecoder().decode(Attack.self, from: Data(outcome.output.utf8))
            #expect(attack.leaks == [])
            #expect(attack.pilots == 1 && attack.cells > 50 && attack.groups > 10)

            _ = try await installation.tessera("pilots", "unpublish", demo.pilot).succeeded("tessera pilots unpublish")
            #expect(try await gdansk(size).isEmpty)
            #expect(try await installation.tessera("pilots", "publish", demo.pilot).status == 1)
        }

        @Test("thresholds are shown, and set no lower than they may be")
        func thresholds() async throws {
            let shown = try await installation.tessera("disclosure").succeeded("tessera disclosure").output
            #expect(shown == "internal\t5\npublication\t10\n")
            let same = try await installation.tessera("disclosure", "--internal", "5", "--json").succeeded()
            #expect(same.output == #"{"internal":5,"publication":10}"# + "\n")
            for options in [
                ["--internal", "2"], ["--publication", "4"], ["--internal", "11"], ["--publication", "x"],
            ] {
                let refused = try await installation.tessera(["disclosure"] + options)
                #expect(refused.status != 0 && !refused.error.isEmpty, "\(options)")
            }
            let reader = try await installation.evaluator("threshold_reader")
            #expect(try await reader("SELECT evaluation.threshold()") == "5")
            #expect(try await reader("SELECT count(*) >= 2 FROM evaluation.contract") == "t")
        }

        @Test("every statement of the demonstration conforms to the scheme's profile, and matches one template")
        func quality() async throws {
            let demo = try await installation.demo()
            let reader = try await installation.evaluator("quality_reader", "--partner", "riga")
            let faults = "SELECT * FROM evaluation.data_quality WHERE violations > 0 OR n_missing > 0"
            #expect(try await reader(faults).isEmpty)
            let of = "FROM evaluation.data_quality WHERE pilot = '\(demo.pilot)' AND source"
            #expect(try await reader("SELECT n \(of) = 'profile'") == "\(demo.statements)")
            #expect(try await reader("SELECT sum(n) \(of) = 'template'") == "\(demo.statements)")
            let templates = try await reader(
                "SELECT template_name \(of) = 'template' ORDER BY template_name COLLATE \"C\"")
            #expect(
                templates.split(separator: "\n") == [
                    "Achieved a level", "Answered a survey item", "Answered a test item", "Attended a session",
                    "Completed",
                    "Enrolled", "Failed", "Passed", "Self-assessed a competence", "Withdrew",
                ])
        }

        @Test("the views describe themselves")
        func comments() async throws {
            let reader = try await installation.evaluator("commented_reader")
            for view in ["statements", "awards", "coverage", "pilot_overview", "data_quality"] {
                let description = try await reader(#"\d+ evaluation.\#(view)"#)
                let columns = description.split(separator: "\n").filter { $0.contains("|") }
                #expect(columns.count > 5)
                // Column|Type|Collation|Nullable|Default|Storage|Description
                for column in columns {
                    let fields = column.split(separator: "|", omittingEmptySubsequences: false)
                    #expect(fields.last.map { $0.count > 10 } == true, "\(view): \(column)")
                }
                let comment = "SELECT obj_description('evaluation.\(view)'::regclass)"
                #expect(try await reader(comment).contains("Source:"))
            }
        }

        static let forbidden = [
            "INSERT INTO evaluation.awards (pilot) VALUES ('x')", "UPDATE evaluation.awards SET level = 4",
            "DELETE FROM evaluation.statements", "SELECT FROM lrs.statement", "SELECT FROM lrs.agent",
            "SELECT FROM credential.credential", "SELECT FROM credential.award", "SELECT FROM training.enrolment",
            "SELECT FROM training.pilot", "SELECT FROM ops.api_key", "SELECT FROM ops.evaluator_partner",
            "CREATE TABLE evaluation.mine ()", "CREATE TABLE public.mine ()", "CREATE TEMP TABLE mine ()",
            "SET ROLE tessera_service", "SET ROLE tessera_reporting", "SET ROLE tessera_owner",
            "SET SESSION AUTHORIZATION postgres", "SELECT pg_read_file('/etc/passwd')",
            "CREATE FUNCTION evaluation.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        ]

        @Test("an evaluator changes nothing, and reaches nothing behind the views", arguments: forbidden)
        func refused(command: String) async throws {
            let name = "reader_\(UUID().uuidString.prefix(8).lowercased())"
            let outcome = try await installation.evaluator(name).attempt(command)
            #expect(outcome.status != 0)
            #expect(outcome.error.contains("permission denied") || outcome.error.contains("cannot"), "\(outcome.error)")
        }

        @Test("a role without its password, or with a wrong one, is not let in")
        func password() async throws {
            var reader = try await installation.evaluator("locked_reader")
            reader.password = "wrong"
            #expect(try await reader.attempt("SELECT 1").status != 0)
            reader.password = nil
            #expect(try await reader.attempt("SELECT 1").status != 0)
        }

        @Test("an unknown partner, a bad name and a taken one are refused")
        func mistakes() async throws {
            _ = try await installation.evaluator("taken_reader")
            for (options, word) in [
                (["--name", "lost_reader", "--partner", "atlantis"], "atlantis"), (["--name", "Reader"], "Reader"),
                (["--name", "pg_reader"], "pg_reader"), (["--name", "taken_reader"], "taken_reader"),
            ] {
                let outcome = try await installation.tessera(["evaluators", "create"] + options)
                #expect(outcome.status == 1)
                #expect(outcome.error.contains(word))
            }
        }

        /// A pilot of another partner, in which nothing has happened yet.
        private func definePilot(of partner: String) async throws {
            let pilot = """
                {"code":"\(partner)-1","iri":"https://pilots.example.org/\(partner)-1","title":"\(partner)",
                 "framework":{"code":"IUS","version":"0.1"},
                 "profile":{"code":"P4","iri":"https://pilots.example.org/profiles/p4"},
                 "curriculum":{"iri":"https://pilots.example.org/curricula/1","version":"1","title":"One"},
                 "partners":[{"code":"\(partner)","name":"\(partner)","country":"PL"}],
                 "startsOn":"2026-03-02","endsOn":"2026-03-27","plannedHours":21,"state":"running","enrolments":[]}
                """
            let answer = try await installation.client.send("PUT", "/api/pilots/\(partner)-1", body: Data(pilot.utf8))
            _ = try answer.expecting(204)
        }
    }
}
