import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.1 and 2.2: what a refused statement takes along.
    struct RefusedBatchTests {
        /// Why a batch is refused, and with what.
        enum Fault: String, Sendable, CaseIterable {
            case conflict, invalid, equalIDs

            var status: Int { self == .conflict ? 409 : 400 }
        }

        @Test(
            "a refused batch defines no Activity, names no Agent and voids nothing",
            .covers("XAPI-00142", "XAPI-00182"), arguments: SpecificationVersion.allCases, Fault.allCases)
        func neighbours(version: SpecificationVersion, fault: Fault) async throws {
            var shelf = try Shelf(version)
            let client = shelf.client
            let known = try await shelf.add("known", .shortStatement)
            let ids = [UUID(), UUID()]
            let (activity, mbox) = (shelf.iri("activity"), "mailto:\(shelf.salt)@example.org")
            let defining = Draft.shortStatement.with("/id", .string(ids[0].text))
                .with("/actor", ["mbox": .string(mbox), "name": "Ada"])
                .with("/object", ["id": .string(activity), "definition": ["name": ["en": "A course"]]])
            let voiding = try shelf.reference(to: "known", verb: "http://adlnet.gov/expapi/verbs/voided")
                .with("/id", .string(ids[1].text))
            let bad: Draft =
                switch fault {
                case .conflict: .short("/id", .string(known.text)).with("/result/success", true)
                case .invalid: .short("/verb/id", "did")
                case .equalIDs: defining
                }
            for batch: Draft in [[defining, voiding, bad], [bad, defining, voiding]] {
                let answer = try await client.post(batch.text)
                #expect(answer.status == fault.status, "\(answer)")
                for id in ids { #expect(try await client.statement(id).status == 404) }
                #expect(try await client.statement(known).status == 200)
                let told = try await client.get("/xapi/activities?" + query("activityId", activity)).expecting(200)
                #expect(try told.object["definition"] == nil)
                let person = query("agent", #"{"mbox":"\#(mbox)"}"#)
                #expect(try await client.get("/xapi/agents?" + person).expecting(200).object["name"] == nil)
            }
            // What was refused for its neighbour only is taken without it.
            _ = try await client.post(Draft.array([defining]).text).expecting(200)
            let told = try await client.get("/xapi/activities?" + query("activityId", activity)).expecting(200)
            #expect(told.text.contains("A course"))
        }
    }
}
