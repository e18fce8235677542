import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.4 and 4.5: what a store adds to a statement.
    struct StoringTests {
        private static let versions = SpecificationVersion.allCases

        @Test(
            "a statement without an id gets one, a UUID of its own; another keeps its id",
            .covers("XAPI-00026", "XAPI-00027", "XAPI-00028"), arguments: versions)
        func id(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            var ids: Set<UUID> = []
            for _ in 0..<2 {
                let answer = try await client.post(Draft.shortStatement.text).expecting(200)
                let text = try #require(try answer.decoded(as: [String].self).first)
                let id = try #require(UUID(uuidString: text))
                #expect(text == id.text)
                #expect(try await client.statement(id).expecting(200).decoded(as: StoredStatement.self).id == id)
                ids.insert(id)
            }
            #expect(ids.count == 2)
            let own = UUID()
            let sent = Draft.shortStatement.with("/id", .json(Draft.quoted(own.uuidString)))
            #expect(try await client.post(sent.text).expecting(200).decoded(as: [UUID].self) == [own])
        }

        @Test(
            "the store sets stored to its own time, whatever was sent, and timestamp to it when none was",
            .covers("XAPI-00023", "XAPI-00097", "XAPI-00122", "1.0.3-D2.4.7-a"), arguments: versions)
        func stored(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let before = Date()
            for sent in ["2011-07-15T00:00:00.000Z", "2099-07-15T00:00:00.000Z"] {
                let statement = try await client.stored(.shortStatement.with("/stored", .json(Draft.quoted(sent))))
                let time = try Self.time(statement.stored)
                #expect(time > before.addingTimeInterval(-60) && time < Date().addingTimeInterval(60))
                #expect(statement.timestamp == statement.stored)
                #expect(statement.stored.contains(/:\d\d\.\d{3,}Z$/), "milliseconds at least")
            }
        }

        @Test(
            "stored tells milliseconds that differ", .covers("XAPI-00023", "XAPI-00122"), arguments: versions)
        func milliseconds(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            var fractions: Set<Substring> = []
            for _ in 0..<8 {
                let stored = try await client.stored(.shortStatement).stored
                fractions.insert(stored.split(separator: ".").last?.prefix(3) ?? "")
            }
            #expect(fractions.count > 1)
        }

        @Test(
            "a timestamp comes back as the instant that was sent, with its milliseconds",
            .covers("XAPI-00122", "2.0-4.2.7-b"),
            arguments: versions,
            ["2026-03-01T12:00:00.123Z", "2026-03-01T12:00:00.120345+02:00", "2023-05-04T12:00:00.001-05:00"])
        func timestamp(version: SpecificationVersion, text: String) async throws {
            let statement = try await Client.speaking(version)
                .stored(.shortStatement.with("/timestamp", .json(Draft.quoted(text))))
            #expect(abs(try Self.time(statement.timestamp).timeIntervalSince(try Self.time(text))) < 0.001)
            #expect(statement.timestamp != statement.stored)
            let fraction = try #require(text.firstMatch(of: /\.\d{3}/)).output
            #expect(statement.timestamp.contains(String(fraction)))
        }

        @Test(
            "the authority is the Agent of the key, as a whole, whatever was sent",
            .covers("XAPI-00099", "1.0.3-D2.4.9-a"), arguments: versions)
        func authority(version: SpecificationVersion) async throws {
            let installation = try Installation.served
            let pair: Draft = ["objectType": "Group", "member": [.account, .agent]]
            var names: Set<String> = []
            for sent in [nil, .agent, pair] as [Draft?] {
                let draft = Draft.shortStatement.with("/authority", sent)
                let authority = try await Client.speaking(version).stored(draft).authority
                #expect(authority.objectType != "Group" && authority.mbox == nil)
                #expect(authority.account?.homePage.hasPrefix(installation.baseURL) == true)
                names.insert(authority.account?.name ?? "")
            }
            #expect(names.count == 1 && !names.contains("ada"))
        }

        @Test(
            "a version stays as it was sent, and is filled in by the request's specification",
            .covers("1.0.3-D2.4.10-a", "1.0.3-D2.4.10-b", "2.0-4.2.4.3-a", "2.0-4.2.4.3-b"), arguments: versions)
        func version(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            for sent in ["1.0", "1.0.0", "1.0.9"] + (version == .v2_0 ? ["2.0.0", "2.0.1"] : []) {
                let draft = Draft.shortStatement.with("/version", .json(Draft.quoted(sent)))
                #expect(try await client.stored(draft).version == sent)
            }
            let filled = version == .v2_0 ? "2.0.0" : "1.0.0"
            #expect(try await client.stored(.shortStatement).version == filled)
        }

        /// The instant of a timestamp.
        private static func time(_ text: String) throws -> Date {
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
            return try style.parse(text)
        }
    }
}
