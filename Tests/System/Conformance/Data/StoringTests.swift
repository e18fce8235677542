import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.2, 2.4 and 4.0: what a store adds to a statement, and what it keeps.
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

        @Test(
            "numbers keep at least the precision of 32 bits", .covers("XAPI-00002"), arguments: versions,
            ["0.123456789", "-3.40282347e38", "1.17549435e-38", "16777217", "0.1", "3.1415926535897932384626"])
        func numbers(version: SpecificationVersion, number: String) async throws {
            struct Stored: Decodable {
                struct Result: Decodable {
                    struct Score: Decodable { let raw: Double }

                    let score: Score
                    let extensions: [String: Double]
                }

                let result: Result
            }

            let client = try Client.speaking(version)
            let result: Draft = ["score": ["raw": .json(number)], "extensions": ["urn:x:y": .json(number)]]
            let id = try await client.store(.shortStatement.with("/result", result))
            let stored = try await client.statement(id).expecting(200).decoded(as: Stored.self).result
            #expect(stored.score.raw == Double(number))
            #expect(stored.extensions["urn:x:y"] == Double(number))
        }

        @Test(
            "strings are read and written as UTF-8", .covers("XAPI-00015"), arguments: versions)
        func utf8(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let name = "Żółć, 日本語, \u{e9} and e\u{301}, 👩🏽‍🏫"
            let id = try await client.store(.shortStatement.with("/actor/name", .json(Draft.quoted(name))))
            #expect(try await client.statement(id).expecting(200).body.range(of: Data("\"\(name)\"".utf8)) != nil)
            var bytes = Data(Draft.shortStatement.with("/actor/name", "A?").text.utf8)
            let place = try #require(bytes.range(of: Data("A?".utf8)))
            bytes.replaceSubrange(place, with: [0x41, 0xE9])
            #expect(try await client.send("POST", "/xapi/statements", body: bytes).status == 400)
        }

        @Test(
            "what is not well-formed JSON is refused", .covers("XAPI-00014"), arguments: versions,
            ["", "{", "{}}", "{'a':1}", "[{}", "actor=ada", "{\"actor\"}", "{\"id\":01}"])
        func json(version: SpecificationVersion, fault: String) async throws {
            let client = try Client.speaking(version)
            let id = UUID()
            for text in [fault, String(Draft.shortStatement.text.dropLast()) + ",\"result\":\(fault)}"] {
                // Some of these texts are JSON where they stand alone; what follows then is no statement.
                #expect(try await client.post(text).status == 400)
                #expect(try await client.put(text, id: id).status == 400)
            }
            #expect(try await client.statement(id).status == 404)
        }

        @Test(
            "a context activity that came alone comes back in an array", .covers("XAPI-00096"), arguments: versions)
        func contextActivities(version: SpecificationVersion) async throws {
            struct Stored: Decodable {
                struct Context: Decodable { let contextActivities: [String: [Activity]] }
                struct Sub: Decodable { let context: Context? }
                struct Activity: Decodable { let id: String }

                let context: Context
                let object: Sub
            }

            let client = try Client.speaking(version)
            let single: Draft = ["parent": .activity, "grouping": .activity, "category": .activity, "other": .activity]
            let draft = Draft.statement(about: .subStatement).with("/context/contextActivities", single)
                .with("/object/context/contextActivities", single)
            let registration = UUID()
            let id = try await client.store(draft.registered(registration))
            let list = "/xapi/statements?registration=\(registration.text)"
            struct List: Decodable { let statements: [Stored] }

            for format in ["exact", "canonical", "ids"] {
                let one = try await client.get("/xapi/statements?statementId=\(id.text)&format=\(format)").expecting(
                    200)
                let page = try await client.get(list + "&format=\(format)").expecting(200).decoded(as: List.self)
                for stored in [try one.decoded(as: Stored.self)] + page.statements {
                    for context in [stored.context, try #require(stored.object.context)] {
                        #expect(Set(context.contextActivities.keys) == ["parent", "grouping", "category", "other"])
                        for list in context.contextActivities.values {
                            #expect(list.map(\.id) == ["https://example.org/activities/conformance"])
                        }
                    }
                }
            }
        }

        /// The instant of a timestamp.
        private static func time(_ text: String) throws -> Date {
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
            return try style.parse(text)
        }
    }
}
