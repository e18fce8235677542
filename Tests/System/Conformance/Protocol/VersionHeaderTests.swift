import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 3.3, xAPI 2.0 4.1.7: the version that a request and its answer name.
    struct VersionHeaderTests {
        private static let field = "X-Experience-API-Version"

        /// A request of each kind, which would succeed.
        private struct Request: Sendable {
            let method: String
            let path: String
            var body: String?
        }

        private static func requests(_ examples: ReadableExamples) -> [Request] {
            let reading = ReadableResource.guarded.map { Request(method: "GET", path: $0.path(examples)) }
            let statement = Sample.statement()
            return reading + [
                Request(method: "POST", path: "/xapi/statements", body: statement),
                Request(method: "PUT", path: "/xapi/statements?statementId=\(UUID().text)", body: statement),
            ]
                + examples.documents.flatMap { path in
                    [
                        Request(method: "POST", path: path + "y", body: "{}"),
                        Request(method: "DELETE", path: path + "y"),
                    ]
                }
        }

        @Test(
            "a request of any kind that names no version, or one that is not spoken, is refused with words of it",
            .covers("XAPI-00321", "XAPI-00331", "1.0.3-C3.3-d", "1.0.3-C3.3-e", "1.0.3-C3.3-f", "2.0-4.1.7-b"),
            arguments: [
                nil, "0.9", "0.95", "0.9.9", "1.1.0", "1.1", "1", "2", "2.1.0", "2.1", "3.0.0", "1.0.x", "new", "",
            ])
        func refused(header: String?) async throws {
            let examples = ReadableExamples()
            var client = try Installation.served.client
            try await examples.store(with: client)
            client.version = header
            for request in Self.requests(examples) {
                let answer = try await client.send(
                    request.method, request.path, body: request.body.map { Data($0.utf8) })
                #expect(answer.status == 400, "\(request.method) \(request.path): \(answer)")
                let detail = try answer.decoded(as: Problem.self).detail
                #expect(
                    detail.contains(Self.field) && detail.contains(header.map { "\"\($0)\"" } ?? "missing"), "\(detail)"
                )
                #expect(answer.headers(named: Self.field) == ["2.0.0"])
            }
        }

        @Test(
            "a request of any kind is answered by the rules of its version, under the latest patch of it",
            .covers("XAPI-00333", "1.0.3-C3.3-a", "1.0.3-C3.3-b", "1.0.3-C3.3-c", "2.0-4.1.7-a", "2.0-4.1.7-c"),
            arguments: [
                ("1.0", "1.0.3"), ("1.0.0", "1.0.3"), ("1.0.1", "1.0.3"), ("1.0.3", "1.0.3"), ("1.0.9", "1.0.3"),
                ("1.0.32", "1.0.3"), ("2.0", "2.0.0"), ("2.0.0", "2.0.0"), ("2.0.7", "2.0.0"),
            ])
        func accepted(header: String, answering: String) async throws {
            let examples = ReadableExamples()
            var client = try Installation.served.client
            try await examples.store(with: client)
            client.version = header
            for request in Self.requests(examples) {
                let answer = try await client.send(
                    request.method, request.path, body: request.body.map { Data($0.utf8) })
                #expect([200, 204].contains(answer.status), "\(request.method) \(request.path): \(answer)")
                #expect(answer.headers(named: Self.field) == [answering], "\(request.method) \(request.path)")
            }
            // What only 2.0 has tells by whose rules it was answered.
            let statement = Draft.statement.with(
                "/context/contextAgents",
                [
                    ["objectType": "contextAgent", "agent": ["mbox": "mailto:ada@example.org"]]
                ])
            #expect(try await client.post(statement.text).status == (answering == "2.0.0" ? 200 : 400))
        }

        @Test(
            "every refusal names a version, and so does what no resource answers",
            .covers("XAPI-00333", "1.0.3-C3.3-a"), arguments: SpecificationVersion.allCases)
        func always(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            var stranger = client
            stranger.key = nil
            let origin = ["Origin": "https://course.example", "Access-Control-Request-Method": "PUT"]
            let large = Data(count: (16 << 20) + 1)
            let answers = [
                (400, try await client.post("{")), (401, try await stranger.get("/xapi/statements")),
                (404, try await client.statement(UUID())), (404, try await client.get("/xapi/nowhere")),
                (405, try await client.send("PATCH", "/xapi/statements", body: Data("{}".utf8))),
                (405, try await client.send("DELETE", "/xapi/about")),
                (413, try await client.send("POST", "/xapi/statements", body: large)),
                (204, try await client.send("OPTIONS", "/xapi/statements", headers: origin)),
                (200, try await client.get("/xapi/about")), (200, try await stranger.get("/xapi/about")),
            ]
            for (status, answer) in answers {
                #expect(answer.status == status, "\(answer)")
                let isNamed = answer.headers(named: Self.field) == [version.header]
                #expect(isNamed, "\(status): \(answer.headers)")
            }
        }
    }
}
