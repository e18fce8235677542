import Foundation
import Testing

extension SystemTests {
    /// Credentials of one installation, verified by another, which knows nothing of it but its address.
    struct ForeignIssuerTests {
        @Test("another's credentials are verified with its own documents, alone and in lists, and forged ones refused")
        func foreign() async throws {
            try await Installation.with { issuer in
                try await issuer.serving { _ in
                    let urls = try await issuer.demo(learners: 6).credentials
                    try #require(urls.count >= 3)
                    try await revoke(urls[1], at: issuer)
                    try await Installation.with { verifier in
                        let settings = ["TESSERA_VERIFY_ORIGINS": issuer.url]
                        try await verifier.serving(settings: settings) { _ in
                            try await verifyAll(urls, of: issuer, at: Client(port: verifier.port))
                        }
                    }
                }
            }
        }

        private func verifyAll(_ urls: [String], of issuer: Installation, at verifier: Client) async throws {
            let (good, revoked) = (try await forms(urls[0], of: issuer), try await forms(urls[1], of: issuer))
            let forged = try await ForgedCredential.withFragment(
                good.json, issuer: "did:web:127.0.0.1%3A\(issuer.port)")
            let ownKey = try ForgedCredential.withOwnKey(good.token)
            let changed = try ForgedCredential.changed(good.json)
            #expect(try await verifier.verify(good.json).verdict == "valid")
            let token = try await verifier.verify(good.token, type: "application/vc+jwt")
            #expect(token.verdict == "valid" && token.credential?.name != nil)
            #expect(token.checks("passed").contains("status"))
            #expect(try await verifier.verify(#"{"url":"\#(urls[0])"}"#).verdict == "valid")
            for (text, check) in [(forged, "issuer"), (changed, "signature")] {
                let report = try await verifier.verify(text)
                #expect(report.verdict == "invalid" && report.checks("failed").contains(check))
                #expect(report.credential == nil)
            }
            let list = [
                good.json, "\"\(good.token)\"", changed, revoked.json, "\"\(revoked.token)\"", "\"\(ownKey)\"", forged,
            ]
            let answer = try await verifier.send(
                "POST", "/api/verify", body: Data(#"{"credentials":[\#(list.joined(separator: ","))]}"#.utf8))
            let reports = try answer.expecting(200).decoded(as: VerificationAnswer.List.self).reports
            #expect(
                reports.map(\.verdict) == ["valid", "valid", "invalid", "revoked", "revoked", "invalid", "invalid"])
            #expect(reports[5].credential == nil && reports[5].checks("failed").contains("signature"))
            #expect(answer.header("Cache-Control") == "no-store")
        }

        private func forms(_ url: String, of issuer: Installation) async throws -> (json: String, token: String) {
            let path = String(url.dropFirst(issuer.baseURL.count))
            return (
                try await issuer.client.get(path, accept: "application/vc").expecting(200).text,
                try await issuer.client.get(path, accept: "application/vc+jwt").expecting(200).text
            )
        }

        /// Revokes a credential, and waits until its status list is signed anew.
        private func revoke(_ url: String, at issuer: Installation) async throws {
            let path = String(url.dropFirst(issuer.baseURL.count))
            let list = try await issuer.client.get("/credentials/status/1").expecting(200).text
            let body = Data(#"{"reason":"Evidence was found to be wrong"}"#.utf8)
            _ = try await issuer.client.send("POST", "/api" + path + "/revocation", body: body).expecting(204)
            let deadline = ContinuousClock.now + .seconds(30)
            while try await issuer.client.get("/credentials/status/1").expecting(200).text == list {
                try #require(ContinuousClock.now < deadline, "the status list was not signed anew")
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }
}
