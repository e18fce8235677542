import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.2 and 2.4.6.2: how texts, numbers and context activities come in and out.
    struct KeepingTests {
        private static let versions = SpecificationVersion.allCases

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
    }
}
