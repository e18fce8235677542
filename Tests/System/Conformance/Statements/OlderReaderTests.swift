import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// Statements of 2.0 told to readers of 1.0.3, and the other way round.
    struct OlderReaderTests {
        private static let context = Draft.context
            .with("/contextAgents", [["objectType": "contextAgent", "agent": .agent]])
            .with("/contextGroups", [["objectType": "contextGroup", "group": .group]])

        private static let newer = Draft.statement.with("/context", context).with("/version", "2.0.0")
            .with("/object", Draft.subStatement.with("/context", context))
            .without("/context/revision").without("/context/platform").without("/attachments")

        @Test("what a reader of 1.0.3 is told of a statement of 2.0 is a statement of 1.0.3", .covers("2.0-4.2.4.3-c"))
        func newerStatement() async throws {
            let (old, new) = (try Client.speaking(.v1_0_3), try Client.speaking(.v2_0))
            let (id, registration) = (UUID(), UUID())
            // An activity of its own: canonical brings in what all statements say of one.
            let activity = Draft.json(Draft.quoted(Sample.iri(activity: "older-\(id.text)")))
            let statement = Self.newer.with("/object/object/id", activity).with(
                "/context/registration", .json(Draft.quoted(registration.text)))
            _ = try await new.put(statement.text, id: id).expecting(204)
            let same = try await new.statement(id).expecting(200).text
            #expect(same.contains("contextAgents") && same.contains(#""version":"2.0.0""#))
            for query in ["statementId=\(id.text)", "statementId=\(id.text)&format=canonical"] {
                let told = try await old.get("/xapi/statements?" + query).expecting(200)
                #expect(!told.text.contains("contextAgents") && !told.text.contains("contextGroups"))
                #expect(told.text.contains(#""version":"1.0.3""#))
            }
            let again = try await old.statement(id).text.replacing(id.text, with: UUID().text)
            #expect(try await old.post(again).status == 200, "it is valid in 1.0.3: \(again)")
            let page = try await old.get("/xapi/statements?registration=\(registration.text)").expecting(200)
            #expect(!page.text.contains("contextAgents") && page.text.contains(#""version":"1.0.3""#))
        }

        @Test("a reader of 2.0 is told a statement of 1.0.3 as it was sent", .covers("2.0-4.2.4.3-c"))
        func olderStatement() async throws {
            let (old, new) = (try Client.speaking(.v1_0_3), try Client.speaking(.v2_0))
            let id = UUID()
            _ = try await old.put(Draft.shortStatement.text, id: id).expecting(204)
            let told = try await new.statement(id).expecting(200)
            #expect(told.header("X-Experience-API-Version") == "2.0.0")
            #expect(told.text.contains(#""version":"1.0.0""#))
            #expect(try await old.statement(id).text == told.text)
        }
    }
}
