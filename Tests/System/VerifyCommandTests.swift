import Foundation
import TestSupport
import Testing

extension SystemTests {
    /// `tessera credentials verify`.
    struct VerifyCommandTests {
        @Test("a credential in a file or by its URL is checked without a database; only a valid one ends with 0")
        func verify() async throws {
            try await DocumentServer.with({ _ in nil }) { server in
                let issuer = try await ForeignIssuer(on: server)
                let document = try await issuer.document()
                server.publish("/credential", .init(document))
                try await Installation.with { installation in
                    var installation = installation
                    installation.variables = ["TESSERA_VERIFY_ORIGINS": server.origin]
                    let file = installation.folder + "/credential.json"
                    try Data(document.utf8).write(to: URL(filePath: file))
                    let words = try await installation.tessera("credentials", "verify", file)
                    #expect(words.status == 0 && words.output.hasPrefix("This credential is valid."), "\(words)")
                    let link = try await installation.tessera(
                        "credentials", "verify", server.origin + "/credential", "--recipient", "zoe@example.org",
                        "--json")
                    let report = try JSONDecoder().decode(VerificationAnswer.self, from: Data(link.output.utf8))
                    #expect(
                        link.status == 0 && report.verdict == "valid" && report.checks("passed").contains("recipient"))
                    let other = try await installation.tessera(
                        "credentials", "verify", file, "--recipient", "eve@example.org")
                    #expect(other.status == 1)
                    try Data(try await issuer.token(index: ForeignIssuer.revokedIndex).utf8).write(
                        to: URL(filePath: file))
                    let revoked = try await installation.tessera("credentials", "verify", file)
                    #expect(revoked.status == 1 && revoked.output.contains("revoked"), "\(revoked)")
                    installation.variables = [:]
                    let unknown = try await installation.tessera("credentials", "verify", file)
                    #expect(unknown.status == 1 && unknown.output.contains("unusual port"), "\(unknown)")
                    let missing = try await installation.tessera("credentials", "verify", "https://127.0.0.1/")
                    #expect(missing.status == 1 && missing.error.contains("could not be fetched"), "\(missing)")
                }
            }
        }

        @Test(
            "settings that cannot be meant are refused by their names",
            arguments: [
                ("TESSERA_VERIFY_ORIGINS", "badges.example"), ("TESSERA_VERIFY_ORIGINS", "https://badges.example/"),
                ("TESSERA_VERIFY_FOREIGN", "yes"),
            ])
        func settings(name: String, value: String) async throws {
            try await Installation.with { installation in
                var installation = installation
                installation.variables = [name: value]
                let outcome = try await installation.tessera("credentials", "verify", "https://badges.example/1")
                #expect(outcome.status != 0 && outcome.error.contains(name), "\(outcome)")
            }
        }

        @Test("what is asked of nobody is told as such")
        func turnedOff() async throws {
            try await Installation.with { installation in
                var installation = installation
                installation.variables = ["TESSERA_VERIFY_FOREIGN": "off"]
                let outcome = try await installation.tessera("credentials", "verify", "https://badges.example/1")
                #expect(outcome.status == 1 && outcome.error.contains("asks no other servers"), "\(outcome)")
            }
        }

        @Test("a wallet's copy as SD-JWT VC is checked as well, and refused when a claim of it is another")
        func selective() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in
                    _ = try await installation.demo(learners: 2)
                    let credential = try #require(try await installation.credentialHolder().credentials.first)
                    let copy = try await installation.walletCopy(of: credential)
                    var verifier = installation
                    verifier.variables = ["TESSERA_VERIFY_ORIGINS": installation.baseURL]
                    let file = installation.folder + "/copy.txt"
                    func verify(_ text: String) async throws -> (status: Int32, report: VerificationAnswer) {
                        try Data(text.utf8).write(to: URL(filePath: file))
                        let outcome = try await verifier.tessera("credentials", "verify", file, "--json")
                        let report = try JSONDecoder().decode(VerificationAnswer.self, from: Data(outcome.output.utf8))
                        return (outcome.status, report)
                    }
                    let whole = try await verify(copy)
                    #expect(whole.status == 0 && whole.report.verdict == "valid", "\(whole)")
                    #expect(whole.report.checks("passed").contains("disclosures"))
                    // Without what may be kept back it is as good; with another disclosure it is not.
                    let parts = copy.split(separator: "~").map(String.init)
                    try #require(parts.count > 3)
                    let bare = try await verify(parts[0] + "~")
                    #expect(bare.status == 0, "\(bare)")
                    let claim = Data(#"["c2FsdCBvZiBzb21lYm9keQ","name","Somebody"]"#.utf8).base64EncodedString()
                    let foreign = try await verify(parts[0] + "~" + claim.filter { $0 != "=" } + "~")
                    #expect(foreign.status == 1 && foreign.report.checks("failed") == ["disclosures"], "\(foreign)")
                }
            }
        }

        @Test("a server whose certificate nobody vouches for is not believed, even where it may be asked")
        func certificate() async throws {
            let port = await FreePort.next()
            try await Installation.with { installation in
                let server = try Program(
                    TestEnvironment.python, [TestEnvironment.script("tls_server.py"), "\(port)"],
                    folder: installation.folder)
                let deadline = ContinuousClock.now + .seconds(30)
                while !server.log.contains("listening"), server.isRunning, ContinuousClock.now < deadline {
                    try await Task.sleep(for: .milliseconds(50))
                }
                var installation = installation
                installation.variables = ["TESSERA_VERIFY_ORIGINS": "https://127.0.0.1:\(port)"]
                let outcome = try await installation.tessera(
                    "credentials", "verify", "https://127.0.0.1:\(port)/credential")
                #expect(outcome.status == 1 && outcome.error.contains("could not be reached securely"), "\(outcome)")
                #expect(server.log.contains("listening") && !server.log.contains("asked"))
                server.signal(SIGKILL)
                _ = try await server.end(within: .seconds(10))
            }
        }
    }
}
