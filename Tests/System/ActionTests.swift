import Foundation
import TestSupport
import Testing

extension SystemTests.SharedServerTests {
    /// `/api/pilots/{code}/findings` and `/api/actions`: from a finding to its effect, by two keys.
    struct ActionTests {
        private struct Shown: Decodable {
            struct Measured: Decodable, Equatable {
                let value: Double?
                let n: Int?
                let suppressed: Bool
            }
            struct Effect: Decodable {
                let pilot: String
                let before: Measured
                let after: Measured
                let change: Double?
            }
            struct Step: Decodable {
                let from: String?
                let to: String
                let by: String?
                let role: String?
            }
            struct Proposal: Decodable {
                let number: Int
                let status: String
            }

            let id: Int
            let state: String
            let overdue: Bool
            let next: [String]
            let effect: Effect?
            let history: [Step]
            let reopenedFrom: Int?
            let reopenedAs: Int?
            let proposal: Proposal?
        }

        private struct Finding: Decodable {
            struct Action: Decodable { let id: Int }

            let number: Int
            let metric: Shown.Measured?
            let lacksAction: Bool
            let actions: [Action]
        }

        private struct Findings: Decodable { let findings: [Finding] }
        private struct Actions: Decodable { let actions: [Shown] }
        private struct Numbered: Decodable {
            let number: Int?
            let id: Int?
        }

        private let installation: Installation
        private let sample = FeedbackSample()
        private let owner: Client
        private let second: Client

        init() async throws {
            installation = try .served
            let scopes = ["--scope", "pilots/write", "--scope", "framework/propose"]
            try await sample.define(on: installation.client)
            try await installation.refreshViews()
            owner = try await installation.client(
                named: "owner-\(sample.name)", scopes + ["--partner", sample.name])
            second = try await installation.client(
                named: "second-\(sample.name)", scopes + ["--partner", sample.name])
        }

        private var findings: String { "/api/pilots/\(sample.first)/findings" }

        private func post(_ path: String, _ body: String, as client: Client) async throws -> Answer {
            try await client.send("POST", path, body: Data(body.utf8))
        }

        private func finding(_ body: String = FeedbackSample.finding) async throws -> Int {
            try #require(try await post(findings, body, as: owner).expecting(201).decoded(as: Numbered.self).number)
        }

        private func action(about finding: Int, kind: String = "organisation") async throws -> Int {
            let answer = try await post("\(findings)/\(finding)/actions", FeedbackSample.action(kind: kind), as: owner)
            let id = try #require(try answer.expecting(201).decoded(as: Numbered.self).id)
            #expect(answer.header("Location") == "/api/actions/\(id)")
            return id
        }

        private func move(_ action: Int, _ body: String, as client: Client) async throws -> Answer {
            try await post("/api/actions/\(action)/state", body, as: client)
        }

