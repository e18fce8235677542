import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `/api/rules` and `/api/awards`, as a training platform and those who approve use them.
    struct AwardAPITests {
        private struct Award: Decodable {
            struct Evidence: Decodable {
                let statement: UUID
                let conditions: [Int]
            }

            let id: UUID
            let competence: String
            let state: String
            let rule: String
            let ruleVersion: Int
            let credential: UUID?
            let reason: String?
            let decidedBy: String?
            let evidence: [Evidence]
        }

        private struct Page: Decodable {
            let awards: [Award]
            let next: UUID?
        }

        private struct Explanation: Decodable {
            struct Level: Decodable {
                struct Rule: Decodable {
                    let rule: String
                    let met: Bool
                    let missing: [[String]]
                }

                let level: Int
                let reached: Bool
                let rules: [Rule]?
            }

            let reached: Int
            let levels: [Level]
        }

        private struct Rules: Decodable {
            struct Rule: Decodable {
                let version: Int
                let state: String
            }

            let rules: [Rule]
        }

        private let installation: Installation
        private let client: Client
        /// Each test has a pilot and a rule of its own.
        private let code = "awards-\(UUID().text.prefix(8))"

        init() throws {
            installation = try .served
            client = installation.client
        }

        private func put(_ path: String, _ body: String) async throws -> Answer {
            try await client.send("PUT", path, body: Data(body.utf8))
        }

        private func post(_ path: String, _ body: String? = nil) async throws -> Answer {
            try await client.send("POST", path, body: body.map { Data($0.utf8) })
        }

        private func definePilot() async throws {
            let definition = SystemTests.PartnerAccessTests.pilot(code, title: "Awards", partners: ["awards-city"])
            _ = try await put("/api/partners/awards-city", #"{"code":"awards-city","name":"City"}"#).expecting(204)
            _ = try await put("/api/pilots/\(code)", definition).expecting(204)
        }

        private func rule(_ requires: String, _ members: String = "") -> String {
            #"{"code":"\#(code)","description":"Of the test.","pilot":"\#(code)"\#(members),"requires":\#(requires)}"#
        }

        /// Posts a passed test of a person, and gives the statement's id.
        private func pass(_ person: String, score: Double = 0.8) async throws -> UUID {
            let id = UUID()
            let item = try await installation.administrator(
                "SELECT identifier FROM framework.item WHERE code = 'A1' AND kind = 'competence' LIMIT 1")
            let test = AwardLoad.Test(
                person: person, competence: "A1", iri: "https://framework.example.eu/ims/case/v1p1/CFItems/" + item)
            let statement = test.statement.replacing(test.id.text, with: id.text).replacing("/load-1", with: "/" + code)
                .replacing("0.86", with: "\(score)")
            _ = try await client.post(statement).expecting(200)
            return id
        }

        /// Asks for the pilot's awards until they are as wanted.
        private func awards(_ query: String = "", until isAsWanted: (Page) -> Bool) async throws -> Page {
            for _ in 0..<300 {
                let page: Page = try await client.get("/api/awards?pilot=\(code)" + query).expecting(200).decoded()
                if isAsWanted(page) { return page }
                try await Task.sleep(for: .milliseconds(100))
            }
            return try await client.get("/api/awards?pilot=\(code)" + query).expecting(200).decoded()
        }

        @Test("a rule is drafted, published, shown in its versions, and retired")
        func rules() async throws {
            try await definePilot()
            let path = "/api/rules/\(code)"
            #expect(try await client.get(path).status == 404)
            _ = try await put(path, rule(#"{"kind":"test","minimumScore":0.75}"#)).expecting(204)
            #expect(try await client.get(path).expecting(200).text.contains(#""state": "draft""#))
            _ = try await post(path + "/publish").expecting(204)
            _ = try await post(path + "/publish").expecting(204)
            let shown = try await client.get(path).expecting(200)
            #expect(shown.text.contains(#""validity": "P3Y""#))
            // What was read may be sent again, and changes nothing.
            _ = try await put(path, shown.text).expecting(204)
            var versions: Rules = try await client.get(path + "/versions").expecting(200).decoded()
            #expect(versions.rules.map(\.version) == [1])
            _ = try await put(path, rule(#"{"kind":"test","minimum":2}"#)).expecting(204)
            versions = try await client.get(path + "/versions").expecting(200).decoded()
            #expect(versions.rules.map(\.version) == [2, 1])
            #expect(versions.rules.map(\.state) == ["draft", "published"])
            #expect(try await client.get(path + "/versions/2").expecting(200).text.contains(#""minimum": 2"#))
            for missing in ["/versions/3", "/versions/one", "/versions/99999999999"] {
                #expect(try await client.get(path + missing).status == 404)
            }
            _ = try await post(path + "/retire").expecting(204)
            #expect(try await client.get(path + "/versions/1").expecting(200).text.contains("retired"))
        }

        struct Fault: Sendable, CustomTestStringConvertible {
            let members: String
            let requires: String
            let pointer: String

            var testDescription: String { pointer }
        }

        @Test(
            "a rule that breaks a rule is refused with the field at fault",
            arguments: [
                Fault(members: "", requires: #"{"kind":"self"}"#, pointer: "/requires/kind"),
                Fault(
                    members: "", requires: #"{"all":[{"kind":"test"},{"kind":"x"}]}"#, pointer: "/requires/all/1/kind"),
                Fault(members: "", requires: #"{"any":[]}"#, pointer: "/requires/any"),
                Fault(
                    members: "", requires: #"{"kind":"test","minimumScore":7}"#, pointer: "/requires/minimumScore"),
                Fault(members: #","validity":"soon""#, requires: #"{"kind":"test"}"#, pointer: "/validity"),
                Fault(members: #","level":5"#, requires: #"{"kind":"test"}"#, pointer: "/level"),
                Fault(members: #","competence":"A1""#, requires: #"{"kind":"test"}"#, pointer: "/framework"),
                Fault(members: #","levels":[1]"#, requires: #"{"kind":"test"}"#, pointer: "/levels"),
            ])
        func faults(_ fault: Fault) async throws {
            try await definePilot()
            let answer = try await put("/api/rules/\(code)", rule(fault.requires, fault.members))
            #expect(answer.status == 400, "\(answer)")
            #expect(answer.text.contains(#""pointer":"\#(fault.pointer)""#), "\(answer)")
            #expect(try await client.get("/api/rules/\(code)").status == 404)
        }

        @Test("other names than the URL's, other media types and parameters that nobody knows are refused")
        func requests() async throws {
            try await definePilot()
            let other = try await put("/api/rules/other", rule(#"{"kind":"test"}"#))
            #expect(other.status == 400 && other.text.contains(#""pointer":"/code""#))
            let form = try await client.send(
                "PUT", "/api/rules/\(code)", body: Data("a".utf8), headers: ["Content-Type": "text/plain"])
            #expect(form.status == 415)
            for query in [
                "?state=lost", "?limit=0", "?limit=1001", "?after=1", "?pilots=x", "?state=proposed&state=refused",
            ] {
                #expect(try await client.get("/api/awards" + query).status == 400, "\(query)")
            }
            #expect(try await client.get("/api/levels?name=x&competence=A1").status == 400)
            #expect(try await client.get("/api/awards/\(UUID().text)").status == 404)
            #expect(try await client.get("/api/awards/1").status == 404)
            let unknown = try await post("/api/awards/reevaluation", #"{"pilots":"x"}"#)
            #expect(unknown.status == 400 && unknown.text.contains(#""pointer":"/pilots""#))
            #expect(try await post("/api/awards/reevaluation", #"{"pilot":"nowhere"}"#).status == 404)
        }

        @Test("awards of a pilot wait for approval; who approves sees why, signs or refuses once, and with a reason")
        func approval() async throws {
            try await definePilot()
            let path = "/api/pilots/\(code)/approval"
            #expect(try await client.get(path).expecting(200).text.contains("false"))
            let word = try await put(path, #"{"required":"yes"}"#)
            #expect(word.status == 400 && word.text.contains(#""pointer":"/required""#))
            _ = try await put(path, #"{"required":true}"#).expecting(204)
            #expect(try await client.get(path).expecting(200).text.contains("system"))
            let good = try await pass("good-\(code)")
            _ = try await pass("bad-\(code)")
            let proposed = try await awards("&state=proposed") { $0.awards.count == 2 }
            try #require(proposed.awards.count == 2)
            #expect(proposed.next == nil && proposed.awards.allSatisfy { $0.credential == nil })
            let first = try #require(proposed.awards.first { $0.evidence.map(\.statement) == [good] })
            #expect(first.evidence.map(\.conditions) == [[1]] && first.rule == "passed-assessment")
            let second = try #require(proposed.awards.first { $0.id != first.id })

            let decision = "/api/awards/\(first.id.text)/decision"
            for (body, pointer) in [
                (#"{"outcome":"maybe"}"#, "/outcome"), (#"{"outcome":"refused"}"#, "/reason"),
                (#"{"outcome":"approved","reason":7}"#, "/reason"), (#"{"outcome":"approved","why":"x"}"#, "/why"),
                (#"{"outcome":"refused","reason":" "}"#, "/reason"),
            ] {
                let answer = try await post(decision, body)
                #expect(answer.status == 400 && answer.text.contains(#""pointer":"\#(pointer)""#), "\(answer)")
            }
            let approved: Award = try await post(decision, #"{"outcome":"approved"}"#).expecting(200).decoded()
            #expect(approved.state == "awarded" && approved.decidedBy == "system")
            _ = try await post(decision, #"{"outcome":"approved"}"#).expecting(200)
            let late = try await post(decision, #"{"outcome":"refused","reason":"Too late"}"#)
            #expect(late.status == 409, "\(late)")
            let refused: Award = try await post(
                "/api/awards/\(second.id.text)/decision", #"{"outcome":"refused","reason":"It was somebody else."}"#
            ).expecting(200).decoded()
            #expect(refused.state == "refused" && refused.reason == "It was somebody else.")
            let signed = try await awards("&state=awarded") { $0.awards.first?.credential != nil }
            #expect(signed.awards.map(\.id) == [first.id])
            #expect(try await client.get("/credentials/\(first.id.text)").status == 200)
            #expect(try await client.get("/credentials/\(second.id.text)").status == 404)
        }

        @Test("a person's levels are explained with what is missing; a changed rule weighs the evidence anew")
        func explanation() async throws {
            try await definePilot()
            _ = try await put("/api/rules/\(code)", rule(#"{"kind":"test","minimumScore":0.75}"#)).expecting(204)
            _ = try await post("/api/rules/\(code)/publish").expecting(204)
            _ = try await pass("p-\(code)", score: 0.7)
            let levels = "/api/levels?homePage=https%3A%2F%2Fid.example.org&name=p-\(code)&competence=A1"
            var explained: Explanation?
            for _ in 0..<300 where explained?.levels.first?.rules?.first?.rule != code {
                explained = try? await client.get(levels).expecting(200).decoded()
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(explained?.reached == 0)
            let missing = explained?.levels.first { $0.level == 2 }?.rules?.first?.missing
            #expect(missing == [["1 passed test with a scaled score of at least 0.75"]])
            _ = try await put("/api/rules/\(code)", rule(#"{"kind":"test","minimumScore":0.6}"#)).expecting(204)
            _ = try await post("/api/rules/\(code)/publish").expecting(204)
            let page = try await awards { $0.awards.count == 1 }
            #expect(page.awards.map(\.ruleVersion) == [2])
            let award = try #require(page.awards.first)
            let why: Explanation = try await client.get("/api/awards/\(award.id.text)/explanation").expecting(200)
                .decoded()
            #expect(why.reached == 2 && why.levels.map(\.reached) == [true, true, false, false])
            let told = try await installation.tessera("awards", "explain", award.id.text).succeeded().output
            let statement = try #require(award.evidence.first?.statement)
            #expect(told.contains("Level 2 is reached.\n") && told.contains("Level 3, the next one") == false)
            #expect(told.contains("statement \(statement.text) (test with the scaled score 0.7, "), "\(told)")
            #expect(told.contains("condition 1, 1 passed test with a scaled score of at least 0.6: met, 1 found"))
            let json = try await installation.tessera("awards", "explain", award.id.text, "--json").succeeded().output
            #expect(json.hasPrefix("{") && json.contains(#""reached": 2"#), "\(json)")
            #expect(try await post("/api/awards/reevaluation", #"{"pilot":"\#(code)"}"#).status == 202)
            #expect(try await client.get("/api/levels?homePage=x&name=y&competence=A1").status == 404)
        }

        @Test("awards come in pages, oldest first, each once")
        func pages() async throws {
            try await definePilot()
            for person in 0..<5 { _ = try await pass("p\(person)-\(code)") }
            let all = try await awards { $0.awards.count == 5 }
            var ids: [UUID] = []
            var after = ""
            for _ in 0..<4 {
                let page: Page = try await client.get("/api/awards?pilot=\(code)&limit=2" + after).expecting(200)
                    .decoded()
                ids += page.awards.map(\.id)
                guard let next = page.next else { break }
                after = "&after=\(next.text)"
            }
            #expect(ids == all.awards.map(\.id) && ids.count == 5)
            let none: Page = try await client.get("/api/awards?pilot=\(code)&competence=B1").expecting(200).decoded()
            #expect(none.awards.isEmpty)
        }

        @Test("the list of assessors is replaced as a whole, and shown as it was sent")
        func assessors() async throws {
            try await definePilot()
            let path = "/api/pilots/\(code)/assessors"
            #expect(try await client.get(path).expecting(200).text.contains("[]"))
            let list =
                #"{"assessors":[{"account":{"homePage":"https://id.example.org","name":"ann"}},{"mbox":"mailto:a@b.eu"}]}"#
            _ = try await put(path, list).expecting(204)
            let shown = try await client.get(path).expecting(200)
            #expect(shown.text.contains("ann") && shown.text.contains("mailto:a@b.eu"))
            _ = try await put(path, shown.text).expecting(204)
            let wrong = try await put(path, #"{"assessors":[{"name":"ann"}]}"#)
            #expect(wrong.status == 400 && wrong.text.contains(#""pointer":"/assessors/0"#), "\(wrong)")
            _ = try await put(path, #"{"assessors":[]}"#).expecting(204)
            #expect(try await client.get(path).expecting(200).text.contains("[]"))
            #expect(try await client.get("/api/pilots/nowhere/assessors").status == 404)
        }
    }
}
