import Foundation
import Testing

extension SystemTests {
    /// Servers over a database that others run.
    struct ExternalDatabaseTests {
        private struct Migration: Decodable {
            let dryRun: Bool
            let migrations: [String]
            let objects: [String]
        }

        @Test("three nodes migrate at once, and each migration is applied by one of them")
        func migrations() async throws {
            try await Installation.withExternalDatabase { installation in
                let plan = try await migrate(installation, "--dry-run")
                #expect(plan.dryRun)
                #expect(plan.migrations.count > 3 && plan.objects.count > 3)
                let schemas = "SELECT count(*) FROM pg_namespace WHERE nspname IN ('lrs', 'ops')"
                let schemaCount = try await installation.administrator(schemas)
                #expect(schemaCount == "0", "a dry run changes nothing")
                let results = try await withThrowingTaskGroup(of: Migration.self) { group in
                    for _ in 0..<3 { group.addTask { try await migrate(installation) } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(results.flatMap(\.migrations).sorted() == plan.migrations.sorted())
                #expect(results.flatMap(\.objects).sorted() == plan.objects.sorted())
                let rest = try await migrate(installation, "--dry-run")
                #expect(rest.migrations.isEmpty && rest.objects.isEmpty)
            }
        }

        @Test("a server over a database that is not migrated says so, and is ready once it is")
        func notMigrated() async throws {
            try await Installation.withExternalDatabase { installation in
                let server = try installation.startServer()
                try await untilStatus(200, of: "/health/live", at: server)
                let answer = try await server.client.get("/health/ready")
                #expect(answer.status == 503)
                #expect(answer.header("Retry-After") != nil)
                #expect(answer.text.contains("tessera migrate"))
                _ = try await migrate(installation)
                try await server.untilReady()
                try await untilStored(Sample.statement(), by: installation.client)
                _ = try await server.stop().succeeded("tessera serve")
            }
        }

        @Test("two nodes over one database store everything once, and make one credential of an award")
        func nodes() async throws {
            try await Installation.withExternalDatabase { first in
                _ = try await migrate(first)
                let second = await first.anotherNode()
                // Both make the first signing key at the same moment.
                let servers = [try first.startServer(), try second.startServer()]
                for server in servers { try await server.untilReady() }
                try await loadTwice(first, second)
                try await postTwice(first, second)
                for server in servers { _ = try await server.stop().succeeded("tessera serve") }
            }
        }

        @Test("of two nodes with keys of their own one signs for both; the other waits for it, or for its files")
        func differentKeys() async throws {
            try await Installation.withExternalDatabase { first in
                _ = try await migrate(first)
                try await Installation.with(databaseURL: first.databaseURL) { elsewhere in
                    let second = Installation(
                        folder: elsewhere.folder, port: elsewhere.port, databaseURL: first.databaseURL,
                        baseURL: first.baseURL)
                    let one = try first.startServer()
                    try await one.untilReady()
                    try await untilCredential(of: "keys-1", by: first, from: first)
                    let signing = try await first.issuerKeys().filter { $0.state == "current" }.map(\.id)
                    let other = try second.startServer()
                    try await other.untilReady()
                    // Both list all keys, and each node shows what the one that signs has signed.
                    try await untilListed(4, by: second)
                    let documents = [
                        try await first.client.get("/.well-known/did.json").text,
                        try await second.client.get("/.well-known/did.json").text,
                    ]
                    #expect(documents[0] == documents[1])
                    #expect(try await first.issuerKeys().filter { $0.state == "current" }.map(\.id) == signing)
                    try await untilCredential(of: "keys-2", by: second, from: second)

                    // Alone, the node without the keys finds awards and signs none.
                    _ = try await one.stop().succeeded("tessera serve")
                    try await second.pass("keys-3")
                    try await untilAwarded("keys-3", second)
                    try await Task.sleep(for: .seconds(3))
                    #expect(try await credential(of: "keys-3", second).isEmpty)
                    #expect(try await other.client.get("/health/ready").status == 200)
                    #expect(other.program.log.contains("awarding waits"))
                    // Its files were put there: nothing has to be started anew.
                    let (from, to) = (first.dataFolder + "/keys", second.dataFolder + "/keys")
                    for name in try FileManager.default.contentsOfDirectory(atPath: from) {
                        let copy = "\(to)/from-the-first-\(name)"
                        try FileManager.default.copyItem(atPath: "\(from)/\(name)", toPath: copy)
                    }
                    try await untilCredential(of: "keys-3", by: nil, from: second)
                    _ = try await other.stop().succeeded("tessera serve")
                    let keys = try await second.administrator(
                        "SELECT count(DISTINCT key_id) || ' ' || count(*) - count(DISTINCT award_key) FROM credential.credential"
                    )
                    #expect(keys == "1 0")
                }
            }
        }

        @Test("while the database is stopped, answers are 503 with Retry-After; then the service goes on by itself")
        func stopped() async throws {
            try await PostgresServer.with { postgres in
                try await Installation.with(databaseURL: postgres.url) { installation in
                    _ = try await migrate(installation)
                    try await installation.serving { server in
                        let id = UUID()
                        try await untilStored(Sample.statement(id: id), by: installation.client)
                        for _ in 1...2 {
                            try await postgres.stop()
                            try await checkUnavailable(installation.client)
                            try await postgres.start()
                            try await untilStatus(200, of: "/health/ready", at: server)
                            try await untilStored(Sample.statement(), by: installation.client)
                        }
                        let ids = try await installation.client.ids()
                        #expect(ids.count == 3)
                        #expect(ids.last == id)
                    }
                }
            }
        }

        @Test("a server that is started before its database waits for it")
        func startedFirst() async throws {
            try await PostgresServer.with { postgres in
                try await Installation.with(databaseURL: postgres.url) { installation in
                    _ = try await migrate(installation)
                    try await postgres.stop()
                    let server = try installation.startServer()
                    try await untilStatus(503, of: "/health/ready", at: server)
                    try await postgres.start()
                    try await server.untilReady()
                    try await untilStored(Sample.statement(), by: installation.client)
                    _ = try await server.stop().succeeded("tessera serve")
                }
            }
        }
    }
}

extension SystemTests.ExternalDatabaseTests {
    private func migrate(_ installation: Installation, _ options: String...) async throws -> Migration {
        let outcome = try await installation.tessera(["migrate", "--json"] + options).succeeded("tessera migrate")
        return try JSONDecoder().decode(Migration.self, from: Data(outcome.output.utf8))
    }

