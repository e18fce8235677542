import Foundation
import Testing

extension SystemTests {
    /// State, profiles, Agents and Activities over HTTP, by the rules of each version.
    @Suite(.served)
    struct DocumentTests {
        private let old: Client
        private let new: Client

        init() throws {
            var client = try Installation.served.client
            client.version = "1.0.3"
            old = client
            client.version = "2.0.0"
            new = client
        }

        private static let agent = "agent=%7B%22mbox%22%3A%22mailto%3Aada%40example.com%22%7D"
        private static let activity = "activityId=http%3A%2F%2Fexample.com%2Fa"

        /// A document that no other test names: of State, or of one of the profiles.
        private static func paths() -> (state: String, agentProfile: String, activityProfile: String) {
            let id = UUID().text
            return (
                "/xapi/activities/state?\(activity)&\(agent)&stateId=\(id)",
                "/xapi/agents/profile?\(agent)&profileId=\(id)", "/xapi/activities/profile?\(activity)&profileId=\(id)"
            )
        }

        private func put(
            _ text: String, at path: String, by client: Client, _ headers: [String: String] = [:]
        ) async throws -> Answer {
            let type = ["Content-Type": "text/plain; charset=utf-8"]
            return try await client.send("PUT", path, body: Data(text.utf8), headers: type.merging(headers) { $1 })
        }

        @Test(
            "PUT without precondition: 1.0.3 takes it for State only, 2.0 for new documents only",
            .covers("XAPI-00273", "XAPI-00322", "1.0.3-C3.1-e", "1.0.3-C3.1-f", "2.0-4.1.4-a", "2.0-4.1.4-d"))
        func withoutPrecondition() async throws {
            let (state, agentProfile, activityProfile) = Self.paths()
            #expect(try await put("1", at: state, by: old).status == 204)
            #expect(try await put("2", at: state, by: old).status == 204)
            for path in [agentProfile, activityProfile] {
                #expect(try await put("1", at: path, by: old).status == 400)
                #expect(try await put("1", at: path, by: new).status == 204)
                #expect(try await put("2", at: path, by: old).status == 409)
            }
            for path in [state, agentProfile, activityProfile] {
                let answer = try await put("3", at: path, by: new).expecting(409)
                #expect(answer.text.contains("If-Match"))
                #expect(try await new.get(path).text == (path == state ? "2" : "1"))
            }
        }

        @Test(
            "documents come with a quoted ETag, which If-Match and If-None-Match compare",
            .covers("XAPI-00322", "1.0.3-C3.1-a", "1.0.3-C3.1-c", "1.0.3-C3.1-d", "2.0-4.1.4-c"))
        func preconditions() async throws {
            let (state, agentProfile, activityProfile) = Self.paths()
            for (client, path) in [(old, state), (old, agentProfile), (new, state + "2"), (new, activityProfile)] {
                let first = try await put("1", at: path, by: client, ["If-None-Match": "*"]).expecting(204)
                let document = try await client.get(path).expecting(200)
                let tag = try #require(document.header("ETag"))
                #expect(tag == "\"356a192b7913b04c54574d18c28d46e6395428ab\"")
                #expect(first.header("ETag") == tag)
                #expect(document.header("Content-Type") == "text/plain; charset=utf-8")
                #expect(document.header("Last-Modified")?.hasSuffix(" GMT") == true)
                #expect(try await put("2", at: path, by: client, ["If-None-Match": "*"]).status == 412)
                #expect(try await put("2", at: path, by: client, ["If-Match": "\"x\""]).status == 412)
                #expect(try await put("2", at: path, by: client, ["If-Match": "W/" + tag]).status == 412)
                #expect(try await put("2", at: path, by: client, ["If-Match": "\"x\", " + tag]).status == 204)
                #expect(try await client.send("DELETE", path, headers: ["If-Match": tag]).status == 412)
                let current = try await client.send("HEAD", path).expecting(200)
                #expect(current.body.isEmpty && current.header("Content-Length") == "1")
                let known = try await client.send("GET", path, headers: ["If-None-Match": current.header("ETag")])
                #expect(known.status == 304 && known.body.isEmpty)
                #expect(
                    try await client.send("DELETE", path, headers: ["If-Match": current.header("ETag")]).status == 204)
                #expect(try await client.get(path).status == 404)
                #expect(try await client.send("HEAD", path).body.isEmpty)
            }
        }

