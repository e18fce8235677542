import Foundation
import Testing

extension SystemTests {
    /// The Open Badges 3.0 API, by a host that nobody here wrote.
    struct HostTests {
        @Test("a host reads and writes what a holder lets it, and nothing that it may not")
        func api() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    let credentials = try await installation.demo(learners: 8).credentials
                    let outcome = try await Program.run(
                        TestEnvironment.python,
                        [TestEnvironment.script("badge_host.py"), installation.baseURL, installation.key] + credentials,
                        atMost: .seconds(120)
                    ).succeeded("badge_host.py")
                    let summary = try JSONDecoder().decode([String: Int].self, from: Data(outcome.output.utf8))
                    #expect(summary["refused"] == 74)
                    #expect((2...credentials.count).contains(summary["read"] ?? 0))
                }
            }
        }
    }
}

extension SystemTests.PilotTests {
    /// What holders decide about wallets and hosts, on pages.
    struct HolderChoiceTests {
        private let installation: Installation

        init() async throws {
            installation = try .served
            _ = try await installation.demo()
        }

        /// The address at which a host asks to be let in.
        private func request() async throws -> String {
            struct Registered: Decodable {
                let client_id: String
            }

            let metadata = """
                {"client_name":"Badge shelf","client_uri":"https://shelf.example/",
                 "logo_uri":"https://shelf.example/logo.png","tos_uri":"https://shelf.example/terms",
                 "policy_uri":"https://shelf.example/privacy","software_id":"shelf","software_version":"1",
                 "redirect_uris":["https://shelf.example/callback"],"scope":
                 "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly offline_access"}
                """
            let answer = try await Client(port: installation.port)
                .send("POST", "/oauth/register", body: Data(metadata.utf8)).expecting(201)
            let client = try answer.decoded(as: Registered.self).client_id
            return "/oauth/authorize?response_type=code&client_id=\(client)&state=s&code_challenge_method=S256"
                + "&redirect_uri=https%3A%2F%2Fshelf.example%2Fcallback&code_challenge="
                + String(repeating: "A", count: 43)
                + "&scope=https%3A%2F%2Fpurl.imsglobal.org%2Fspec%2Fob%2Fv3p0%2Fscope%2Fcredential.readonly+offline_access"
        }

        @Test func `the pages about hosts can be read and used by anybody who is let in, and refusals by all`()
            async throws
        {
            let visit = try await installation.visit()
            let request = try await request()
            let granted = try await visit.post(request, "decision=allow")
            #expect(granted.status == 303)
            #expect(granted.header("Location")?.hasPrefix("https://shelf.example/callback?code=") == true)
            try await installation.browse([request, "/holder/hosts", "/hosts"], cookie: visit.cookie)
            try await installation.browse([request], status: 401)
            try await installation.browse(["/oauth/authorize?client_id=x"], status: 400, cookie: visit.cookie)
        }

        @Test func `a holder offers a credential to a wallet, their own alone, and takes a passport along`()
            async throws
        {
            let (visit, other) = (try await installation.visit(), try await installation.visit(1))
            let mine = try #require(visit.credentials.first)
            let offer = try await visit.post("/holder/credentials/\(mine)/wallet", "code=yes")
            #expect(offer.status == 201 && offer.header("Cache-Control") == "no-store")
            #expect(
                offer.text.contains("openid-credential-offer:&#x2F;&#x2F;?")
                    || offer.text.contains("openid-credential-offer://?"))
            #expect(offer.text.contains("The wallet asks for a code"))
            let theirs = try #require(other.credentials.first { !visit.credentials.contains($0) })
            let refused = try await visit.post("/holder/credentials/\(theirs)/wallet")
            #expect(refused.status == 404)
            for form in ["", "?form=jwt"] {
                let passport = try await visit.page("/holder/passport" + form).expecting(200)
                #expect(passport.header("Content-Disposition")?.contains("competence-passport") == true)
                let headers = ["Content-Type": "application/vc"]
                let answer = try await installation.client.send(
                    "POST", "/api/verify", body: passport.body, headers: headers
                ).expecting(200)
                #expect(answer.text.hasPrefix(#"{"verdict":"valid""#))
                #expect(
                    answer.text.components(separatedBy: #"{"verdict":"valid""#).count == visit.credentials.count + 2)
            }
            let stranger = try await Client(port: installation.port).get("/holder/passport")
            #expect(stranger.status == 401)
        }
    }
}
