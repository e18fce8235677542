import Foundation
import TestSupport
import Testing

extension SystemTests.PilotTests {
    /// `/api/evaluation` and `/evaluation`, over the demonstration.
    struct EvaluationAPITests {
        private struct Dictionary: Decodable {
            struct View: Decodable {
                struct Column: Decodable {
                    let name: String
                    let type: String
                    let comment: String
                }

                let name: String
                let comment: String
                let columns: [Column]
            }

            let views: [View]
        }

        private let installation: Installation
        private let client: Client
        private let pilot: String

        init() async throws {
            installation = try .served
            client = installation.client
            pilot = try await installation.demo().pilot
        }

        private func key(_ options: String...) async throws -> Client {
            try await installation.client(named: "analyst-\(UUID().text)", options)
        }

        private func read(_ rest: String, accept: String? = nil) async throws -> Answer {
            try await client.get("/api/evaluation/\(rest)", accept: accept).expecting(200)
        }

        /// The objects of a JSON array.
        private func rows(_ rest: String) async throws -> [[String: Any]] {
            try #require(try await JSONSerialization.jsonObject(with: read(rest).body) as? [[String: Any]])
        }

        @Test func `the dictionary has every view and column with the words of the database, and needs no key`()
            async throws
        {
            let answer = try await Client(port: installation.port).get("/api/evaluation").expecting(200)
            let views = try answer.decoded(as: Dictionary.self).views
            let reader = try await installation.evaluator("dictionary_reader")
            func names(_ schema: String) async throws -> [String] {
                try await reader(
                    """
                    SELECT relname FROM pg_class
                    WHERE relnamespace = '\(schema)'::regnamespace AND relkind IN ('r', 'v', 'm')
                    ORDER BY relname COLLATE "C"
                    """
                ).split(separator: "\n").map(String.init)
            }
            let published = try await names("published").map { "published." + $0 }
            #expect(published.contains("published.gain"))
            #expect(try await views.map(\.name) == names("evaluation") + published)
            for view in views {
                if !view.name.contains("."), view.name != "contract" {
                    #expect(view.comment.contains("Source"), "\(view.name)")
                }
                #expect(view.columns.allSatisfy { !$0.comment.isEmpty && !$0.type.isEmpty })
                // The one parameter that is no column.
                #expect(!view.columns.contains { $0.name == "format" }, "\(view.name)")
            }
            let gain = try #require(views.first { $0.name == "gain" }?.columns.first { $0.name == "gain_mean" })
            #expect(gain.type == "double precision" && gain.comment.contains("post - pre"))
            #expect(try await client.get("/api/evaluation?view=gain").status == 400)
        }

        @Test func `every view has the same rows in each format as for an evaluator's role`() async throws {
            let views = try await client.get("/api/evaluation").decoded(as: Dictionary.self).views
            let reader = try await installation.evaluator("format_reader")
            for view in views {
                let relation = view.name.contains(".") ? view.name : "evaluation.\(view.name)"
                let expected = try await reader("SELECT count(*) FROM \(relation)")
                let json = try await rows(view.name)
                #expect("\(json.count)" == expected, "\(view.name)")
                #expect(json.allSatisfy { Set($0.keys) == Set(view.columns.map(\.name)) })
                let lines = try await read("\(view.name)?format=ndjson").text.split(separator: "\n")
                #expect(lines.count == json.count)
                for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
                let records = CSVText(try await read("\(view.name)?format=csv").text).records
                #expect(records.first == view.columns.map(\.name))
                #expect(records.count == json.count + 1, "\(view.name)")
                #expect(records.allSatisfy { $0.count == view.columns.count }, "\(view.name)")
            }
        }

        @Test func `numbers have the digits, times and lists the form that is promised`() async throws {
            let reader = try await installation.evaluator("digits_reader")
            let exact = try await reader("SELECT gain_mean FROM evaluation.pilot_overview WHERE pilot = '\(pilot)'")
            #expect(exact.count > 10)
            let json = try await read("pilot_overview?pilot=\(pilot)").text
            #expect(json.hasPrefix("[\n{\"pilot\":\"\(pilot)\",") && json.hasSuffix("}\n]\n"))
            #expect(json.contains(#""gain_mean":\#(exact),"#), "\(json)")
            #expect(json.contains(#""partners":["riga"]"#) || json.contains(#""partners":["riga","#), "\(json)")
            let record = CSVText(try await read("pilot_overview?pilot=\(pilot)&format=csv").text)
            #expect(record["gain_mean"] == exact)
            #expect(record["partners"]?.hasPrefix(#"["riga""#) == true)
            #expect(record["starts_on"]?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil)
            #expect(record["as_of"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00/) != nil)
            #expect(["true", "false"].contains(record["suppressed"]))
            let statement = CSVText(
                try await read("statements?verb=http://adlnet.gov/expapi/verbs/attended&format=csv").text)
            #expect(statement["duration"]?.hasPrefix("PT") == true)
            // Null is nothing.
            #expect(statement["score_scaled"] == "")
        }

