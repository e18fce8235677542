import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// Statements that came in under one version, in answers under the other.
    struct CrossVersionTests {
        @Test(
            "a statement is found under the other version as under its own",
            .covers("2.0-4.1.6.1-e"), arguments: SpecificationVersion.allCases)
        func other(version: SpecificationVersion) async throws {
            var shelf = try Shelf(version)
            let agent = Draft.agent(mbox: "mailto:\(shelf.salt)@example.org")
            let context: Draft =
                version == .v2_0
                ? [
                    "contextAgents": [["objectType": "contextAgent", "agent": agent]],
                    "contextGroups": [
                        ["objectType": "contextGroup", "group": ["objectType": "Group", "member": [agent]]]
                    ],
                ] : ["team": ["objectType": "Group", "member": [agent]]]
            let id = try await shelf.add("one", .short("/context", context))
            let own = try await shelf.client.statement(id).expecting(200)
            #expect(try own.object["version"] as? String == (version == .v2_0 ? "2.0.0" : "1.0.0"))
            let other = try Client.speaking(version == .v2_0 ? .v1_0_3 : .v2_0)
            let answer = try await other.statement(id).expecting(200)
            // A reader of 1.0.3 is told nothing that only 2.0 has; see OlderReaderTests.
            #expect((answer.text == own.text) == (version == .v1_0_3))
            #expect(try answer.object["stored"] as? String == own.object["stored"] as? String)
            #expect(answer.header("X-Experience-API-Version") == other.version)
            let asked = query("agent", agent.text) + "&related_agents=true"
            #expect(try await shelf.client.ids(asked) == [id])
            #expect(try await other.ids(asked) == [id])
            let page = try await other.get("/xapi/statements?" + asked).expecting(200)
            #expect(page.text.contains(answer.text))
        }

        @Test(
            "a statement is voided, referred to and sent again under the other version as under its own",
            .covers("2.0-4.1.6.1-e"), arguments: SpecificationVersion.allCases)
        func voided(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let other = try Client.speaking(version == .v2_0 ? .v1_0_3 : .v2_0)
            let (id, verb) = (UUID(), "https://example.org/verbs/\(UUID().text)")
            let statement = Draft.short("/verb/id", .string(verb)).with("/timestamp", "2026-03-01T12:00:00Z")
            for sender in [client, other] {
                #expect(try await sender.put(statement.text, id: id).status == 204)
            }
            #expect(try await other.put(statement.with("/result/success", true).text, id: id).status == 409)
            let voiding = try await other.post(
                Sample.voiding(id, id: UUID(), registration: UUID())
            ).expecting(200).decoded(as: [UUID].self)
            for reader in [client, other] {
                #expect(try await reader.statement(id).status == 404)
                #expect(try await reader.get("/xapi/statements?voidedStatementId=\(id.text)").status == 200)
                #expect(try await reader.ids(query("verb", verb)) == voiding)
            }
        }
    }
}
