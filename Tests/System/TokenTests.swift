import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// Bearer tokens of an issuer, whose keys rotate while the server runs.
    struct TokenTests {
        private let first = TestTokens(keyID: "first")
        private let second = TestTokens(keyID: "second")

        private func settings(_ keys: KeySetServer) -> [String: String] {
            [
                "TESSERA_TOKEN_ISSUER": TestTokens.issuer, "TESSERA_TOKEN_AUDIENCE": TestTokens.audience,
                "TESSERA_TOKEN_KEYS_URL": keys.url, "TESSERA_TOKEN_KEYS_REFRESH_SECONDS": "1",
            ]
        }

        @Test("a token stores statements in the name of its subject, and reads its own only")
        func stores() async throws {
            let token = try await first.token()
            try await KeySetServer.with(try TestTokens.keySet(first)) { keys in
                try await Installation.with { installation in
                    try await installation.serving(settings: settings(keys)) { _ in
                        let ada = Client(port: installation.port, token: token)
                        let (own, others) = (UUID(), UUID())
                        _ = try await ada.post(Sample.statement(id: own)).expecting(200)
                        _ = try await installation.client.post(Sample.statement(id: others)).expecting(200)
                        #expect(try await ada.ids() == [own])
                        let text = try await installation.client.statement(own).expecting(200).text
                        let account = #""account":{"homePage":"\#(TestTokens.issuer)","name":"ada"}"#
                        #expect(text.contains(#""authority":{"objectType":"Agent",\#(account)}"#))
                        let forbidden = try await ada.get("/xapi/activities/state?activityId=http%3A%2F%2Fe.org%2Fa")
                        #expect(forbidden.status == 403)
                        #expect(forbidden.text.contains("state"))
                    }
                }
            }
        }

        @Test("an application and the person for whom it acts vouch together, and read what they have stored together")
        func application() async throws {
            let tokens = (
                both: try await first.token { $0.azp = "lms" }, other: try await first.token { $0.azp = "portal" },
                person: try await first.token(), client: try await first.token { ($0.sub, $0.azp) = ("lms", "lms") }
            )
            try await KeySetServer.with(try TestTokens.keySet(first)) { keys in
                try await Installation.with { installation in
                    try await installation.serving(settings: settings(keys)) { _ in
                        let client: (String) -> Client = { Client(port: installation.port, token: $0) }
                        let id = UUID()
                        _ = try await client(tokens.both).post(Sample.statement(id: id)).expecting(200)
                        let text = try await installation.client.statement(id).expecting(200).text
                        let account: (String) -> String = {
                            #"{"objectType":"Agent","account":{"homePage":"\#(TestTokens.issuer)","name":"\#($0)"}}"#
                        }
                        let group =
                            #""authority":{"objectType":"Group","member":[\#(account("lms")),\#(account("ada"))]}"#
                        #expect(text.contains(group), "\(text)")
                        #expect(try await client(tokens.both).ids() == [id])
                        #expect(try await client(tokens.both).statement(id).status == 200)
                        for token in [tokens.other, tokens.person, tokens.client] {
                            #expect(try await client(token).ids().isEmpty)
                            #expect(try await client(token).statement(id).status == 404)
                        }
                        for name in ["lms", "ada"] {
                            let agent = escaped(account(name))
                            #expect(try await installation.client.ids("agent=\(agent)&related_agents=true") == [id])
                        }
                    }
                }
            }
        }

        @Test("a token may be limited to a partner, whose pilots it defines and no other's")
        func partner() async throws {
            let token = try await first.token { ($0.city, $0.scope) = ("riga", "all") }
            try await KeySetServer.with(try TestTokens.keySet(first)) { keys in
                try await Installation.with { installation in
                    let settings = settings(keys).merging(["TESSERA_TOKEN_PARTNER_CLAIM": "city"]) { $1 }
                    try await installation.serving(settings: settings) { _ in
                        let riga = Client(port: installation.port, token: token)
                        #expect(try await riga.get("/xapi/statements").status == 200)
                        let export = try await riga.get("/api/statements/export")
                        #expect(export.status == 403 && export.text.contains("partner"))
                        let silent = Client(port: installation.port, token: try await first.token())
                        let refused = try await silent.get("/xapi/statements")
                        #expect(refused.status == 401 && refused.text.contains("city"))
                    }
                }
            }
        }

        @Test("keys rotate while the server runs: the new one is let in, the removed one is not")
        func rotation() async throws {
            let (old, new) = (try await first.token(), try await second.token())
            let both = try TestTokens.keySet(first, second)
            let last = try TestTokens.keySet(second)
            try await KeySetServer.with(try TestTokens.keySet(first)) { keys in
                try await Installation.with { installation in
                    try await installation.serving(settings: settings(keys)) { _ in
                        let status: @Sendable (String) async throws -> Int = { token in
                            try await Client(port: installation.port, token: token).get("/xapi/statements").status
                        }
                        let before = (try await status(old), try await status(new))
                        #expect(before == (200, 401))
                        await keys.document.change(to: both)
                        try await eventually(200) { try await status(new) }
                        let between = try await status(old)
                        #expect(between == 200)
                        await keys.document.change(to: last)
                        try await eventually(401) { try await status(old) }
                        let after = try await status(new)
                        #expect(after == 200)
                    }
                }
            }
        }

        private func eventually(_ wanted: Int, _ status: () async throws -> Int) async throws {
            var last = 0
            for _ in 0..<200 {
                last = try await status()
                if last == wanted { return }
                try await Task.sleep(for: .milliseconds(50))
            }
            Issue.record("\(last), and not \(wanted)")
        }

        @Test("a token that is refused is told why; keys serve beside tokens")
        func refused() async throws {
            let expired = try await first.token { $0.exp = 1_000_000 }
            let forged = [try await first.tokenUnsigned(), try await first.tokenBySecret(), "x"]
            try await KeySetServer.with(try TestTokens.keySet(first)) { keys in
                try await Installation.with { installation in
                    try await installation.serving(settings: settings(keys)) { _ in
                        let answer = try await Client(port: installation.port, token: expired).get("/xapi/statements")
                        #expect(answer.status == 401)
                        #expect(answer.header("WWW-Authenticate")?.contains(#"error="invalid_token""#) == true)
                        #expect(answer.text.contains("exp: the token has expired"))
                        for token in forged {
                            let answer = try await Client(port: installation.port, token: token).post(
                                Sample.statement())
                            #expect(answer.status == 401)
                        }
                        let nobody = try await Client(port: installation.port).get("/xapi/statements")
                        let challenges = nobody.headers(named: "WWW-Authenticate")
                        #expect(challenges.map { $0.prefix(6) } == ["Basic ", "Bearer"])
                        #expect(try await installation.client.ids().isEmpty)
                    }
                }
            }
        }

        @Test("an issuer whose keys cannot be had makes answers 503, and leaves keys alone")
        func issuerAway() async throws {
            let token = try await first.token()
            let port = await FreePort.next()
            try await Installation.with { installation in
                let settings = [
                    "TESSERA_TOKEN_ISSUER": TestTokens.issuer, "TESSERA_TOKEN_AUDIENCE": TestTokens.audience,
                    "TESSERA_TOKEN_KEYS_URL": "http://127.0.0.1:\(port)/keys",
                ]
                try await installation.serving(settings: settings) { _ in
                    let answer = try await Client(port: installation.port, token: token).get("/xapi/statements")
                    #expect(answer.status == 503)
                    #expect(answer.header("Retry-After") != nil)
                    _ = try await installation.client.get("/xapi/statements").expecting(200)
                }
            }
        }
    }
}
