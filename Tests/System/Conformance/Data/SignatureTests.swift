import Foundation
import SigningSupport
import Testing
import X509

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.6: signed statements, in both versions; SignedStatementTests has what becomes of them.
    struct SignatureTests {
        private func send(
            _ version: SpecificationVersion, _ statement: Draft, payload: Draft? = nil, algorithm: String = "RS256",
            chain: [Certificate] = [], change: (String) -> String = { $0 },
            declare: (String) -> String = TestJWS.attachments
        ) async throws -> Answer {
            let jws = change(try TestJWS.make((payload ?? statement).text, algorithm: algorithm, chain: chain))
            let text = String(statement.text.dropLast()) + declare(jws) + "}"
            return try await Client.speaking(version).send(Multipart(text, [jws], type: "application/octet-stream"))
        }

        private static func statement(_ id: UUID) -> Draft {
            Draft.shortStatement.with("/id", .json(Draft.quoted(id.text))).with("/result/duration", "P1DT12H36M0.12S")
                .with("/timestamp", "2026-03-01T12:00:00Z")
        }

        @Test(
            "three algorithms are taken, and no other", .covers("XAPI-00115", "XAPI-00117"),
            arguments: SpecificationVersion.allCases)
        func algorithms(version: SpecificationVersion) async throws {
            for (algorithm, status) in [
                ("RS256", 200), ("RS384", 200), ("RS512", 200), ("HS256", 400), ("ES256", 400), ("PS256", 400),
                ("none", 400), ("rs256", 400), ("", 400),
            ] {
                let id = UUID()
                let answer = try await send(version, Self.statement(id), algorithm: algorithm)
                #expect(answer.status == status, "\(algorithm): \(answer)")
                #expect(try await Client.speaking(version).statement(id).status == (status == 200 ? 200 : 404))
            }
        }

        @Test(
            "a signature is a JWS that comes along as application/octet-stream", .covers("XAPI-00115"),
            arguments: SpecificationVersion.allCases)
        func form(version: SpecificationVersion) async throws {
            let statement = Self.statement(UUID())
            for change in [{ _ in "" }, { _ in "a.b.c" }, { _ in "a JWS" }, { "." + $0 }] as [(String) -> String] {
                #expect(try await send(version, statement, change: change).status == 400)
            }
            let text = try await send(version, statement) {
                TestJWS.attachments($0).replacing("application/octet-stream", with: "text/plain")
            }
            #expect(text.status == 400)
            let alone = String(statement.text.dropLast()) + TestJWS.attachments("x") + "}"
            #expect(try await Client.speaking(version).post(alone).status == 400)
        }

        @Test(
            "the payload is the statement by the rules of comparison", .covers("XAPI-00116", "1.0.3-D2.3.1-a"),
            arguments: SpecificationVersion.allCases)
        func payload(version: SpecificationVersion) async throws {
            let id = UUID()
            let statement = Self.statement(id)
            for other in [
                statement.with("/verb/id", "urn:x:other"), statement.without("/result"), .json("{'a':1}"), .json("[]"),
                statement.with("/timestamp", "2026-03-01T12:00:01Z"), .json(String(statement.text.dropLast())),
            ] {
                let answer = try await send(version, statement, payload: other).expecting(400)
                #expect(try answer.decoded(as: Problem.self).violations?.map(\.rule) == ["signature-payload"])
            }
            #expect(try await Client.speaking(version).statement(id).status == 404)
            for (place, value) in [
                ("/verb/display", ["en": "did"]), ("/authority", .agent), ("/object/objectType", "Activity"),
                ("/timestamp", "2026-03-01T14:00:00+02:00"),
            ] as [(String, Draft)] {
                let statement = Self.statement(UUID())
                #expect(try await send(version, statement, payload: statement.with(place, value)).status == 200)
            }
        }

        @Test(
            "digits of a duration beyond a hundredth don't count under a signature",
            .covers("2.0-4.2.7-d"), arguments: SpecificationVersion.allCases)
        func duration(version: SpecificationVersion) async throws {
            for (duration, status) in [("P1DT12H36M0.1237S", 200), ("P1DT12H36M0.13S", 400)] {
                let signed = Self.statement(UUID())
                let sent = signed.with("/result/duration", .json(Draft.quoted(duration)))
                #expect(try await send(version, sent, payload: signed).status == status)
            }
        }

        @Test(
            "a certificate that comes along has made the signature", .covers("1.0.3-D2.6-a"),
            arguments: SpecificationVersion.allCases)
        func certificate(version: SpecificationVersion) async throws {
            let own = try TestCertificate.make("Ada", key: TestKey.signer)
            let other = try TestCertificate.make("Eve", key: TestKey.stranger)
            #expect(try await send(version, Self.statement(UUID()), chain: [other]).status == 400)
            let tampered = try await send(version, Self.statement(UUID()), chain: [own]) { TestJWS.tampered($0) }
            #expect(tampered.status == 400)
            #expect(try await send(version, Self.statement(UUID()), chain: [own]).status == 200)
        }
    }
}