        @Test func `any column is a filter: several values of one are alternatives, several columns conditions`()
            async throws
        {
            let all = try await rows("gain_by_competence")
            let codes = Array(Set(all.compactMap { $0["competence"] as? String })).sorted()
            try #require(codes.count > 2)
            let two = try await rows("gain_by_competence?competence=\(codes[0])&competence=\(codes[1])&pilot=\(pilot)")
            #expect(Set(two.compactMap { $0["competence"] as? String }) == Set(codes.prefix(2)))
            #expect(try await rows("gain_by_competence?competence=\(codes[0])&pilot=none").isEmpty)
            // Numbers and truth by value, lists by what they contain, times in any form that is one.
            #expect(try await rows("pilot_overview?enrolled=024&suppressed=f&suppressed=t").count == 1)
            let hours = CSVText(try await read("pilot_overview?pilot=\(pilot)&format=csv").text)["planned_hours"]
            let same = try #require(hours.flatMap(Double.init))
            for (value, count) in [("\(same)00", 1), ("\(same)001", 0)] {
                #expect(try await rows("pilot_overview?pilot=\(pilot)&planned_hours=\(value)").count == count)
            }
            #expect(try await rows("pilot_overview?partners=riga&partners=nobody").count == 1)
            #expect(try await rows("pilot_overview?partners=nobody").isEmpty)
            let person = try #require(try await rows("awards").first?["person"] as? String)
            let awards = try await rows("awards?person=\(person.uppercased())")
            #expect(!awards.isEmpty && awards.allSatisfy { $0["person"] as? String == person })
            #expect(try await read("awards?level=0").text == "[\n]\n")
            #expect(try await read("awards?level=0&format=ndjson").text == "")
            #expect(try await read("awards?level=0&format=csv").text.split(separator: "\r\n").count == 1)
        }

        static let hostile: [(path: String, status: Int, words: String)] = [
            ("gain?nothing=1", 400, "nothing"), ("gain?Pilot=x", 400, "Pilot"),
            ("gain?n=many", 400, "n: is of type bigint"),
            ("gain?n=1&n=", 400, "n: "), ("awards?level=99999", 400, "level: is of type smallint"),
            ("gain?as_of=the%20day", 400, "as_of"), ("awards?person=me", 400, "person: is of type uuid"),
            ("gain?suppressed=perhaps", 400, "suppressed"), ("gain?format=xml", 400, "format"),
            ("gain?format=csv&format=json", 400, "format"), ("gain?format=", 400, "format"),
            ("gain?pilot=%00", 400, "U+0000"), ("gain?pilot=%ff", 400, "UTF-8"), ("gain?%00=1", 400, "U+0000"),
            ("gain?pilot%22%20IS%20NULL%20OR%20%22pilot=x", 400, "no such column"),
            ("gain?pilot)%20OR%20(true=x", 400, "no such column"), ("gain?ctid=1", 400, "ctid"),
            ("gain?=x", 400, "no such column"), ("nothing", 404, "Known: attendance"),
            ("Gain", 404, "Gain"), ("gain%22;", 404, "no such view"), ("pg_user", 404, "no such view"),
            ("gain%20AS%20x;%20DELETE%20FROM%20lrs.statement", 404, "no such view"),
            ("evaluation.gain", 404, "no such"),
            ("gain%00", 400, "UTF-8"), ("..%2Fgain", 404, "no such view"), ("threshold", 404, "no such view"),
        ]

        @Test("what is no view, column or value of its type is refused by name")
        func refused() async throws {
            for (path, status, words) in Self.hostile {
                let answer = try await client.get("/api/evaluation/\(path)")
                #expect(answer.status == status, "\(path): \(answer)")
                #expect(answer.header("Content-Type") == "application/problem+json", "\(path)")
                #expect(answer.text.contains(words), "\(path): \(answer)")
            }
        }