    /// The id of a person's credential; empty while there is none.
    private func credential(of person: String, _ installation: Installation) async throws -> String {
        try await installation.administrator(
            """
            SELECT c.credential_id FROM credential.credential AS c JOIN credential.award AS a USING (award_key)
            JOIN lrs.agent AS p ON p.agent_key = a.agent_key WHERE p.identifier = '\(person)' LIMIT 1
            """)
    }

    /// Waits until a person who passed a test through one node has a credential that another serves and finds valid.
    private func untilCredential(of person: String, by poster: Installation?, from node: Installation) async throws {
        try await poster?.pass(person)
        var id = ""
        for _ in 0..<300 where id.isEmpty {
            try await Task.sleep(for: .milliseconds(100))
            id = try await credential(of: person, node)
        }
        let shown = try await node.client.get("/credentials/\(id)", accept: "application/vc").expecting(200)
        #expect(try await node.verdict(shown.text) == "valid", "\(person)")
    }

    private func untilAwarded(_ person: String, _ installation: Installation) async throws {
        var count = "0"
        for _ in 0..<300 where count == "0" {
            try await Task.sleep(for: .milliseconds(100))
            count = try await installation.administrator(
                """
                SELECT count(*) FROM credential.award AS a JOIN lrs.agent AS p ON p.agent_key = a.agent_key
                WHERE p.identifier = '\(person)'
                """)
        }
        #expect(count != "0")
    }

    private func untilListed(_ count: Int, by installation: Installation) async throws {
        for _ in 0..<100 {
            if try await installation.issuerKeys().count == count { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("there are not \(count) keys")
    }

    /// The same demonstration through two nodes at the same time.
    private func loadTwice(_ first: Installation, _ second: Installation) async throws {
        async let here = first.demo()
        async let there = second.demo()
        let outcomes = try await [here, there]
        let ids = try await first.client.ids()
        #expect(ids.count == outcomes[0].statements)
        #expect(Set(ids).count == ids.count)
        let awards = try await first.administrator(
            """
            SELECT count(*), count(DISTINCT (agent_key, competence_item_key, level)),
                (SELECT count(*) FROM credential.credential), (SELECT count(DISTINCT award_key) FROM credential.credential)
            FROM credential.award
            """)
        #expect(Set(awards.split(separator: "|")).count == 1, "\(awards)")
        let listed = try await first.demo()
        #expect(awards.hasPrefix("\(listed.credentials.count)|"))
        let verification = try await Program.run(
            TestEnvironment.python,
            [TestEnvironment.script("verify_credentials.py"), first.baseURL] + listed.credentials.prefix(20),
            atMost: .seconds(60))
        #expect(verification.status == 0, "\(verification)")
    }

    /// The same batches, and batches of its own, through each of two nodes at the same time.
    private func postTwice(_ first: Installation, _ second: Installation) async throws {
        let registration = UUID()
        let shared = (0..<20).map { _ in
            Sample.batch((0..<10).map { _ in Sample.statement(id: UUID(), registration: registration) })
        }
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for node in [first, second] {
                for batch in shared { group.addTask { try await node.client.post(batch).status } }
                for _ in 0..<20 {
                    group.addTask { try await node.client.post(Sample.statement(registration: registration)).status }
                }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(statuses == [200: 80])
        let ids = try await second.client.ids("registration=\(registration.text)")
        #expect(ids.count == 240)
        #expect(Set(ids).count == 240)
    }

    private func checkUnavailable(_ client: Client) async throws {
        // At the same time, because each waits a while for the database.
        try await withThrowingTaskGroup(of: Answer.self) { group in
            group.addTask { try await client.post(Sample.statement()) }
            group.addTask { try await client.put(Sample.statement(), id: UUID()) }
            for path in ["/xapi/statements", "/xapi/statements?statementId=\(UUID().text)", "/health/ready"] {
                group.addTask { try await client.get(path) }
            }
            for try await answer in group {
                #expect(answer.status == 503, "\(answer)")
                #expect(answer.header("Retry-After").flatMap { Int($0) } ?? 0 > 0)
                #expect(answer.header("Content-Type") == "application/problem+json")
            }
        }
        #expect(try await client.get("/health/live").status == 200)
        #expect(try await client.get("/metrics").status == 200)
    }

    private func untilStatus(_ status: Int, of path: String, at server: RunningServer) async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while try await server.status(of: path) != status {
            guard ContinuousClock.now < deadline, server.program.isRunning else {
                throw RunningServer.NotReady(log: server.program.log)
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// The first key is made a moment after the server is ready.
    private func untilStored(_ statement: String, by client: Client) async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while true {
            let answer = try await client.post(statement)
            if answer.status == 200 { return }
            guard ContinuousClock.now < deadline, [401, 503].contains(answer.status) else {
                throw Answer.Unexpected(answer: answer)
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
