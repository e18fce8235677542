import Foundation
import Testing

extension SystemTests {
    /// Credentials for wallets, by programs that nobody here wrote.
    struct WalletTests {
        @Test("a wallet gets the credential in each format, bound to its keys, and nothing that it may not have")
        func issuance() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    let credential = try #require(try await installation.demo(learners: 4).credentials.first)
                    let outcome = try await Program.run(
                        TestEnvironment.python,
                        [
                            TestEnvironment.script("wallet_issuance.py"), installation.baseURL, installation.key,
                            credential,
                        ],
                        atMost: .seconds(120)
                    ).succeeded("wallet_issuance.py")
                    let summary = try JSONDecoder().decode([String: Int].self, from: Data(outcome.output.utf8))
                    #expect(summary == ["formats": 3, "copies": 6, "refused": 33])
                }
            }
        }
    }
}

extension SystemTests.SharedServerTests {
    /// What wallets read before they ask for anything.
    struct WalletMetadataTests {
        @Test("what wallets read is served to pages of every origin; what is not there is not found")
        func metadata() async throws {
            let anybody = Client(port: try Installation.served.port)
            for name in ["openid-credential-issuer", "oauth-authorization-server", "jwt-vc-issuer"] {
                for path in ["/.well-known/\(name)", "/.well-known/\(name)/some/path"] {
                    let answer = try await anybody.get(path).expecting(200)
                    #expect(answer.header("Content-Type") == "application/json")
                    #expect(answer.header("Access-Control-Allow-Origin") == "*")
                }
            }
            for path in [
                "/credentials/status/7/token", "/credentials/status/x/token", "/openid4vci/offers/x",
                "/openid4vci/offers/" + String(repeating: "A", count: 43),
            ] {
                let answer = try await anybody.get(path)
                #expect(answer.status == 404)
            }
        }
    }
}
