import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.1 and 2.1.2: ids that are there already.
    struct StatementImmutabilityTests {
        /// How a statement is sent again.
        enum Method: String, Sendable, CaseIterable {
            case put, post, batch
        }

        private static func send(_ draft: Draft, id: UUID, by method: Method, _ client: Client) async throws -> Answer {
            let statement = draft.with("/id", .string(id.text))
            return switch method {
            case .put: try await client.put(statement.text, id: id)
            case .post: try await client.post(statement.text)
            case .batch: try await client.post(Draft.array([.shortStatement, statement]).text)
            }
        }

        @Test(
            "another statement of an id that is there is refused, and nothing of it is kept",
            .covers("XAPI-00142", "1.0.3-C2.1.1-b"), arguments: SpecificationVersion.allCases, Method.allCases)
        func conflict(version: SpecificationVersion, method: Method) async throws {
            let scene = try Scene(version)
            try await scene.begin()
            let before = try await scene.state()
            for (pointer, value) in [
                ("/verb/id", "https://example.org/verbs/other"), ("/object/definition/name/en", "Another name"),
                ("/actor/name", "Another name"),
            ] as [(String, Draft)] {
                let other = scene.statement.with(pointer, value).with("/result/response", "another")
                let answer = try await Self.send(other, id: scene.id, by: method, scene.client)
                #expect(answer.status == 409, "\(answer)")
                #expect(try await scene.state() == before)
            }
        }

        @Test(
            "the same statement is taken as stored, and stands there once as it was",
            .covers("XAPI-00142", "1.0.3-C2.1.1-b"), arguments: SpecificationVersion.allCases, Method.allCases)
        func same(version: SpecificationVersion, method: Method) async throws {
            let scene = try Scene(version)
            try await scene.begin()
            let before = try await scene.state()
            let answer = try await Self.send(scene.statement, id: scene.id, by: method, scene.client)
            #expect(answer.status == (method == .put ? 204 : 200), "\(answer)")
            #expect(try await scene.state() == before)
            #expect(try await scene.client.ids(query("activity", scene.activity)) == [scene.id])
        }

        @Test(
            "a statement that is the same but for what is not compared changes no definition and no name",
            .covers("XAPI-00142"), arguments: SpecificationVersion.allCases, Method.allCases)
        func definition(version: SpecificationVersion, method: Method) async throws {
            let scene = try Scene(version)
            try await scene.begin()
            let before = try await scene.state()
            let again = scene.statement.with("/object/definition/name/en", "Another name")
                .with("/object/definition/description", ["en": "New"]).with("/verb/display", ["en": "did otherwise"])
            let answer = try await Self.send(again, id: scene.id, by: method, scene.client)
            #expect([200, 204].contains(answer.status), "\(answer)")
            #expect(try await scene.state() == before)
        }

        /// A statement, with an actor and an Activity that no other speaks of.
        private struct Scene {
            let client: Client
            let id = UUID()
            let activity = "https://example.org/activities/\(UUID().text)"
            let mbox = "mailto:\(UUID().text)@example.org"

            init(_ version: SpecificationVersion) throws { client = try .speaking(version) }

            var statement: Draft {
                Draft.shortStatement.with("/actor", ["mbox": .string(mbox), "name": "Ada"])
                    .with("/object", ["id": .string(activity), "definition": ["name": ["en": "A name"]]])
                    .with("/timestamp", "2026-03-01T12:00:00Z")
            }

            func begin() async throws { _ = try await client.put(statement.text, id: id).expecting(204) }

            /// All that the server tells about the three.
            func state() async throws -> [String] {
                let paths = [
                    "statements?statementId=\(id.text)", "activities?" + query("activityId", activity),
                    "agents?" + query("agent", #"{"mbox":"\#(mbox)"}"#),
                ]
                var texts: [String] = []
                for path in paths { texts.append(try await client.get("/xapi/" + path).expecting(200).text) }
                return texts
            }
        }
    }
}
