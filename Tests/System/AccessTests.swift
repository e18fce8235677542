import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// Who may do what, and from where.
    struct AccessTests {
        private struct Request: Sendable, CustomStringConvertible {
            let method: String
            let path: String
            var body: String?
            /// A key with any of these scopes may make the request; `all` always may.
            let scopes: Set<String>

            var description: String { "\(method) \(path.prefix(60))" }
        }

        private static let activity = "activityId=" + escaped(Sample.iri(activity: "scoped"))
        private static let agent = "agent=" + escaped(#"{"mbox":"mailto:scoped@example.org"}"#)
        private static let readers: Set<String> = ["statements/read", "statements/read/mine", "all/read"]
        private static let aboutPeople = readers.union(["profile", "state"])

        private static func documents(_ path: String, _ query: String, _ scope: String) -> [Request] {
            let one = "\(path)?\(query)Id=x"
            return [
                Request(method: "PUT", path: one, body: "{}", scopes: [scope]),
                Request(method: "POST", path: one, body: "{}", scopes: [scope]),
                Request(method: "GET", path: one, scopes: [scope, "all/read"]),
                Request(method: "HEAD", path: one, scopes: [scope, "all/read"]),
                Request(method: "DELETE", path: one, scopes: [scope]),
            ]
        }

        private static let requests: [Request] =
            [
                Request(
                    method: "POST", path: "/xapi/statements", body: Sample.statement(), scopes: ["statements/write"]),
                Request(
                    method: "PUT", path: "/xapi/statements?statementId=\(UUID().text)", body: Sample.statement(),
                    scopes: ["statements/write"]),
                Request(method: "GET", path: "/xapi/statements?limit=1", scopes: readers),
                Request(method: "HEAD", path: "/xapi/statements?limit=1", scopes: readers),
                Request(method: "GET", path: "/xapi/agents?\(agent)", scopes: aboutPeople),
                Request(method: "GET", path: "/xapi/activities?\(activity)", scopes: aboutPeople.union(["define"])),
            ] + documents("/xapi/activities/state", "\(activity)&\(agent)&state", "state")
            + documents("/xapi/agents/profile", "\(agent)&profile", "profile")
            + documents("/xapi/activities/profile", "\(activity)&profile", "profile")

        private static let scopes = [
            "all", "all/read", "statements/write", "statements/read", "statements/read/mine", "state", "profile",
            "define", "training/read", "pilots/write", "framework/propose", "framework/write",
            "evaluation/read",
        ]

        @Test(
            "each resource and method asks for its scope, and names it when it lacks",
            .covers("XAPI-00327", "1.0.3-C4.0-b"), arguments: scopes)
        func scope(_ scope: String) async throws {
            struct Made: Decodable { let secret: String }

            let installation = try Installation.served
            let name = "scope-" + scope.replacing("/", with: "-")
            let made = try await installation.tessera(["keys", "create", "--name", name, "--scope", scope, "--json"])
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.succeeded().output.utf8)).secret
            let client = Client(port: installation.port, key: "\(name):\(secret)")
            for request in Self.requests {
                // A precondition, so that 2.0 would do the same; what is stored is of no matter here.
                let answer = try await client.send(
                    request.method, request.path, body: request.body.map { Data($0.utf8) },
                    headers: request.method == "PUT" && !request.path.contains("statements?")
                        ? ["If-None-Match": "\"none\""] : [:])
                if scope == "all" || request.scopes.contains(scope) {
                    #expect(answer.status != 403 && answer.status != 401, "\(request): \(answer)")
                } else {
                    #expect(answer.status == 403, "\(request): \(answer)")
                    let isNamed = request.scopes.contains { answer.text.contains($0) }
                    #expect(isNamed || request.method == "HEAD", "\(request): \(answer)")
                }
            }
        }

        @Test("what statements say of an activity adds to its definition only for those who may define")
        func define() async throws {
            struct Made: Decodable { let secret: String }

            let installation = try Installation.served
            let command = ["keys", "create", "--name", "undefining", "--scope", "statements/write", "--json"]
            let made = try await installation.tessera(command).succeeded()
            let secret = try JSONDecoder().decode(Made.self, from: Data(made.output.utf8)).secret
            let undefining = Client(port: installation.port, key: "undefining:\(secret)")
            let iri = Sample.iri(activity: "defined-\(UUID().text)")
            func statement(_ name: String, id: UUID = UUID()) -> String {
                #"{"id":"\#(id.text)","actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"https://example.org/v"},"#
                    + #""object":{"id":"\#(iri)","definition":{"name":{"en":"\#(name)"}}}}"#
            }
            let path = "/xapi/activities?activityId=" + escaped(iri)
            let id = UUID()
            _ = try await undefining.post(statement("First", id: id)).expecting(200)
            let undefined = try await installation.client.get(path).expecting(200).text
            #expect(!undefined.contains("First"))
            let stored = try await installation.client.statement(id).expecting(200).text
            #expect(stored.contains("First"), "the statement keeps what it says")
            _ = try await installation.client.post(statement("Second")).expecting(200)
            _ = try await undefining.post(statement("Third")).expecting(200)
            let defined = try await installation.client.get(path).expecting(200).text
            #expect(defined.contains(#""name":{"en":"Second"}"#), "\(defined)")
        }

        @Test(
            "pages of other origins may call: the preflight needs neither key nor version, and errors are told as well")
        func browsers() async throws {
            let client = try Installation.served.client
            let nobody = Client(port: client.port, key: nil, version: nil)
            let origin = ["Origin": "https://course.example"]
            for path in ["/xapi/statements", "/xapi/activities/state", "/xapi/about", "/api/verify"] {
                let headers = origin.merging([
                    "Access-Control-Request-Method": "PUT",
                    "Access-Control-Request-Headers": "authorization,x-experience-api-version,if-match",
                ]) { $1 }
                let answer = try await nobody.send("OPTIONS", path, headers: headers)
                #expect(answer.status == 204, "\(path): \(answer)")
                #expect(answer.header("Access-Control-Allow-Origin") == "*")
                let allowed = answer.header("Access-Control-Allow-Headers")?.lowercased() ?? ""
                for name in ["authorization", "x-experience-api-version", "if-match", "if-none-match", "content-type"] {
                    #expect(allowed.contains(name), "\(name)")
                }
                #expect(answer.header("Access-Control-Allow-Methods")?.contains("PUT") == true)
                #expect(answer.header("Access-Control-Allow-Credentials") == nil)
                #expect(answer.header("Access-Control-Max-Age") != nil)
            }
            let read = try await client.send("GET", "/xapi/statements", headers: origin)
            #expect(read.status == 200)
            #expect(read.header("Access-Control-Allow-Origin") == "*")
            let exposed = read.header("Access-Control-Expose-Headers")?.lowercased() ?? ""
            for name in ["etag", "last-modified", "x-experience-api-version", "x-experience-api-consistent-through"] {
                #expect(exposed.contains(name), "\(name)")
            }
            for answer in [
                try await nobody.send("GET", "/xapi/statements", headers: origin),
                try await client.send("GET", "/xapi/statements?unknown=1", headers: origin),
                try await client.send("GET", "/nowhere", headers: origin),
            ] {
                #expect(answer.status >= 400)
                #expect(answer.header("Access-Control-Allow-Origin") == "*", "\(answer)")
            }
            let plain = try await client.send("GET", "/xapi/statements")
            #expect(plain.header("Access-Control-Allow-Origin") == nil)
        }
    }
}

