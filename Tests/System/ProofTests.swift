import Foundation
import Testing

extension SystemTests {
    /// What an independent verifier finds of the credentials of a demonstration.
    @Suite(.served)
    struct ProofTests {
        private let installation: Installation

        init() throws { installation = try .served }

        @Test("every credential in every form, and every change of it", .enabled(if: TestEnvironment.hasVectors))
        func demonstration() async throws {
            let urls = try await installation.demo(learners: 8).credentials
            let revoked = try #require(urls.count > 4 ? [urls[1], urls[3]] : nil).map(Self.id)
            for id in revoked {
                let body = Data(#"{"reason": "Issued by mistake."}"#.utf8)
                _ = try await installation.client.send(
                    "POST", "/api/credentials/\(id)/revocation", body: body,
                    headers: ["Content-Type": "application/json"]
                ).expecting(204)
            }
            let outcome = try await verify(urls, revoked: revoked)
            let summary = try outcome.succeeded("verify_proofs.py").summary
            #expect(summary["documents"] == Double(urls.count))
            #expect(summary["tokens"] == Double(urls.count))
            #expect(summary["images"] == Double(2 * urls.count))
            #expect(summary["revoked"] == 2 && summary["bits"] == 2)
            #expect(try #require(summary["lists"]) >= 2)
            // The verifier itself was tried on what others signed.
            #expect(try #require(summary["vectors"]) >= 5)
            // Some 350 changes of each credential, each of which has some 90 fields and a token of them.
            #expect(try #require(summary["refused"]) > 300 * Double(urls.count))
            #expect(try #require(summary["server_refused"]) > 1500)
            print("The independent verifier: \(outcome.output)", terminator: "")
        }

        @Test("the verifier fails where a bit is not set that should be", .enabled(if: TestEnvironment.hasVectors))
        func teeth() async throws {
            let url = try #require(try await installation.demo(learners: 8).credentials.first)
            let outcome = try await verify(
                ["--thorough", "0", "--server-checks", "0", url], revoked: [Self.id(of: url)])
            #expect(outcome.status == 1)
            #expect(outcome.error.contains("the server finds it valid"))
            let other = try await verify([installation.baseURL + "/credentials/" + UUID().text], revoked: [])
            #expect(other.status == 1)
            #expect(other.error.contains("answered 404"))
        }

        private func verify(_ arguments: [String], revoked: [String]) async throws -> Program.Outcome {
            try await Program.run(
                TestEnvironment.python,
                [TestEnvironment.script("verify_proofs.py"), "--vectors", TestEnvironment.vectors]
                    + revoked.flatMap { ["--revoked", $0] } + [installation.baseURL] + arguments,
                atMost: .seconds(240))
        }

        private static func id(of url: String) -> String { String(url.suffix(36)) }
    }
}

extension Program.Outcome {
    /// The numbers that a script printed as one JSON object.
    var summary: [String: Double] {
        get throws { try JSONDecoder().decode([String: Double].self, from: Data(output.utf8)) }
    }
}