        @Test(
            "POST merges JSON objects, and tells what it cannot merge",
            .covers("XAPI-00184", "XAPI-00232", "XAPI-00234", "2.0-4.1.4-b"))
        func merge() async throws {
            let path = Self.paths().state
            for text in [#"{"x":"foo","y":1.0}"#, #"{"x":"bash","z":2}"#] {
                _ = try await new.send("POST", path, body: Data(text.utf8)).expecting(204)
            }
            #expect(try await new.get(path).text == #"{"x":"bash","y":1.0,"z":2}"#)
            let refused = try await new.send("POST", path, body: Data("[]".utf8)).expecting(400)
            #expect(refused.text.contains("document-merge"))
            #expect(
                try await new.send("POST", path, body: Data("{}".utf8), headers: ["Content-Type": "text/plain"]).status
                    == 400)
            #expect(
                try await new.send("POST", path, body: Data("{}".utf8), headers: ["If-Match": "\"x\""]).status == 412)
        }

        @Test(
            "lists of ids, with since, and deleting all state of a context",
            .covers("XAPI-00193", "XAPI-00194", "1.0.3-C2.3-b"))
        func lists() async throws {
            let context = "/xapi/activities/state?activityId=http%3A%2F%2Fexample.com%2Flists&\(Self.agent)"
            let registered = context + "&registration=\(UUID().text)"
            for path in [context + "&stateId=b", context + "&stateId=a", registered + "&stateId=c"] {
                _ = try await put("x", at: path, by: new).expecting(204)
            }
            #expect(try await new.get(context).text == #"["a","b"]"#)
            #expect(try await new.get(registered).text == #"["c"]"#)
            #expect(try await new.get(context + "&since=2999-01-01T00:00:00Z").text == "[]")
            #expect(try await new.get(context + "&stateId=a&since=2999-01-01T00:00:00Z").status == 400)
            #expect(try await new.send("DELETE", context).status == 204)
            #expect(try await new.get(context).text == "[]")
            #expect(try await new.get(registered).text == #"["c"]"#)
            #expect(try await new.send("DELETE", "/xapi/agents/profile?\(Self.agent)").status == 400)
        }

        @Test(
            "bad requests are refused with what is wrong",
            arguments: [
                ("GET", "/xapi/activities/state?\(activity)", 400, "agent"),
                ("GET", "/xapi/activities/state?\(agent)", 400, "activityId"),
                ("GET", "/xapi/activities/state?\(activity)&\(agent)&registration=true", 400, "registration"),
                ("GET", "/xapi/activities/state?\(activity)&\(agent)&StateId=x", 400, "StateId"),
                ("GET", "/xapi/activities/state?\(activity)&\(agent)&stateId=", 400, "stateId"),
                ("GET", "/xapi/activities/state?\(activity)&\(agent)&stateId=%00", 400, "stateId"),
                ("GET", "/xapi/activities/state?activityId=a&\(agent)", 400, "activityId"),
                ("PUT", "/xapi/agents/profile?\(agent)", 400, "profileId"),
                ("GET", "/xapi/agents/profile?agent=%7B%7D&profileId=x", 400, "agent"),
                (
                    "GET", "/xapi/agents?agent=%7B%22objectType%22:%22Group%22,%22mbox%22:%22mailto:a@b.c%22%7D", 400,
                    "Group"
                ),
                ("GET", "/xapi/activities?activityId=1", 400, "activityId"),
                ("PATCH", "/xapi/activities/state", 405, "PATCH"), ("POST", "/xapi/agents", 405, "POST"),
            ])
        func refusals(method: String, path: String, status: Int, word: String) async throws {
            let answer = try await new.send(method, path).expecting(status)
            #expect(answer.header("Content-Type") == "application/problem+json")
            #expect(answer.text.contains(word))
        }

        @Test(
            "too large a document is refused with the limit",
            .covers("XAPI-00323"))
        func tooLarge() async throws {
            let body = Data(count: (8 << 20) + 1)
            let answer = try await new.send("PUT", Self.paths().state, body: body).expecting(413)
            #expect(answer.text.contains("\(8 << 20)"))
        }

        @Test("1.0.3's alternate request syntax stands for every request; 2.0 refuses it")
        func alternateSyntax() async throws {
            let id = UUID().text
            let key = "activityId=http%3A%2F%2Fexample.com%2Fa&\(Self.agent)&stateId=\(id)"
            func post(_ method: String, _ form: String, by client: Client) async throws -> Answer {
                try await client.send(
                    "POST", "/xapi/activities/state?method=\(method)", body: Data(form.utf8),
                    headers: ["Content-Type": "application/x-www-form-urlencoded"])
            }
            var bare = old
            (bare.key, bare.version) = (nil, nil)
            let credentials = Data((old.key ?? "").utf8).base64EncodedString()
                .replacingOccurrences(of: "+", with: "%2B").replacingOccurrences(of: "=", with: "%3D")
            let head = "Authorization=Basic%20\(credentials)&X-Experience-API-Version=1.0.3&"
            let content = "Content-Type=text%2Fplain&content=caf%C3%A9+%26%20more"
            _ = try await post("PUT", head + key + "&" + content, by: bare).expecting(204)
            let document = try await post("GET", head + key, by: bare).expecting(200)
            #expect(document.text == "café & more" && document.header("Content-Type") == "text/plain")
            #expect(document.header("Content-Security-Policy")?.hasPrefix("sandbox") == true)
            #expect(try await post("PUT", head + key + "&If-Match=%22x%22&content=x", by: bare).status == 412)
            #expect(try await post("DELETE", head + key + "&If-Match=%22x%22", by: bare).status == 412)
            #expect(try await post("PUT", key, by: old).status == 400)
            #expect(try await post("PATCH", key, by: old).status == 400)
            #expect(try await post("GET&stateId=x", key, by: old).status == 400)
            #expect(try await post("GET", key, by: bare).status == 401)
            #expect(try await old.send("PUT", "/xapi/activities/state?method=PUT").status == 400)
            for client in [new, bare] {
                let version = "Authorization=Basic%20\(credentials)&X-Experience-API-Version=2.0.0&"
                let answer = try await post("GET", version + key, by: client)
                #expect(answer.status == (client.key == nil ? 401 : 400))
            }
            _ = try await post("DELETE", head + key, by: bare).expecting(204)
            #expect(try await post("GET", head + key, by: bare).status == 404)
        }

        @Test(
            "a Person has arrays for what is known; an Activity its definition; both are there for the unknown too",
            .covers("XAPI-00237", "XAPI-00238", "XAPI-00242", "XAPI-00247", "2.0-4.1.6.4-a"))
        func people() async throws {
            let name = UUID().text
            let agent = #"{"account":{"homePage":"https://id.example.com/","name":"\#(name)"}}"#
            let query = agent.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let account = #""account":[{"homePage":"https://id.example.com/","name":"\#(name)"}]"#
            #expect(try await new.get("/xapi/agents?agent=\(query)").text == #"{"objectType":"Person",\#(account)}"#)
            let activity = "http://example.com/\(name)"
            let path = "/xapi/activities?activityId=\(activity)"
            #expect(try await new.get(path).text == #"{"objectType":"Activity","id":"\#(activity)"}"#)
            let named = agent.dropLast() + #","name":"Ada"}"#
            let definition = #"{"name":{"en":"A"},"extensions":{"http://example.com/x":1.50}}"#
            let statement =
                #"{"actor":\#(named),"verb":{"id":"http://example.com/did"},"#
                + #""object":{"id":"\#(activity)","definition":\#(definition)}}"#
            _ = try await new.post(statement).expecting(200)
            #expect(
                try await new.get("/xapi/agents?agent=\(query)").text
                    == #"{"objectType":"Person","name":["Ada"],\#(account)}"#)
            #expect(
                try await new.get(path).text
                    == #"{"objectType":"Activity","id":"\#(activity)","definition":\#(definition)}"#)
        }
    }
}
