import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.3.1: when two statements are one.
    struct ComparisonTests {
        /// A statement, and how it may be told again.
        private static let statement = Draft.statement.without("/stored")
            .with("/actor", ["objectType": "Group", "member": [.agent, .account]])
            .with("/result/duration", "PT1H30M0.12S").with("/context/contextActivities", ["parent": [.activity]])

        /// Changes that are none: each a place, and what is put there.
        private static let same: [(String, Draft?)] = [
            ("/authority", nil), ("/authority", .account), ("/stored", "2026-03-01T12:00:05Z"), ("/version", "1.0.0"),
            ("/timestamp", "2026-03-01T13:00:00+01:00"), ("/timestamp", "2026-03-01T12:00:00.000Z"),
            ("/verb/display", ["pl": "ukończył"]), ("/verb/display", nil), ("/object/definition", nil),
            ("/object/definition/name", ["en": "Another"]), ("/object/objectType", nil),
            ("/actor/member", [.account, .agent]), ("/context/contextActivities/parent", .activity),
            ("/context/registration", "EC531277-B57B-4C15-8D91-D292C5B2B8F7"), ("/result/score/scaled", .json("0.50")),
        ]

        /// Changes.
        private static let other: [(String, Draft?)] = [
            ("/actor/member", [.agent]), ("/actor/name", "A team"),
            ("/verb/id", "http://adlnet.gov/expapi/verbs/passed"),
            ("/object/id", "https://example.org/activities/other"),
            ("/object/id", "HTTPS://example.org/activities/conformance"),
            ("/result/success", false), ("/result/response", "Yes"), ("/result/score/raw", 51), ("/result", nil),
            ("/result/duration", "PT90M"), ("/result/duration", "PT1H30M0.13S"), ("/result/extensions", [:]),
            ("/context/registration", nil), ("/context/contextActivities/parent", [.activity, ["id": "urn:x:a"]]),
            ("/context/revision", "2"), ("/context/language", nil), ("/timestamp", "2026-03-01T12:00:00.001Z"),
        ]

        @Test(
            "differences that a store itself may make don't count: the statement comes again, and stays",
            .covers("1.0.3-D2.3.1-a"), arguments: SpecificationVersion.allCases, same.indices)
        func repeated(version: SpecificationVersion, index: Int) async throws {
            let client = try Client.speaking(version)
            let id = try await client.store(Self.statement)
            let stored = try await client.statement(id).expecting(200).text
            let (place, value) = Self.same[index]
            let again = Self.statement.with("/id", .json(Draft.quoted(id.text))).with(place, value)
            for answer in [try await client.post(again.text), try await client.put(again.text, id: id)] {
                #expect(answer.status == 200 || answer.status == 204, "\(place): \(answer)")
            }
            #expect(try await client.statement(id).expecting(200).text == stored)
        }

        @Test(
            "other differences are a conflict, and the first statement stays",
            .covers("1.0.3-D2.3.1-b"), arguments: SpecificationVersion.allCases, other.indices)
        func conflicting(version: SpecificationVersion, index: Int) async throws {
            let client = try Client.speaking(version)
            let id = try await client.store(Self.statement)
            let stored = try await client.statement(id).expecting(200).text
            let (place, value) = Self.other[index]
            let changed = Self.statement.with("/id", .json(Draft.quoted(id.text))).with(place, value)
            for answer in [try await client.post(changed.text), try await client.put(changed.text, id: id)] {
                #expect(answer.status == 409, "\(place): \(answer)")
            }
            #expect(try await client.statement(id).expecting(200).text == stored)
        }

        @Test(
            "2.0: a duration keeps its digits, or is cut; those beyond a hundredth don't count in comparisons",
            .covers("2.0-4.2.7-c", "2.0-4.2.7-d"), arguments: SpecificationVersion.allCases)
        func durationDigits(version: SpecificationVersion) async throws {
            struct Stored: Decodable {
                struct Result: Decodable { let duration: String }

                let result: Result
            }

            let client = try Client.speaking(version)
            let draft = Draft.shortStatement.with("/result/duration", "P1DT12H36M0.12567S")
            let id = try await client.store(draft)
            let duration = try await client.statement(id).expecting(200).decoded(as: Stored.self).result.duration
            #expect(["P1DT12H36M0.12567S", "P1DT12H36M0.12S"].contains(duration))
            for (digits, status) in [("12", 200), ("129", 200), ("13", 409)] {
                let again = draft.with("/result/duration", .json(Draft.quoted("P1DT12H36M0.\(digits)S")))
                    .with("/id", .json(Draft.quoted(id.text)))
                #expect(try await client.post(again.text).status == status)
            }
        }

        @Test(
            "one Activity id is one Activity, whatever its definitions say; IRIs are told apart letter by letter",
            .covers("1.0.3-D2.4.4.1-a", "2.0-4.2.7-e"), arguments: SpecificationVersion.allCases)
        func activities(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let name = UUID().text
            let iris = ["http://example.com/a/../\(name)", "http://example.com/\(name)", "http://EXAMPLE.com/\(name)"]
            var ids: [UUID] = []
            for iri in iris {
                for type in ["course", "module"] {
                    let object: Draft = [
                        "id": .json(Draft.quoted(iri)), "definition": ["type": .json(Draft.quoted("urn:x:" + type))],
                    ]
                    ids.append(try await client.store(.shortStatement.with("/object", object)))
                }
            }
            for (index, iri) in iris.enumerated() {
                let found = try await client.ids("ascending=true&activity=" + escaped(iri))
                #expect(found == Array(ids[2 * index..<2 * index + 2]))
                let activity = try await client.get("/xapi/activities?activityId=" + escaped(iri)).expecting(200)
                #expect(activity.text.contains("\"id\":\"\(iri)\""))
            }
        }

        @Test(
            "a verb comes back to show as it was sent, not as others call it",
            .covers("1.0.3-D2.4.3-a"), arguments: SpecificationVersion.allCases)
        func display(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            for display in ["{\"en\":\"finished\",\"pl\":\"ukończył\"}", "{\"de\":\"beendet\"}", "{}"] {
                let id = try await client.store(.shortStatement.with("/verb/display", .json(display)))
                let text = try await client.get("/xapi/statements?format=exact&statementId=\(id.text)").expecting(200)
                    .text
                #expect(text.contains("\"display\":\(display)"))
            }
        }
    }
}