        @Test("a finding keeps its number, its action is done by one and verified by another, and has its effect")
        func course() async throws {
            let number = try await finding()
            let noted = try await owner.get("\(findings)/\(number)").expecting(200).decoded(as: Finding.self)
            #expect(noted.metric == Shown.Measured(value: 200, n: 5, suppressed: false))
            #expect(noted.lacksAction)
            let lacking = try await owner.get(findings + "?lacking=true").expecting(200).decoded(as: Findings.self)
            #expect(lacking.findings.map(\.number) == [number])

            let id = try await action(about: number)
            #expect(
                try await owner.get(findings + "?lacking=true").decoded(as: Findings.self).findings.isEmpty,
                "an action answers a must")
            _ = try await move(id, #"{"state":"accepted","role":"Coordinator"}"#, as: owner).expecting(200)
            let early = try await post("/api/actions/\(id)/effect", #"{"pilot":"\#(sample.second)"}"#, as: owner)
            #expect(early.status == 409 && early.text.contains("has no effect yet"))
            let unproven = try await move(id, #"{"state":"done"}"#, as: owner).expecting(400)
            #expect(unproven.text.contains(#""pointer":"/evidence""#))
            let done = #"{"state":"done","evidence":"https://example.org/contract"}"#
            _ = try await move(id, done, as: owner).expecting(200)

            let own = try await move(id, #"{"state":"verified"}"#, as: owner).expecting(409)
            #expect(own.text.contains("a second person does, with another key"))
            let verified = try await move(id, #"{"state":"verified","role":"Controller"}"#, as: second).expecting(200)
                .decoded(as: Shown.self)
            #expect(verified.state == "verified" && verified.next.isEmpty && verified.effect == nil)
            #expect(verified.history.map(\.to) == ["proposed", "accepted", "done", "verified"])
            #expect(verified.history.last?.by == "second-\(sample.name)")

            let effect = try await post("/api/actions/\(id)/effect", #"{"pilot":"\#(sample.second)"}"#, as: owner)
                .expecting(200).decoded(as: Shown.self).effect
            #expect(effect?.before == Shown.Measured(value: 200, n: 5, suppressed: false))
            #expect(effect?.after == Shown.Measured(value: 100, n: 5, suppressed: false))
            #expect(effect?.change == -100 && effect?.pilot == sample.second)
            // Of three people nothing is told, and of what is not a later run neither.
            let hidden = try await post("/api/actions/\(id)/effect", #"{"pilot":"\#(sample.small)"}"#, as: owner)
                .expecting(200).decoded(as: Shown.self).effect
            #expect(hidden?.after == Shown.Measured(value: nil, n: nil, suppressed: true) && hidden?.change == nil)
            let backwards = try await post("/api/actions/\(id)/effect", #"{"pilot":"\#(sample.first)"}"#, as: owner)
            #expect(backwards.status == 400 && backwards.text.contains(#""pointer":"/pilot""#))

            let again = try await post(
                "/api/actions/\(id)/reopening", #"{"reason":"Rooms are dear again","dueOn":"2027-01-31"}"#, as: owner)
            let heir = try #require(try again.expecting(201).decoded(as: Numbered.self).id)
            let taken = try await owner.get("/api/actions/\(heir)").expecting(200).decoded(as: Shown.self)
            #expect(taken.state == "proposed" && taken.reopenedFrom == id)
            #expect(try await owner.get("/api/actions/\(id)").decoded(as: Shown.self).reopenedAs == heir)
        }

        @Test("a rejection with a reason answers a must as well, unless something is done")
        func rejection() async throws {
            let number = try await finding()
            let reason = #"{"reason":"No others are to be had"}"#
            let id = try await action(about: number)
            let busy = try await post("\(findings)/\(number)/rejection", reason, as: owner).expecting(409)
            #expect(busy.text.contains("urn:tessera:problem:untimely"))
            _ = try await move(id, #"{"state":"rejected","reason":"Not ours"}"#, as: owner).expecting(200)
            _ = try await post("\(findings)/\(number)/rejection", reason, as: owner).expecting(204)
            let answer = try await owner.get("\(findings)/\(number)").expecting(200)
            #expect(answer.text.contains("No others are to be had"))
            #expect(try !answer.decoded(as: Finding.self).lacksAction)
            let late = try await post("\(findings)/\(number)/actions", FeedbackSample.action(), as: owner)
            #expect(late.status == 409)
        }

        @Test(
            "what is wrong with a finding is told by its place",
            arguments: [
                (#"{"strength":"must","kirkpatrickLevel":2,"source":"x"}"#, "/text"),
                (#"{"text":"x","strength":"must","source":"x"}"#, "/criterion"),
                (#"{"text":"x","strength":"perhaps","kirkpatrickLevel":2,"source":"x"}"#, "/strength"),
                (#"{"text":"x","strength":"must","kirkpatrickLevel":2}"#, "/metric"),
                (
                    #"{"text":"x","strength":"must","kirkpatrickLevel":2,"metric":{"view":"statements","column":"level"}}"#,
                    "/metric/view"
                ),
                (
                    #"{"text":"x","strength":"must","kirkpatrickLevel":2,"metric":{"view":"cost","column":"currency"}}"#,
                    "/metric/column"
                ),
                (
                    #"{"text":"x","strength":"must","kirkpatrickLevel":2,"metric":{"view":"cost","key":{"currency":"PLN"},"column":"total"}}"#,
                    "/metric/key"
                ),
            ])
        func faults(body: String, pointer: String) async throws {
            let answer = try await post(findings, body, as: owner).expecting(400)
            #expect(answer.text.contains(#""pointer":"\#(pointer)""#), "\(answer.text)")
        }

        @Test("an action on the framework is done by a proposal, which it opens in the partner's name")
        func framework() async throws {
            let id = try await action(about: finding(), kind: "framework")
            _ = try await move(id, #"{"state":"accepted"}"#, as: owner).expecting(200)
            let done = #"{"state":"done","evidence":"https://example.org/proposal"}"#
            #expect(try await move(id, done, as: owner).status == 409)
            let proposal = """
                {"framework":{"code":"IUS","version":"0.1"},"title":"Rooms","reason":"They are shared",
                 "edits":[{"kind":"text","item":"E1","field":"notes","to":"Of \(sample.name)"}]}
                """
            let unsaid = try await post("/api/actions/\(id)/proposal", #"{"title":"x"}"#, as: owner).expecting(400)
            #expect(unsaid.text.contains(#""pointer":"/framework""#))
            let opened = try await post("/api/actions/\(id)/proposal", proposal, as: owner).expecting(200)
                .decoded(as: Shown.self)
            let number = try #require(opened.proposal?.number)
            #expect(opened.proposal?.status == "open")
            let shown = try await owner.get("/api/frameworks/IUS/0.1/proposals/\(number)").expecting(200).text
            #expect(shown.contains(sample.name) && shown.contains("They are shared"))
            #expect(try await post("/api/actions/\(id)/proposal", proposal, as: owner).status == 409)
            _ = try await move(id, done, as: owner).expecting(200)
            // It takes the scope to propose.
            let writer = try await installation.client(
                named: "writer-\(sample.name)", ["--scope", "pilots/write", "--partner", sample.name])
            let refused = try await post("/api/actions/\(id)/proposal", proposal, as: writer).expecting(403)
            #expect(refused.text.contains("framework/propose"))
        }

        @Test("the list tells what is overdue, by interface and command")
        func overdue() async throws {
            let id = try await action(about: finding())
            let due = #"{"state":"proposed","dueOn":"2020-01-31","note":"It was due long ago"}"#
            _ = try await move(id, due, as: owner).expecting(200)
            let path = "/api/actions?pilot=\(sample.first)"
            let list = try await owner.get(path + "&overdue=true").expecting(200).decoded(as: Actions.self).actions
            #expect(list.map(\.id) == [id] && list.allSatisfy(\.overdue))
            #expect(try await owner.get(path + "&state=done").decoded(as: Actions.self).actions.isEmpty)
            #expect(try await owner.get("/api/actions?state=finished").status == 400)
            #expect(try await owner.get("/api/actions?colour=red").status == 400)

            let listed = try await installation.tessera("actions", "list", "--pilot", sample.first).succeeded().output
            #expect(listed == "\(id)\t\(sample.first)\tproposed\t2020-01-31 OVERDUE\tCity of Riga\tShare the rooms\n")
            let json = try await installation.tessera("actions", "list", "--overdue", "--json").succeeded().output
            let all = try JSONDecoder().decode(Actions.self, from: Data(json.utf8)).actions
            #expect(all.contains { $0.id == id })
            #expect(try await installation.tessera("actions", "list", "--state", "finished").status == 64)
        }

        @Test("the views name no key, and so nobody")
        func views() async throws {
            _ = try await action(about: finding())
            let name = "reader_" + sample.name.replacing("-", with: "_")
            let reader = try await installation.evaluator(name, "--partner", sample.name)
            for view in ["findings", "feedback_actions"] {
                let seen = try await reader("SELECT count(*) FROM evaluation.\(view) WHERE pilot = '\(sample.first)'")
                #expect(seen == "1")
                let named = try await reader(
                    "SELECT count(*) FROM evaluation.\(view) AS seen WHERE seen::text LIKE '%owner-%'")
                #expect(named == "0")
            }
        }
    }
}
