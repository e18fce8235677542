import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 3.3: statements keep their version and form, whatever version asks for them.
    struct StatementVersionTests {
        private struct Statement: Decodable {
            let version: String
        }

        @Test(
            "a statement keeps the version that it was accepted with, in every version's answers",
            .covers("XAPI-00332"),
            arguments: [
                (SpecificationVersion.v1_0_3, "1.0.0"), (.v1_0_3, "1.0.1"), (.v1_0_3, "1.0.3"), (.v1_0_3, "1.0.9"),
                (.v2_0, "1.0.0"), (.v2_0, "1.0.9"), (.v2_0, "2.0.0"), (.v2_0, "2.0.1"),
            ])
        func kept(version: SpecificationVersion, statementVersion: String) async throws {
            let id = UUID()
            let statement = Draft.shortStatement.with("/id", .json("\"\(id.text)\""))
                .with("/version", .json("\"\(statementVersion)\""))
            _ = try await Client.speaking(version).post(statement.text).expecting(200)
            for reading in SpecificationVersion.allCases {
                let stored = try await Client.speaking(reading).statement(id).expecting(200)
                // A reader of 1.0.3 is told no version that 1.0.3 does not know; see OlderReaderTests.
                let isNewer = reading == .v1_0_3 && statementVersion.hasPrefix("2.")
                let told = try stored.decoded(as: Statement.self).version
                #expect(told == (isNewer ? "1.0.3" : statementVersion))
            }
        }

        @Test(
            "a statement is not changed for its version",
            .covers("XAPI-00330"), arguments: SpecificationVersion.allCases)
        func unconverted(version: SpecificationVersion) async throws {
            let id = UUID()
            var statement = Draft.statement.with("/id", .json("\"\(id.text)\""))
            if version == .v2_0 {
                statement = statement.with(
                    "/context/contextAgents",
                    [["objectType": "contextAgent", "agent": ["mbox": "mailto:ada@example.org"]]])
            }
            _ = try await Client.speaking(version).post(statement.text).expecting(200)
            let own = try await Client.speaking(version).statement(id).expecting(200).body
            #expect(try await Client.speaking(.v2_0).statement(id).body == own)
            let sent = try Self.members(Data(statement.text.utf8))
            let stored = try Self.members(own)
            for name in ["actor", "verb", "object", "result", "context", "attachments"] {
                #expect(stored[name] == sent[name] && stored[name] != nil, "\(name)")
            }
            #expect(stored["version"] as? String == (version == .v1_0_3 ? "1.0.0" : "2.0.0"))
        }

        /// The members of an object, in a form that can be compared.
        private static func members(_ data: Data) throws -> [String: NSObject] {
            try #require(try JSONSerialization.jsonObject(with: data) as? [String: NSObject])
        }
    }
}
