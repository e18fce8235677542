import Foundation
import Testing

extension SystemTests {
    /// Keys that never leave a Vault.
    struct VaultTests {
        private static let token = "s.a-token-that-nobody-else-knows"

        /// Lends a Vault, and an installation whose settings name it.
        private func withVault(
            busy: Int = 0, token: String = token, _ body: (Installation, String) async throws -> Void
        ) async throws {
            try await Installation.with { installation in
                let vault = try Program(
                    TestEnvironment.python, [TestEnvironment.script("fake_vault.py"), Self.token, "\(busy)"],
                    folder: installation.folder)
                defer { vault.signal(SIGKILL) }
                var port = ""
                for _ in 0..<200 where port.isEmpty {
                    try await Task.sleep(for: .milliseconds(50))
                    port = vault.output.trimmingCharacters(in: .whitespacesAndNewlines)
                }
                let file = installation.folder + "/vault-token"
                try (token + "\n").write(toFile: file, atomically: false, encoding: .utf8)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
                var named = installation
                named.variables = [
                    "TESSERA_VAULT_ADDRESS": "http://127.0.0.1:\(port)", "TESSERA_VAULT_TOKEN_FILE": file,
                    "TESSERA_VAULT_KEYS": "tessera-es256,tessera-ed25519",
                ]
                try await body(named, port)
            }
        }

        @Test(
            "a Vault signs, is asked again when it is busy, and its new versions rotate like keys in files",
            .enabled(if: TestEnvironment.hasVectors))
        func signs() async throws {
            try await withVault(busy: 2) { installation, port in
                try await installation.serving { _ in
                    let first = try await installation.demo(learners: 2).credentials
                    #expect(try await installation.independentlyVerified(first)["documents"] == Double(first.count))
                    let folder = installation.dataFolder + "/keys"
                    #expect(!FileManager.default.fileExists(atPath: folder), "no key is in a file")

                    let vault = Client(port: try #require(Int(port)))
                    for name in ["tessera-es256", "tessera-ed25519"] {
                        _ = try await vault.send(
                            "POST", "/v1/transit/keys/\(name)/rotate", headers: ["X-Vault-Token": Self.token]
                        ).expecting(200)
                    }
                    _ = try await installation.tessera("issuer", "keys", "add", "--held").succeeded()
                    try await installation.settleKeys()
                    for algorithm in ["ES256", "EdDSA"] {
                        let key = try await installation.issuerKey(algorithm, "listed").id
                        _ = try await installation.tessera("issuer", "keys", "use", key).succeeded()
                    }
                    let all = Set(try await installation.demo(seed: 7, learners: 2).credentials).union(first)
                    #expect(try await installation.independentlyVerified(all.sorted())["tokens"] == Double(all.count))
                    // The status list is signed by the new versions whether or not there are new credentials.
                    #expect(
                        try await installation.issuerKeys().map(\.state) == [
                            "retired", "retired", "current", "current",
                        ])
                }
            }
        }

        @Test("while the Vault is sealed or down, awards wait and nothing is lost; they are signed when it is back")
        func outage() async throws {
            try await withVault { installation, port in
                let vault = Client(port: try #require(Int(port)))
                func set(_ mode: String) async throws {
                    _ = try await vault.send(
                        "POST", "/v1/sys/seal?mode=\(mode)", headers: ["X-Vault-Token": Self.token]
                    ).expecting(200)
                }
                try await installation.serving { server in
                    let visit: HolderVisit = try await {
                        _ = try await installation.demo(learners: 2)
                        return try await installation.visit()
                    }()
                    let credential = try #require(visit.credentials.first)
                    for (round, mode) in ["seal", "drop"].enumerated() {
                        try await set(mode)
                        let waiting = try await awardWaiting("outage-\(round)", installation)
                        // Everything else goes on: records come in, credentials are shown and verified.
                        #expect(try await server.client.get("/health/ready").status == 200)
                        let page = try await visit.page("/holder").expecting(200)
                        #expect(page.text.contains(credential))
                        let shown = try await server.client.get(
                            "/credentials/\(credential)", accept: "application/vc"
                        ).expecting(200)
                        #expect(try await installation.verdict(shown.text) == "valid")
                        // What is to be signed at once is refused with a word on when to come again.
                        let passport = try await visit.page("/holder/passport")
                        #expect(passport.status == 503 && passport.header("Retry-After") == "60", "\(passport)")
                        let link = try await visit.share(credential, "name=Ana+Kova%C4%8D")
                        #expect(try await server.client.get(link, accept: "text/html").status == 503)
                        try await Task.sleep(for: .seconds(3))
                        #expect(try await isSigned(waiting, installation) == "f")

                        try await set("none")
                        var signed = "f"
                        for _ in 0..<300 where signed != "t" {
                            try await Task.sleep(for: .milliseconds(100))
                            signed = try await isSigned(waiting, installation)
                        }
                        #expect(signed == "t")
                        let late = try await server.client.get("/credentials/\(waiting)", accept: "application/vc")
                            .expecting(200)
                        #expect(try await installation.verdict(late.text) == "valid")
                        let back = try await server.client.get(link, accept: "text/html").expecting(200)
                        #expect(back.text.contains("Ana Kovač"))
                        _ = try await visit.page("/holder/passport").expecting(200)
                    }
                    let doubled = try await installation.administrator(
                        "SELECT count(*) - count(DISTINCT award_key) FROM credential.credential")
                    #expect(doubled == "0")
                }
            }
        }

        /// Has somebody pass a test, and gives the id of the award that comes of it.
        private func awardWaiting(_ name: String, _ installation: Installation) async throws -> String {
            try await installation.pass(name)
            var award = ""
            for _ in 0..<300 where award.isEmpty {
                try await Task.sleep(for: .milliseconds(100))
                award = try await installation.administrator(
                    """
                    SELECT a.award_id FROM credential.award AS a JOIN lrs.agent AS p ON p.agent_key = a.agent_key
                    WHERE p.identifier = '\(name)' LIMIT 1
                    """)
            }
            return try #require(award.isEmpty ? nil : award, "no award came of the test")
        }

        private func isSigned(_ award: String, _ installation: Installation) async throws -> String {
            try await installation.administrator("SELECT signed FROM credential.award WHERE award_id = '\(award)'")
        }

        @Test("a token that is refused, or a file of it that others may read, is told; the token itself never is")
        func refused() async throws {
            try await withVault(token: "s.another-token") { installation, _ in
                let denied = try installation.startServer()
                let outcome = try await denied.program.end(within: .seconds(60))
                #expect(outcome.status != 0)
                #expect(outcome.error.contains("refuses the token (403)") && outcome.error.contains("transit/keys/"))
                #expect(!outcome.error.contains("another-token"))

                let file = try #require(installation.variables["TESSERA_VAULT_TOKEN_FILE"])
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
                let exposed = try await installation.startServer().program.end(within: .seconds(60))
                #expect(exposed.status != 0 && exposed.error.contains(file) && exposed.error.contains("644"))

                var open = installation
                open.variables["TESSERA_VAULT_ADDRESS"] = "http://vault.example:8200"
                let plain = try await open.startServer().program.end(within: .seconds(60))
                #expect(plain.status != 0 && plain.error.contains("vault_address"))
            }
        }
    }
}
