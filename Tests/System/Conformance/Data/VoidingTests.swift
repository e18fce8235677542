import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Data 2.3.2: voiding.
    struct VoidingTests {
        @Test(
            "a voided statement is found only as a voided one; the one that voids it stays",
            .covers("XAPI-00018", "XAPI-00019"), arguments: SpecificationVersion.allCases)
        func voided(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let registration = UUID()
            let other = try await client.store(.shortStatement.registered(registration))
            let id = try await client.store(.shortStatement.registered(registration))
            let text = try await client.statement(id).expecting(200).text
            let voiding = try await client.store(.about(id))
            #expect(try await client.statement(id).status == 404)
            #expect(try await client.get("/xapi/statements?voidedStatementId=\(id.text)").expecting(200).text == text)
            #expect(try await client.get("/xapi/statements?voidedStatementId=\(other.text)").status == 404)
            #expect(try await client.statement(voiding).status == 200)
            // The voiding statement is found by what it refers to, which itself is left out.
            #expect(try await client.ids("registration=\(registration.text)") == [voiding, other])
        }

        @Test(
            "a voiding statement cannot be voided, and voids all the same",
            .covers("XAPI-00016", "XAPI-00018"), arguments: SpecificationVersion.allCases)
        func voidingVoiding(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let id = try await client.store(.shortStatement)
            let voiding = try await client.store(.about(id))
            _ = try await client.post(Draft.about(voiding).text)
            #expect(try await client.statement(voiding).status == 200)
            #expect(try await client.get("/xapi/statements?voidedStatementId=\(voiding.text)").status == 404)
            #expect(try await client.statement(id).status == 404)
        }

        @Test(
            "a voided statement stays voided when it is voided again",
            .covers("XAPI-00016"), arguments: SpecificationVersion.allCases)
        func twice(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let id = try await client.store(.shortStatement)
            for _ in 0..<2 { _ = try await client.store(.about(id)) }
            #expect(try await client.get("/xapi/statements?voidedStatementId=\(id.text)").status == 200)
        }

        @Test(
            "an id that is not there yet may be voided, and is so when it comes",
            .covers("XAPI-00016", "1.0.3-D2.3.2-a"), arguments: SpecificationVersion.allCases)
        func before(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let id = UUID()
            _ = try await client.store(.about(id))
            #expect(try await client.statement(id).status == 404)
            _ = try await client.store(.shortStatement, id: id)
            #expect(try await client.statement(id).status == 404)
            #expect(try await client.get("/xapi/statements?voidedStatementId=\(id.text)").status == 200)
        }

        @Test(
            "only the reserved verb voids, and only as the verb of a statement",
            .covers("XAPI-00018", "XAPI-00019"), arguments: SpecificationVersion.allCases)
        func otherVerbs(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let id = try await client.store(.shortStatement)
            for verb in [
                "http://adlnet.gov/expapi/verbs/voided/", "https://adlnet.gov/expapi/verbs/voided",
                "http://adlnet.gov/expapi/verbs/completed", "https://example.org/verbs/voided",
            ] {
                _ = try await client.store(.about(id, verb: verb))
            }
            let sub = Draft.about(id).with("/objectType", "SubStatement")
            _ = try await client.store(.shortStatement.with("/object", sub))
            #expect(try await client.statement(id).status == 200)
        }

        @Test("what voids has a StatementRef of a UUID as its object", .covers(objects), arguments: objects)
        func object(example: StatementExample) async throws { try await example.check() }

        private static let objects = ExampleTable.of {
            let voiding = Draft.statement(about: .reference).with("/verb/id", "http://adlnet.gov/expapi/verbs/voided")
            let site = [Site("/object", in: voiding)]
            site.refused(
                "XAPI-00017", "XAPI-00020", values: .activity, ["id": "urn:uuid:8f87ccde-bb56-4c2e-ab83-44982ef22df0"],
                .agent, .group, .subStatement)
            site.refused("XAPI-00017", "XAPI-00020", at: "/objectType", values: "statementref", "")
            site.refused("XAPI-00017", "XAPI-00072", at: "/id", values: nil, "1")
            site.taken("XAPI-00017", "XAPI-00019", "XAPI-00020", values: .reference)
            // A sub-statement of the verb is held to the same, though it voids nothing.
            let sub = Site.subStatement(about: .reference)
                .with("/object/verb/id", "http://adlnet.gov/expapi/verbs/voided")
            [Site("/object/object", in: sub)].refused("XAPI-00017", values: .agent)
            [Site("/object/object", in: sub)].taken("XAPI-00017", values: .reference)
        }
    }
}
