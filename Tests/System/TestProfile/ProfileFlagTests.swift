import Foundation
import Testing

extension SystemTests {
    /// Whether the interfaces for test suites are there at all.
    struct ProfileFlagTests {
        private static let routes = [
            ("GET", "/test-profile"), ("GET", "/test-profile/status-list"), ("POST", "/credentials/issue"),
            ("POST", "/credentials/status"), ("POST", "/credentials/verify"), ("POST", "/presentations/verify"),
        ]

        @Test("without the flag there are none of the routes; with it there are, the log says so loudly, and keys stay")
        func flag() async throws {
            try await Installation.with { installation in
                try await installation.serving { server in
                    for (method, path) in Self.routes {
                        let answer = try await server.client.send(
                            method, path, body: method == "POST" ? Data("{}".utf8) : nil)
                        #expect([404, 405].contains(answer.status), "\(method) \(path): \(answer)")
                    }
                    #expect(!server.program.log.contains("TEST PROFILE"))
                }
                var issuers: [String] = []
                for _ in 0..<2 {
                    let program = try installation.start(
                        "serve", "--port", "\(installation.port)", "--vc-api-test-profile")
                    let server = RunningServer(program: program, client: installation.client)
                    try await server.untilReady()
                    let client = try await ProfileClient(server.client)
                    issuers.append(client.issuer + client.tokenIssuer)
                    #expect(program.log.contains("THE VC-API TEST PROFILE IS ON"))
                    #expect(program.log.contains(client.issuer))
                    let own = try await server.client.get("/.well-known/did.json").expecting(200).text
                    #expect(!own.contains(client.issuer.dropFirst("did:key:".count)))
                    _ = try await server.stop().succeeded("tessera serve")
                }
                #expect(issuers.count == 2 && issuers[0] == issuers[1])
            }
        }

        @Test("a setting that is neither on nor off is refused")
        func setting() async throws {
            try await Installation.with { installation in
                var installation = installation
                installation.variables["TESSERA_VC_API_TEST_PROFILE"] = "perhaps"
                let outcome = try await installation.tessera("serve")
                #expect(outcome.status != 0)
                #expect(outcome.error.contains("TESSERA_VC_API_TEST_PROFILE"))
            }
        }
    }
}
