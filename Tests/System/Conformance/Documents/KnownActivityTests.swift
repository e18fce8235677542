import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.5: what is known of an Activity.
    struct KnownActivityTests {
        private static func newActivity() -> String { "https://example.org/activities/\(UUID().text)" }

        private func activity(_ id: String, by client: Client) async throws -> Answer {
            try await client.get("/xapi/activities?activityId=" + escaped(id)).expecting(200)
        }

        private func tell(_ definition: Draft, of id: String, by client: Client) async throws {
            let object: Draft = ["id": .json(Draft.quoted(id)), "definition": definition]
            _ = try await client.post(Draft.shortStatement.with("/object", object).text).expecting(200)
        }

        private static let definitions: [Draft] = [
            [
                "name": ["en": "A meeting", "de": "Ein Treffen"], "description": ["en": "Where people meet"],
                "type": "http://adlnet.gov/expapi/activities/meeting", "moreInfo": "https://example.org/meeting",
                "extensions": ["https://example.org/x": ["deep": [1, 2.5, .null]]],
            ],
            [
                "name": ["en": "A question"], "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                "interactionType": "choice", "correctResponsesPattern": ["a[,]b"],
                "choices": [["id": "a", "description": ["en": "A"]], ["id": "b", "description": ["en": "B"]]],
            ],
        ]

        @Test(
            "an Activity comes with all of its definition",
            .covers("XAPI-00251", "XAPI-00252", "XAPI-00253"), arguments: definitions.map(\.text),
            SpecificationVersion.allCases)
        func complete(definition: String, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let id = Self.newActivity()
            try await tell(.json(definition), of: id, by: client)
            let expected = #"{"objectType":"Activity","id":"\#(id)","definition":\#(definition)}"#
            let found = try await activity(id, by: client)
            #expect(try Self.object(found.body) == Self.object(Data(expected.utf8)), "\(found)")
        }

        @Test(
            "an Activity has the languages that several statements tell, in one batch and in several",
            .covers("XAPI-00254"), arguments: SpecificationVersion.allCases)
        func merged(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let id = Self.newActivity()
            let batch = ["en", "fr"].map { language in
                Draft.shortStatement.with("/object/id", .json(Draft.quoted(id)))
                    .with("/object/definition/name/\(language)", "meeting").text
            }
            _ = try await client.post(Sample.batch(batch)).expecting(200)
            try await tell(["name": ["de": "Treffen"], "description": ["en": "Talk"]], of: id, by: client)
            try await tell(["moreInfo": "https://example.org/more"], of: id, by: client)
            let expected = #"""
                {"objectType":"Activity","id":"\#(id)","definition":{"name":{"en":"meeting","fr":"meeting","de":"Treffen"},
                "description":{"en":"Talk"},"moreInfo":"https://example.org/more"}}
                """#
            let found = try await activity(id, by: client)
            #expect(try Self.object(found.body) == Self.object(Data(expected.utf8)), "\(found)")
        }

        private static func object(_ json: Data) throws -> NSDictionary {
            try #require(try JSONSerialization.jsonObject(with: json) as? NSDictionary)
        }

        /// 1.0.3 says so with SHOULD, 2.0 with SHALL; the server does so in both.
        @Test(
            "an Activity without a definition is one of its id, known or not", .covers("2.0-4.1.6.4-a"),
            arguments: SpecificationVersion.allCases)
        func undefined(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let id = Self.newActivity()
            let expected = #"{"objectType":"Activity","id":"\#(id)"}"#
            #expect(try await activity(id, by: client).text == expected)
            _ = try await client.post(Draft.shortStatement.with("/object/id", .json(Draft.quoted(id))).text)
                .expecting(200)
            #expect(try await activity(id, by: client).text == expected)
        }

        @Test(
            "GET without an Activity's id is refused", .covers("XAPI-00250"), arguments: SpecificationVersion.allCases)
        func missing(version: SpecificationVersion) async throws {
            let answer = try await Client.speaking(version).get("/xapi/activities").expecting(400)
            #expect(try answer.decoded(as: Problem.self).detail.hasPrefix("activityId"))
        }

        @Test(
            "GET for what is no IRI is refused", .covers("1.0.3-C2.5-a"),
            arguments: ["", "true", "1", "course", #"{"key":"value"}"#])
        func malformed(id: String) async throws {
            for version in SpecificationVersion.allCases {
                let answer = try await Client.speaking(version).get("/xapi/activities?activityId=" + escaped(id))
                #expect(answer.status == 400 && answer.text.contains("activityId: "), "\(answer)")
            }
        }
    }
}
