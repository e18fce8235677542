import Foundation
import Testing

extension SystemTests.PilotTests {
    /// `POST /api/verify`.
    struct VerifyAPITests {
        private let installation: Installation
        private let anybody: Client

        init() throws {
            installation = try .served
            anybody = Client(port: installation.port)
        }

        private func post(_ body: String) async throws -> Answer {
            try await anybody.send("POST", "/api/verify", body: Data(body.utf8))
        }

        @Test("own credentials are verified by their link without asking over the network")
        func link() async throws {
            let url = try #require(try await installation.demo().credentials.first)
            #expect(try await anybody.verify(#"{"url":"\#(url)"}"#).verdict == "valid")
            #expect(try await anybody.verify(#"{"url":"\#(url)","recipient":"nobody@example.org"}"#).verdict != "valid")
            let missing = url.prefix { $0 != "?" }.dropLast(12) + "000000000000"
            let answer = try await post(#"{"url":"\#(missing)"}"#)
            #expect(answer.status == 422 && answer.text.contains(#""pointer":"/url""#))
        }

        @Test(
            "links that lead to what isn't public are refused, and nobody is asked",
            arguments: [
                "https://127.0.0.1/", "http://127.0.0.1:1/", "https://localhost/", "https://[::1]/",
                "https://[::ffff:127.0.0.1]/", "https://169.254.169.254/latest/meta-data/", "https://2130706433/",
                "https://0x7f.0.0.1/", "https://0177.0.0.1/", "https://10.0.0.1/", "http://example.org/",
                "file:///etc/passwd://x", "https://user@127.0.0.1/", "https://0.0.0.0:5432/", "gopher://127.0.0.1/",
            ])
        func hostileLinks(url: String) async throws {
            let answer = try await post(#"{"url":"\#(url)"}"#)
            #expect(answer.status == 422, "\(answer)")
            #expect(answer.header("Content-Type") == "application/problem+json")
        }

        @Test("an unknown issuer in a private network is not asked, and the credential undetermined")
        func privateIssuer() async throws {
            let payload = #"""
                {"@context":["https://www.w3.org/ns/credentials/v2"],"issuer":"did:web:127.0.0.1%3A8443","iss":"did:web:127.0.0.1%3A8443"}
                """#
            let header = #"{"alg":"ES256","kid":"did:web:127.0.0.1%3A8443#1"}"#
            let parts = [header, payload, String(repeating: "x", count: 64)].map {
                Data($0.utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
            }
            let report = try await anybody.verify(parts.joined(separator: "."), type: "application/vc+jwt")
            #expect(
                report.checks.contains { $0.name == "issuer" && $0.text.contains("no public address") }, "\(report)")
            #expect(report.credential == nil)
        }

        @Test("a list of more than a hundred, and members that are unknown or wrong, are refused by their names")
        func refused() async throws {
            let many = #"{"credentials":[\#(Array(repeating: #""x""#, count: 101).joined(separator: ","))]}"#
            let bodies = [
                (many, "/credentials"), (#"{"credentials":[]}"#, "/credentials"),
                (#"{"credentials":7}"#, "/credentials"),
                (#"{"credentials":["x",7]}"#, "/credentials/1"), (#"{"credential":7}"#, "/credential"),
                (#"{"url":7}"#, "/url"), (#"{"credential":"x","recipent":"a"}"#, "/recipent"),
                (#"{"credential":"x","recipient":7}"#, "/recipient"),
                (#"{"credential":"x","url":"https://e.org"}"#, ""),
            ]
            for (body, pointer) in bodies {
                let answer = try await post(body)
                #expect(answer.status == 400 && answer.text.contains(#""pointer":"\#(pointer)""#), "\(answer)")
            }
            #expect(try await post("").status == 400)
        }

        @Test("a hundred credentials are verified at once, in their order")
        func hundred() async throws {
            let url = try #require(try await installation.demo().credentials.first)
            let token = try await anybody.get(
                String(url.dropFirst(installation.baseURL.count)), accept: "application/vc+jwt"
            ).expecting(200).text
            let list = (0..<100).map { $0 % 10 == 3 ? #""x""# : #""\#(token)""# }
            let answer = try await post(#"{"credentials":[\#(list.joined(separator: ","))]}"#).expecting(200)
            let reports = try answer.decoded(as: VerificationAnswer.List.self).reports
            #expect(reports.map(\.verdict) == (0..<100).map { $0 % 10 == 3 ? "invalid" : "valid" })
        }

        @Test("images and documents without a credential are told as such")
        func files() async throws {
            for (text, type) in [
                ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "image/svg+xml"), ("%PDF-1.7\n", "application/pdf"),
            ] {
                let report = try await anybody.verify(text, type: type)
                #expect(report.verdict == "invalid" && report.checks("failed") == ["format"])
            }
        }
    }
}
