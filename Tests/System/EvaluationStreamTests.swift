import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// Large answers of `/api/evaluation/{view}`, and what goes wrong on the way.
    struct EvaluationStreamTests {
        /// A view of so many rows of about a thousand bytes.
        private static let rows = 60_000
        private static let reading = "query LIKE 'SELECT row_to_json%\"evaluation\".\"large\"%' AND state <> 'idle'"

        /// A server with a view that is large.
        private func serving(
            _ body: (Installation, RunningServer) async throws -> Void
        ) async throws {
            try await Installation.with { installation in
                try await installation.serving { server in
                    try await installation.administrator(
                        """
                        CREATE VIEW evaluation.large AS
                        SELECT n, repeat('x', 1000) AS filler FROM generate_series(1, \(Self.rows)) AS n;
                        GRANT SELECT ON evaluation.large TO tessera_service
                        """)
                    try await body(installation, server)
                }
            }
        }

        private func readers(in installation: Installation) async throws -> String {
            try await installation.administrator("SELECT count(*) FROM pg_stat_activity WHERE \(Self.reading)")
        }

        /// Waits until so many queries read the view, for at most a quarter of a minute.
        private func settles(at count: Int, in installation: Installation) async throws -> Bool {
            for _ in 0..<150 {
                if try await readers(in: installation) == "\(count)" { return true }
                try await Task.sleep(for: .milliseconds(100))
            }
            return false
        }

        /// A process's memory in megabytes: now, or the most so far.
        private func memory(_ field: String, of process: Int32) throws -> Int {
            let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(field + ":") })
            return try #require(line.split(separator: " ").compactMap { Int($0) }.first) / 1024
        }

        @Test func `a large answer is not held: not while it is read, and not while nobody reads it`() async throws {
            try await serving { installation, server in
                let client = installation.client
                _ = try await client.get("/api/evaluation/gain").expecting(200)
                let before = try memory("VmRSS", of: server.program.id)
                for format in ["json", "csv", "ndjson"] {
                    let answer = try await client.stream("GET", "/api/evaluation/large?format=\(format)")
                    #expect(answer.status == 200 && answer.byteCount > 1000 * Self.rows, "\(format)")
                }
                try await client.begin(getting: "/api/evaluation/large?format=ndjson") { status in
                    #expect(status == 200)
                    try await Task.sleep(for: .seconds(3))
                    #expect(try await readers(in: installation) == "1")
                    _ = try await client.post(Sample.statement()).expecting(200)
                } rest: { count in
                    // Within its patience a slow reader gets everything.
                    let bytes = try count.get()
                    #expect(bytes > 1000 * Self.rows)
                }
                let peak = try memory("VmHWM", of: server.program.id)
                print("answers of \(Self.rows / 1000) MB: memory \(before) MB before, \(peak) MB at most")
                #expect(peak - before < 48)
                #expect(try await settles(at: 0, in: installation))
            }
        }

        @Test func `who hangs up has the query cancelled`() async throws {
            try await serving { installation, _ in
                try await installation.client.begin(getting: "/api/evaluation/large") { status in
                    #expect(status == 200)
                    let isRead = try await settles(at: 1, in: installation)
                    #expect(isRead)
                }
                #expect(try await settles(at: 0, in: installation))
                let idle = "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"
                #expect(try await installation.administrator(idle) == "0")
            }
        }

        @Test func `an answer whose rows stop coming is cut, so that a part is not taken for the whole`() async throws {
            try await serving { installation, server in
                try await installation.client.begin(getting: "/api/evaluation/large") { status in
                    #expect(status == 200)
                    let killed = try await installation.administrator(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE \(Self.reading)")
                    #expect(killed == "t")
                } rest: { count in
                    #expect(throws: (any Error).self) { try count.get() }
                }
                // Of a failure before the first row there is a status.
                try await installation.administrator(
                    """
                    CREATE VIEW evaluation.broken AS SELECT 1 / (n - 1) AS n FROM generate_series(1, 2) AS n;
                    GRANT SELECT ON evaluation.broken TO tessera_service
                    """)
                let broken = try await installation.client.get("/api/evaluation/broken")
                #expect(broken.status >= 400 && broken.header("Content-Type") == "application/problem+json")
                _ = try await installation.client.get("/api/evaluation/gain").expecting(200)
                #expect(server.program.log.contains("rows were cut off"))
            }
        }

        @Test func `so many read at once, and one of them not everything; statements are stored all the while`()
            async throws
        {
            try await serving { installation, _ in
                let path = "/api/evaluation/large"
                let other = try await installation.client("other", "--scope", "evaluation/read")
                let client = installation.client
                try await client.begin(getting: path) { first in
                    try await client.begin(getting: path) { second in
                        #expect(first == 200 && second == 200)
                        let greedy = try await client.get(path)
                        #expect(greedy.status == 429 && greedy.header("Retry-After") != nil, "\(greedy)")
                        try await other.begin(getting: path) { third in
                            #expect(third == 200)
                            let late = try await other.get("/api/evaluation/gain")
                            #expect(late.status == 503 && late.header("Retry-After") != nil, "\(late)")
                            for _ in 0..<20 { _ = try await client.post(Sample.statement()).expecting(200) }
                            #expect(try await client.get("/api/evaluation").status == 200)
                        }
                    }
                }
                #expect(try await settles(at: 0, in: installation))
                for _ in 0..<5 { _ = try await client.get("/api/evaluation/gain").expecting(200) }
            }
        }

        @Test func `many readers of small answers are served one after the other, and nobody gets a part`() async throws
        {
            try await serving { installation, _ in
                let client = installation.client
                let statuses = try await withThrowingTaskGroup(of: (Int, String).self) { group in
                    for _ in 0..<24 {
                        group.addTask {
                            let answer = try await client.get("/api/evaluation/pilot_overview")
                            return (answer.status, answer.text)
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(statuses.allSatisfy { $0.0 == 429 || ($0.0 == 200 && $0.1 == "[\n]\n") })
                #expect(statuses.contains { $0.0 == 200 })
                _ = try await client.get("/api/evaluation/pilot_overview").expecting(200)
            }
        }

        @Test func `a bearer token reads what its scope and partner allow`() async throws {
            let tokens = TestTokens(keyID: "first")
            let reader = try await tokens.token { ($0.city, $0.scope) = ("riga", "evaluation/read") }
            let stranger = try await tokens.token { ($0.city, $0.scope) = ("riga", "statements/read") }
            try await KeySetServer.with(try TestTokens.keySet(tokens)) { keys in
                try await Installation.with { installation in
                    let settings = [
                        "TESSERA_TOKEN_ISSUER": TestTokens.issuer, "TESSERA_TOKEN_AUDIENCE": TestTokens.audience,
                        "TESSERA_TOKEN_KEYS_URL": keys.url, "TESSERA_TOKEN_PARTNER_CLAIM": "city",
                    ]
                    try await installation.serving(settings: settings) { _ in
                        for partner in ["riga", "gdansk"] {
                            let pilot = """
                                {"code":"\(partner)-1","iri":"https://pilots.example.org/\(partner)-1","title":"One",
                                 "framework":{"code":"IUS","version":"0.1"},
                                 "profile":{"code":"P4","iri":"https://pilots.example.org/profiles/p4"},
                                 "curriculum":{"iri":"https://pilots.example.org/curricula/1","version":"1"},
                                 "partners":[{"code":"\(partner)","name":"\(partner)"}],
                                 "startsOn":"2026-03-02","endsOn":"2026-03-27","state":"running","enrolments":[]}
                                """
                            _ = try await installation.client.send(
                                "PUT", "/api/pilots/\(partner)-1", body: Data(pilot.utf8)
                            ).expecting(204)
                        }
                        let path = "/api/evaluation/pilot_overview?format=csv"
                        let seen = try await Client(port: installation.port, token: reader).get(path).expecting(200)
                        #expect(CSVText(seen.text)["pilot"] == "riga-1" && !seen.text.contains("gdansk"))
                        let refused = try await Client(port: installation.port, token: stranger).get(path)
                        #expect(refused.status == 403)
                    }
                }
            }
        }
    }
}