        @Test func `values are never SQL`() async throws {
            let before = try await read("statements?format=ndjson").text.count { $0.isNewline }
            for value in ["' OR '1'='1", "x'); DELETE FROM lrs.statement; --", "$1", "\\", "{\"a\"}", "NULL", "%"] {
                let escaped = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                #expect(try await read("gain?pilot=\(escaped)").text == "[\n]\n")
                #expect(try await read("pilot_overview?partners=\(escaped)").text == "[\n]\n")
            }
            let many = (0..<500).map { "pilot=p\($0)" }.joined(separator: "&")
            #expect(try await read("gain?\(many)&pilot=\(pilot)").text.contains(pilot))
            let after = try await read("statements?format=ndjson").text.count { $0.isNewline }
            #expect(before > 1000 && after == before)
        }

        @Test func `the form is the one that is preferred, or the one in the query`() async throws {
            let csv = "text/csv; charset=utf-8; header=present"
            for (accept, query, type) in [
                (nil, "", "application/json"), ("text/csv", "", csv),
                (
                    "text/csv;q=0.5, application/x-ndjson", "",
                    "application/x-ndjson"
                ), ("*/*", "", "application/json"), ("image/png", "?format=csv", csv),
                ("text/csv", "?format=json", "application/json"), ("text/*", "", csv),
            ] as [(String?, String, String)] {
                let answer = try await read("gain\(query)", accept: accept)
                #expect(answer.header("Content-Type") == type)
                #expect(
                    answer.header("Cache-Control") == "no-store" && answer.header("Vary")?.contains("Accept") == true)
            }
            #expect(
                try await read("gain?format=csv").header("Content-Disposition") == #"attachment; filename="gain.csv""#)
            #expect(try await client.get("/api/evaluation/gain", accept: "image/png").status == 406)
            let head = try await client.send("HEAD", "/api/evaluation/gain").expecting(200)
            #expect(head.body.isEmpty && head.header("Content-Type") == "application/json")
            let post = try await client.send("POST", "/api/evaluation/gain", body: Data("{}".utf8))
            #expect([404, 405].contains(post.status))
        }

        @Test func `rows take a key with the scope, and a partner's key sees the partner's`() async throws {
            let path = "/api/evaluation/pilot_overview"
            #expect(try await Client(port: installation.port).get(path).status == 401)
            for scope in ["statements/read", "training/read", "awards/read", "pilots/write"] {
                let refused = try await key("--scope", scope).get(path)
                #expect(refused.status == 403 && refused.text.contains("evaluation/read"), "\(scope): \(refused)")
            }
            for scope in ["evaluation/read", "all/read", "all"] {
                #expect(try await key("--scope", scope).get(path).expecting(200).text.contains(pilot))
            }
            let riga = try await key("--scope", "evaluation/read", "--partner", "riga")
            #expect(try await riga.get(path).expecting(200).text.contains(pilot))
            #expect(try await riga.get("/xapi/statements").status == 403)
            _ = try await client.send(
                "PUT", "/api/partners/oslo", body: Data(#"{"code":"oslo","name":"Oslo"}"#.utf8)
            ).expecting(204)
            let oslo = try await key("--scope", "evaluation/read", "--partner", "oslo")
            for view in try await client.get("/api/evaluation").decoded(as: Dictionary.self).views {
                // What is published is everybody's, and so are the versions of the views.
                if view.name.hasPrefix("published.") || view.name == "contract" { continue }
                let rows = try await oslo.get("/api/evaluation/\(view.name)").expecting(200).text
                #expect(rows == "[\n]\n", "\(view.name)")
            }
        }

        @Test func `people read the dictionary as a page, with a place for each view and column`() async throws {
            let anybody = Client(port: installation.port)
            let page = try await anybody.get("/evaluation", accept: "text/html,*/*;q=0.8").expecting(200)
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            for view in try await anybody.get("/api/evaluation").decoded(as: Dictionary.self).views {
                #expect(page.text.contains(#"<h2 id="\#(view.name)">"#))
                for column in view.columns { #expect(page.text.contains(#"id="\#(view.name).\#(column.name)""#)) }
            }
            #expect(!page.text.contains("{{") && !page.text.contains("<script") && !page.text.contains(pilot))
            let tag = try #require(page.header("ETag"))
            let again = try await anybody.send(
                "GET", "/evaluation", headers: ["Accept": "text/html", "If-None-Match": tag])
            #expect(again.status == 304)
            #expect(try await anybody.get("/evaluation?view=gain").status == 400)
            #expect(try await anybody.get("/evaluation", accept: "image/png").status == 406)
            #expect(try await anybody.get("/", accept: "text/html").text.contains(#"href="/evaluation""#))
            #expect(try await client.get("/pilots", accept: "text/html").text.contains(#"href="/evaluation""#))
        }
    }
}
