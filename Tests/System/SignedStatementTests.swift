import Foundation
import SigningSupport
import Testing
import X509

extension SystemTests.SharedServerTests {
    /// Signed statements, as told to their senders and to those who read the database.
    struct SignedStatementTests {
        private let installation: Installation

        init() throws { installation = try .served }

        /// Sends a statement with a signature; the signature is over the statement unless told otherwise.
        private func send(
            id: UUID = UUID(), payload: String? = nil, algorithm: String = "RS256", chain: [Certificate] = [],
            change: (String) -> String = { $0 }
        ) async throws -> Answer {
            let signed = payload ?? Sample.statement(id: id)
            let jws = change(try TestJWS.make(signed, algorithm: algorithm, chain: chain))
            let statement = Sample.statement(id: id, more: TestJWS.attachments(jws))
            return try await installation.client.send(
                Multipart(statement, [jws], type: "application/octet-stream"))
        }

        private func rules(_ answer: Answer) throws -> [String]? {
            try answer.expecting(400).decoded(as: Problem.self).violations?.map(\.rule)
        }

        /// What the database knows of the signature of a statement.
        private func finding(_ id: UUID) async throws -> String {
            try await installation.administrator(
                """
                SELECT concat_ws(' ', g.status, g.algorithm, g.certificate_subject, g.valid_until < now())
                FROM lrs.statement_signature AS g JOIN lrs.statement AS s USING (statement_key)
                WHERE s.statement_id = '\(id.text)'
                """)
        }

        @Test(
            "a right signature is stored, and what became of it", .covers("XAPI-00115", "XAPI-00117"),
            arguments: ["RS256", "RS384", "RS512"])
        func right(algorithm: String) async throws {
            let (plain, certified) = (UUID(), UUID())
            _ = try await send(id: plain, algorithm: algorithm).expecting(200)
            #expect(try await finding(plain) == "key_unknown \(algorithm)")
            let certificate = try TestCertificate.make("Ada", key: TestKey.signer)
            _ = try await send(id: certified, algorithm: algorithm, chain: [certificate]).expecting(200)
            #expect(try await finding(certified) == "chain_untrusted \(algorithm) CN=Ada f")
            let received = try await installation.client.attachments("statementId=\(certified.text)")
            #expect(received.parts.last?.fields["Content-Type"] == "application/octet-stream")
        }

        @Test("a chain that has expired is stored, and said to be expired")
        func expired() async throws {
            let id = UUID()
            let certificate = try TestCertificate.make(
                "Bob", key: TestKey.signer, from: Date() - 9000, until: Date() - 5000)
            _ = try await send(id: id, chain: [certificate]).expecting(200)
            #expect(try await finding(id) == "chain_expired RS256 CN=Bob t")
        }

        @Test("a tampered payload is refused, with the place of the signature", .covers("XAPI-00116"))
        func tamperedPayload() async throws {
            let answer = try await send(payload: Sample.statement(activity: "another"))
            #expect(try rules(answer) == ["signature-payload"])
            #expect(try answer.decoded(as: Problem.self).violations?.first?.pointer == "/attachments/0")
            let id = UUID()
            let changed = Sample.statement(id: id, activity: "another")
            _ = try #require(
                try rules(try await send(id: id) { TestJWS.tampered($0, payload: changed) }) == ["signature-payload"]
                    ? id : nil)
            #expect(try await installation.client.statement(id).status == 404)
        }

        @Test("a tampered signature is refused when its certificate came along", .covers("1.0.3-D2.6-a"))
        func tamperedSignature() async throws {
            let certificate = try TestCertificate.make("Eve", key: TestKey.signer)
            let id = UUID()
            let answer = try await send(id: id, chain: [certificate]) { TestJWS.tampered($0) }
            #expect(try rules(answer) == ["signature-value"])
            let stranger = try TestCertificate.make("Mallory", key: TestKey.stranger)
            #expect(try rules(try await send(id: id, chain: [stranger])) == ["signature-value"])
            #expect(try await installation.client.statement(id).status == 404)
            _ = try await send(id: id, chain: [certificate]).expecting(200)
        }

        @Test(
            "another algorithm, and what is no JWS, are refused",
            .covers("XAPI-00115", "XAPI-00116", "XAPI-00117"))
        func malformed() async throws {
            for name in ["HS256", "none", "ES256"] {
                #expect(try rules(try await send(algorithm: name)) == ["signature-algorithm"])
            }
            #expect(try rules(try await send { _ in "no.jws" }) == ["signature-jws"])
            #expect(try rules(try await send { $0 + "\n" }) == ["signature-jws"])
            #expect(try rules(try await send(payload: "{'a':1}")) == ["signature-payload"])
        }

        @Test("a signature without its data is refused", .covers("XAPI-00115"))
        func withoutData() async throws {
            let statement = Sample.statement(more: TestJWS.attachments("x"))
            #expect(try rules(try await installation.client.post(statement)) == ["signature-data"])
            #expect(try rules(try await installation.client.send(Multipart(statement))) == ["signature-data"])
        }

        @Test("a signature larger than a signature is, is refused")
        func tooLarge() async throws {
            let answer = try await send { _ in String(repeating: "x", count: 1_100_000) }
            #expect(try rules(answer) == ["signature-jws"])
            #expect(answer.text.contains("1048576"))
        }
    }
}

extension SystemTests {
    /// Signed statements of those whom an installation trusts.
    struct TrustedSignerTests {
        @Test("a signer whom a trusted certificate vouches for is verified; keys that are none end the server")
        func trusted() async throws {
            try await Installation.with { installation in
                let root = try TestCertificate.make("Root", key: TestKey.authority, isAuthority: true)
                let leaf = try TestCertificate.make(
                    "Ada", key: TestKey.signer, issuer: "Root", issuerKey: TestKey.authority)
                let file = installation.folder + "/keys.pem"
                try TestCertificate.pem(root).write(toFile: file, atomically: true, encoding: .utf8)
                var trusting = installation
                trusting.variables = ["TESSERA_SIGNATURE_KEYS_FILE": file]
                let id = UUID()
                try await trusting.serving { _ in
                    let jws = try TestJWS.make(Sample.statement(id: id), chain: [leaf, root])
                    let statement = Sample.statement(id: id, more: TestJWS.attachments(jws))
                    _ = try await trusting.client.send(
                        Multipart(statement, [jws], type: "application/octet-stream")
                    ).expecting(200)
                    let status = try await trusting.administrator("SELECT status FROM lrs.statement_signature")
                    #expect(status == "verified")
                }
                try "nothing".write(toFile: file, atomically: true, encoding: .utf8)
                let outcome = try await trusting.startServer().program.end(within: .seconds(30))
                #expect(outcome.status != 0)
                #expect((outcome.error + outcome.output).contains("keys.pem"))
            }
        }
    }
}