extension SystemTests {
    /// Settings of access that need a server of their own.
    struct AccessSettingsTests {
        @Test("only pages of the origins that are set may call")
        func origins() async throws {
            try await Installation.with { installation in
                let settings = ["TESSERA_CORS_ORIGINS": "https://a.example, https://b.example"]
                try await installation.serving(settings: settings) { _ in
                    for (origin, allowed) in [
                        ("https://a.example", "https://a.example"), ("https://b.example", "https://b.example"),
                        ("https://c.example", nil), ("null", nil),
                    ] {
                        let headers = ["Origin": origin]
                        let read = try await installation.client.send("GET", "/xapi/about", headers: headers)
                        #expect(read.header("Access-Control-Allow-Origin") == allowed)
                        #expect(read.headers(named: "Vary").contains("Origin"))
                        let preflight = try await installation.client.send(
                            "OPTIONS", "/xapi/statements", headers: headers)
                        #expect(preflight.header("Access-Control-Allow-Origin") == allowed)
                    }
                }
            }
        }

        @Test(
            "a key that asks too often is told when to come again, and others are not held up",
            .covers("1.0.3-C3.2-a", "1.0.3-C3.2-c"))
        func rate() async throws {
            struct Made: Decodable { let secret: String }

            try await Installation.with { installation in
                try await installation.serving(settings: ["TESSERA_REQUESTS_PER_SECOND": "1"]) { server in
                    let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                        for _ in 0..<20 { group.addTask { try await installation.client.get("/xapi/statements") } }
                        return try await group.reduce(into: [Answer]()) { $0.append($1) }
                    }
                    let refused = answers.filter { $0.status == 429 }
                    #expect(refused.count >= 10 && answers.contains { $0.status == 200 })
                    #expect(refused.allSatisfy { $0.header("Retry-After") == "1" })
                    let made = try await installation.tessera("keys", "create", "--name", "other", "--json").succeeded()
                    let secret = try JSONDecoder().decode(Made.self, from: Data(made.output.utf8)).secret
                    let other = Client(port: installation.port, key: "other:\(secret)")
                    _ = try await other.get("/xapi/statements").expecting(200)
                    let metrics = try await server.client.get("/metrics").text
                    #expect(metrics.contains("tessera_http_rate_limited_total \(refused.count)\n"))
                }
            }
        }
    }
}
