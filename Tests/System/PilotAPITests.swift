import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `/api/instruments` and `/api/pilots`, as a training platform uses them.
    struct PilotAPITests {
        private struct State: Decodable {
            struct Step: Decodable {
                let to: String
                let by: String?
                let byDefinition: Bool
            }

            let state: String
            let history: [Step]
        }

        private struct Refusal: Decodable {
            struct Unmet: Decodable { let demand: String }

            let detail: String
            let unmet: [Unmet]
        }

        private struct List: Decodable {
            struct Entry: Decodable { let registration: String }

            let launchContexts: [Entry]
        }

        private let installation: Installation
        private let client: Client
        /// Each test has a pilot of its own.
        private let code = "api-\(UUID().text.prefix(8))"
        private let registration = UUID().text

        init() throws {
            installation = try .served
            client = installation.client
        }

        private func iri(_ name: String) -> String { "https://pilots.example.eu/\(code)/\(name)" }

        private var instrument: String { "/api/instruments/\(code)/versions/1.0" }
        private var pilot: String { "/api/pilots/\(code)" }

        private func put(_ path: String, _ body: String, by client: Client? = nil) async throws -> Answer {
            try await (client ?? self.client).send("PUT", path, body: Data(body.utf8))
        }

        private func post(_ path: String, _ body: String = "{}", by client: Client? = nil) async throws -> Answer {
            try await (client ?? self.client).send("POST", path, body: Data(body.utf8))
        }

        private func defineInstrument(kind: String = "pre-test", item: String = "test/items/1") async throws {
            let definition = """
                {"code":"\(code)","version":"1.0","iri":"\(iri("test"))","kind":"\(kind)","title":{"en":"A test"},
                 "framework":{"code":"IUS","version":"0.1"},
                 "items":[{"iri":"\(iri(item))","text":{"en":"Right?"},"interaction":"true-false","competence":"A1"}]}
                """
            _ = try await put(instrument, definition).expecting(204)
        }

        private func pilotDefinition(_ more: String = "") -> String {
            """
            {"code":"\(code)","iri":"\(iri("pilot"))","title":"A pilot","framework":{"code":"IUS","version":"0.1"},
             "profile":{"code":"P4"},"curriculum":{"iri":"\(iri("curriculum"))","version":"1.0"},
             "partners":[{"code":"\(code)","name":"A partner"}],"startsOn":"2026-03-02","endsOn":"2026-03-27",
             "enrolments":[{"registration":"\(registration)",
                            "account":{"homePage":"https://id.example.eu","name":"p-\(code)"}}]\(more)}
            """
        }

        private func uses(_ phases: String...) -> String {
            let uses = phases.map { #"{"code":"\#(code)","version":"1.0","phase":"\#($0)"}"# }
            return #","instruments":[\#(uses.joined(separator: ","))]"#
        }

        @Test("what is defined is shown as it can be sent again")
        func roundTrip() async throws {
            try await defineInstrument()
            let plan = #","plan":{"costs":[{"category":"rooms","amount":99.5,"currency":"EUR"}]}"#
            _ = try await put(pilot, pilotDefinition(uses("pre") + plan)).expecting(204)
            for path in [pilot, pilot + "/plan", pilot + "/enrolments", pilot + "/invitations", instrument] {
                let first = try await client.get(path).expecting(200)
                _ = try await put(path, first.text).expecting(204)
                #expect(try await client.get(path).text == first.text, "\(path)")
            }
            #expect(try await client.get(pilot + "/plan").text.contains("99.5"))
            #expect(try await client.get("/api/pilots").text.contains(#""\#(code)""#))
            #expect(try await client.get("/api/instruments").text.contains(#""\#(code)""#))
            #expect(try await client.get("/api/instruments/\(code)").expecting(200).text.contains("pre-test"))
            for path in ["/api/pilots/none", "/api/pilots/none/plan", "/api/instruments/none", instrument + ".1"] {
                #expect(try await client.get(path).status == 404, "\(path)")
            }
        }

        @Test("a state is refused with everything that is lacking, and reached when nothing is")
        func states() async throws {
            let name = "platform-\(code)"
            let platform = try await installation.client(name, "--scope", "pilots/write")
            try await defineInstrument()
            _ = try await put(pilot, pilotDefinition(uses("pre")), by: platform).expecting(204)
            let refused = try await post(pilot + "/state", #"{"state":"closed"}"#, by: platform).expecting(409)
            #expect(refused.header("Content-Type") == "application/problem+json")
            let refusal = try refused.decoded(as: Refusal.self)
            #expect(refusal.unmet.map(\.demand) == ["order", "instrument-post"])
            #expect(refusal.detail.contains("A planned pilot can only become running."))
            let draft = try await post(pilot + "/state", #"{"state":"running"}"#, by: platform).expecting(409)
            #expect(try draft.decoded(as: Refusal.self).unmet.map(\.demand) == ["instrument-pre"])
            _ = try await post(instrument + "/publish").expecting(204)
            let moved = try await post(pilot + "/state", #"{"state":"running"}"#, by: platform).expecting(200)
            let state = try moved.decoded(as: State.self)
            #expect(state.state == "running" && state.history.map(\.to) == ["planned", "running"])
            #expect(state.history.map(\.by) == [name, name])
            #expect(state.history.map(\.byDefinition) == [true, false])
            #expect(try await post(pilot + "/state", #"{"state":"over"}"#).status == 400)
            // A published version does not change.
            let changed = try await put(
                instrument, try await client.get(instrument).text.replacing("Right?", with: "No?"))
            #expect(changed.status == 409)
        }

        @Test("a partner's key sees and changes what is the partner's; a key without the scope nothing")
        func partners() async throws {
            _ = try await put(pilot, pilotDefinition()).expecting(204)
            let other = "other-\(code)"
            _ = try await put("/api/partners/\(other)", #"{"code":"\#(other)","name":"Another"}"#).expecting(204)
            let own = try await installation.client("own-\(code)", "--scope", "pilots/write", "--partner", code)
            let stranger = try await installation.client(other, "--scope", "pilots/write", "--partner", other)
            let sender = try await installation.client("sender-\(code)", "--scope", "statements/write")
            for path in [pilot, pilot + "/state", pilot + "/launch-contexts?phase=pre"] {
                #expect(try await own.get(path).status == 200, "\(path)")
                #expect(try await stranger.get(path).status == 404, "\(path)")
                #expect(try await sender.get(path).status == 403, "\(path)")
            }
            #expect(try await put(pilot + "/plan", "{}", by: stranger).status == 404)
            #expect(try await put(pilot + "/plan", "{}", by: own).status == 204)
            #expect(try await !stranger.get("/api/pilots").text.contains(#""\#(code)""#))
            #expect(try await put(pilot, pilotDefinition(), by: stranger).status == 403)
        }

        @Test("statements made with a launch context conform to the scheme's profile", arguments: ["xapi", "cmi5"])
        func launchContext(form: String) async throws {
            try await defineInstrument()
            _ = try await put(pilot, pilotDefinition(uses("pre"))).expecting(204)
            let path = "\(pilot)/enrolments/\(registration)/launch-context?form=\(form)&phase=pre&instrument=\(code)"
            let answer = try await client.get(path).expecting(200)
            #expect(answer.header("Content-Disposition")?.hasPrefix("attachment; filename=") == true)
            var context = answer.text
            if form == "cmi5" {
                // What a course does with it: the template, and the registration that it was launched with.
                let opening = #"{"contextTemplate":{"#
                try #require(context.hasPrefix(opening))
                context = #"{"registration":"\#(registration)","# + context.dropFirst(opening.count).dropLast()
            }
            let actor = #"{"account":{"homePage":"https://id.example.eu","name":"p-\#(code)"}}"#
            let head = #""timestamp":"2026-03-01T10:00:00Z","actor":\#(actor),"context":\#(context)"#
            let statements = [
                """
                {"id":"\(UUID().text)",\(head),"verb":{"id":"http://adlnet.gov/expapi/verbs/answered"},
                 "object":{"id":"\(iri("test/items/1"))",
                  "definition":{"type":"http://adlnet.gov/expapi/activities/cmi.interaction"}},
                 "result":{"response":"true","success":true}}
                """,
                """
                {"id":"\(UUID().text)",\(head),"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},
                 "object":{"id":"\(iri("test"))","definition":{"type":"http://adlnet.gov/expapi/activities/assessment"}},
                 "result":{"score":{"scaled":0.9},"success":true}}
                """,
                """
                {"id":"\(UUID().text)",\(head),"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
                 "object":{"id":"\(iri("course"))"},"result":{"completion":true,"duration":"PT1H"}}
                """,
            ]
            let body = Data("[\(statements.joined(separator: ","))]".utf8)
            _ = try await client.send("POST", "/xapi/statements", body: body).expecting(200)
            let reader = try await installation.evaluator("launch_\(form)_\(code.suffix(8))", "--partner", code)
            let of = "FROM evaluation.data_quality WHERE pilot = '\(code)'"
            #expect(try await reader("SELECT * \(of) AND (violations > 0 OR n_missing > 0)") == "")
            #expect(try await reader("SELECT sum(n) \(of) AND source = 'template'") == "3")
            let statementsTied =
                "FROM evaluation.statements WHERE pilot = '\(code)' AND profile = 'P4' AND phase = 'pre'"
            #expect(try await reader("SELECT count(*) \(statementsTied) AND competence = 'A1'") == "3")
            #expect(try await reader("SELECT count(*) \(statementsTied) AND person = '\(registration)'") == "3")
        }

        @Test("launch contexts of all people come as one document or as lines; what is asked wrongly is told")
        func launchContexts() async throws {
            _ = try await put(pilot, pilotDefinition()).expecting(204)
            let path = pilot + "/launch-contexts"
            let list = try await client.get(path + "?phase=during").expecting(200).decoded(as: List.self)
            #expect(list.launchContexts.map(\.registration) == [registration])
            let lines = try await client.get(path + "?phase=followup&monthsAfter=6&form=cmi5&format=ndjson").expecting(
                200)
            #expect(lines.header("Content-Type") == "application/x-ndjson")
            #expect(lines.text.split(separator: "\n").count == 1 && lines.text.contains("contextTemplate"))
            #expect(lines.text.contains(#"extensions/months-after":6"#))
            for (query, status) in [
                ("", 400), ("?phase=later", 400), ("?phase=pre&form=html", 400), ("?phase=pre&instrument=none", 404),
                ("?phase=pre&monthsAfter=6", 400), ("?phase=pre&format=csv", 400),
            ] {
                #expect(try await client.get(path + query).status == status, "\(query)")
            }
            let one = "\(pilot)/enrolments/\(UUID().text)/launch-context?phase=pre"
            #expect(try await client.get(one).status == 404)
        }

        @Test("statements that came before their pilot and instrument are tied by the definitions")
        func later() async throws {
            let statement = """
                {"actor":{"account":{"homePage":"https://id.example.eu","name":"p-\(code)"}},
                 "verb":{"id":"http://adlnet.gov/expapi/verbs/answered"},"object":{"id":"\(iri("test/items/1"))"},
                 "context":{"contextActivities":{"parent":[{"id":"\(iri("test"))"}],
                  "grouping":[{"id":"\(iri("pilot"))"},{"id":"\(iri("curriculum"))"}]}}}
                """
            _ = try await client.send("POST", "/xapi/statements", body: Data(statement.utf8)).expecting(200)
            _ = try await put(pilot, pilotDefinition()).expecting(204)
            let reader = try await installation.evaluator("later_\(code.suffix(8))", "--partner", code)
            let tied = "SELECT instrument, item, curriculum FROM evaluation.statements WHERE pilot = '\(code)'"
            #expect(try await reader(tied) == "||\(iri("curriculum"))")
            let faults = "SELECT demand FROM evaluation.data_quality WHERE pilot = '\(code)' AND source = 'reference'"
            #expect(
                try await reader(faults + " ORDER BY demand")
                    == "instrument: a defined version of an instrument\nitem: one of the instrument's")
            try await defineInstrument()
            #expect(try await reader(tied) == "\(iri("test"))|\(iri("test/items/1"))|\(iri("curriculum"))")
            #expect(try await reader(faults) == "")
        }
    }
}
