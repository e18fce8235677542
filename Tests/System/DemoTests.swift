import Foundation
import Testing

extension SystemTests.PilotTests {
    /// `tessera demo`, and what comes of it: awards, credentials, evaluators' rows.
    struct DemoTests {
        private let installation: Installation
        private let client: Client

        init() throws {
            installation = try .served
            client = installation.client
        }

        @Test("the demonstration is loaded, and loading it again changes nothing")
        func idempotent() async throws {
            let first = try await installation.demo()
            #expect(first.learners == 24)
            #expect(!first.credentials.isEmpty)
            let ids = try await client.ids()
            #expect(ids.count == first.statements)
            #expect(Set(ids).count == ids.count)
            let second = try await installation.demo()
            #expect(second.statements == first.statements)
            #expect(Set(second.credentials) == Set(first.credentials))
            #expect(try await client.ids() == ids)
        }

        @Test("the same seed gives the same statements on another server, another seed others")
        func seeds() async throws {
            _ = try await installation.demo()
            let here = try await content(client)
            #expect(try await client.ids().count == here.count)
            try await Installation.with { other in
                try await other.serving { _ in
                    _ = try await other.demo()
                    let there = try await content(other.client)
                    // Not compared in the macro, which would print them all.
                    let isSame = here == there
                    #expect(isSame)
                }
            }
            try await Installation.with { other in
                try await other.serving { _ in
                    _ = try await other.demo(seed: 7)
                    let there = try await content(other.client)
                    let isOther = here.isDisjoint(with: there)
                    #expect(isOther)
                }
            }
        }

        @Test("each credential verifies with joserfc and here; one changed character is refused by both")
        func credentials() async throws {
            let urls = try await installation.demo().credentials
            let outcome = try await Program.run(
                TestEnvironment.python,
                [TestEnvironment.script("verify_credentials.py"), installation.baseURL] + urls,
                atMost: .seconds(120)
            ).succeeded("verify_credentials.py")
            let summary = try JSONDecoder().decode([String: Int].self, from: Data(outcome.output.utf8))
            #expect(summary == ["verified": urls.count, "tampered_refused": 2 * urls.count])
        }

        @Test("a credential is a page for people, data for programs, and a token")
        func forms() async throws {
            let url = try #require(try await installation.demo().credentials.first)
            let path = String(url.dropFirst(installation.baseURL.count))
            for (accept, type) in [
                ("text/html", "text/html; charset=utf-8"), ("application/vc+jwt", "application/vc+jwt"),
                ("application/vc", "application/vc"), ("application/json", "application/json"),
            ] {
                let answer = try await client.get(path, accept: accept)
                #expect(answer.status == 200)
                #expect(answer.header("Content-Type") == type)
            }
            #expect(try await client.get(path, accept: "image/gif").status == 406)
            #expect(try await client.get("/credentials/\(UUID().text)", accept: "text/html").status == 404)
        }

        @Test("the signed credential's checks are named, and one that was changed fails the one of its signature")
        func checks() async throws {
            struct Report: Decodable {
                struct Check: Decodable {
                    let name: String
                    let outcome: String
                }

                let verdict: String
                let checks: [Check]
            }

            let url = try #require(try await installation.demo().credentials.first)
            let path = String(url.dropFirst(installation.baseURL.count))
            let token = try await client.get(path, accept: "application/vc+jwt").expecting(200).text
            let parts = token.split(separator: ".")
            try #require(parts.count == 3)
            let first = parts[2].hasPrefix("A") ? "B" : "A"
            let forged = "\(parts[0]).\(parts[1]).\(first)\(parts[2].dropFirst())"
            let anybody = Client(port: installation.port)
            for (text, verdict) in [(token, "valid"), (forged, "invalid")] {
                let headers = ["Content-Type": "application/vc+jwt"]
                let answer = try await anybody.send("POST", "/api/verify", body: Data(text.utf8), headers: headers)
                let report = try answer.expecting(200).decoded(as: Report.self)
                #expect(report.verdict == verdict)
                let failed = report.checks.filter { $0.outcome == "failed" }.map(\.name)
                #expect(failed == (verdict == "valid" ? [] : ["signature"]))
            }
        }

        @Test("a wrong key is told, with exit code 1")
        func wrongKey() async throws {
            let outcome = try await installation.tessera("demo", "--url", installation.url, "--key", "system:wrong")
            #expect(outcome.status == 1)
            #expect(outcome.error.contains("401"))
        }

        @Test("nobody who listens is told, with exit code 1")
        func nobodyThere() async throws {
            let url = "http://127.0.0.1:\(await FreePort.next())"
            let outcome = try await installation.tessera("demo", "--url", url, "--key", installation.key)
            #expect(outcome.status == 1)
            #expect(!outcome.error.isEmpty)
        }

        /// The statements of a server as they were sent.
        private func content(_ client: Client) async throws -> Set<String> {
            var all: Set<String> = []
            var path = "/xapi/statements"
            while !path.isEmpty {
                let answer = try await client.get(path).expecting(200)
                path = try answer.decoded(as: Page.self).more
                // What the store adds stands at a statement's end, from "stored" to "version".
                for text in answer.text.split(separator: #""version":"1.0.0"}"#).dropLast() {
                    let sent = text.split(separator: #","stored":""#).first.map { $0.drop { $0 != "{" } } ?? ""
                    all.insert(String(sent.hasPrefix(#"{"statements""#) ? sent.dropFirst(15) : sent))
                }
            }
            return all
        }
    }
}
