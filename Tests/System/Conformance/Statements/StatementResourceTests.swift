import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.0, 2.1.1 and 2.1.2: the resources, and statements that come in.
    struct StatementResourceTests {
        @Test(
            "a store has every resource, below its base", .covers("XAPI-00140"),
            arguments: SpecificationVersion.allCases)
        func resources(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let agent = query("agent", #"{"mbox":"mailto:ada@example.org"}"#)
            let activity = query("activityId", "https://example.org/activities/conformance")
            for path in [
                "about", "statements", "agents?" + agent, "activities?" + activity, "agents/profile?" + agent,
                "activities/profile?" + activity, "activities/state?\(activity)&\(agent)",
            ] {
                let answer = try await client.get("/xapi/" + path)
                #expect(answer.status == 200, "\(path): \(answer)")
            }
            let path = "/xapi/activities/state?\(activity)&\(agent)&stateId=\(UUID().text)"
            for (method, body) in [("POST", Data("{}".utf8)), ("DELETE", nil)] {
                #expect(try await client.send(method, path, body: body).status == 204)
            }
        }

        @Test(
            "what is put and posted can be got, one by one and as a list",
            .covers("XAPI-00139", "XAPI-00143", "XAPI-00144", "XAPI-00146", "XAPI-00147"),
            .covers("XAPI-00154", "XAPI-00156", "XAPI-00158", "XAPI-00159"), arguments: SpecificationVersion.allCases)
        func storing(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let registration = UUID()
            let statement = Draft.short("/context", ["registration": .string(registration.text)])
            let (first, second, fourth) = (UUID(), UUID(), UUID())
            let put = try await client.put(statement.text, id: first)
            #expect(put.status == 204 && put.body.isEmpty)
            let one = try await client.post(statement.with("/id", .string(second.text)).text).expecting(200)
            #expect(try one.decoded(as: [UUID].self) == [second])
            let batch: Draft = [statement, statement.with("/id", .string(fourth.text)), statement]
            let many = try await client.post(batch.text).expecting(200).decoded(as: [UUID].self)
            #expect(many.count == 3 && many[1] == fourth && Set(many).count == 3)
            let ids = [first, second] + many
            #expect(try await client.ids("ascending=true&registration=\(registration.text)") == ids)
            for id in ids {
                let answer = try await client.statement(id).expecting(200)
                #expect(try answer.object["id"] as? String == id.text)
                #expect(try answer.object["statements"] == nil)
            }
            #expect(try await client.statement(UUID()).status == 404)
        }

        @Test("PUT needs statementId, a UUID", .covers("XAPI-00145"), arguments: SpecificationVersion.allCases)
        func missingID(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (id, registration) = (UUID(), UUID())
            let statement = Sample.statement(id: id, registration: registration)
            for parameters in ["", "?statementId=", "?statementId=1", "?statementid=\(id.text)", "?id=\(id.text)"] {
                let answer = try await client.send(
                    "PUT", "/xapi/statements" + parameters, body: Data(statement.utf8))
                #expect(answer.status == 400, "\(parameters): \(answer)")
                #expect(answer.text.contains("statementId"))
            }
            #expect(try await client.statement(id).status == 404)
            #expect(try await client.ids("registration=\(registration.text)") == [])
        }

        @Test(
            "PUT takes a statement without an id or with the id of the parameter, and no other",
            .covers("1.0.3-C2.1.1-a"), arguments: SpecificationVersion.allCases)
        func otherID(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (id, other) = (UUID(), UUID())
            let refused = try await client.put(Sample.statement(id: other), id: id)
            #expect(refused.status == 400 && refused.text.contains("/id"), "\(refused)")
            for id in [id, other] { #expect(try await client.statement(id).status == 404) }
            let array = try await client.put(Sample.batch([Sample.statement(id: id)]), id: id)
            #expect(array.status == 400, "PUT stores a single statement")
            #expect(try await client.put(Sample.statement(id: id), id: id).status == 204)
            #expect(try await client.put(Sample.statement(), id: other).status == 204)
            for id in [id, other] {
                #expect(try await client.statement(id).expecting(200).object["id"] as? String == id.text)
            }
        }

        @Test(
            "a batch that has an id twice is refused as a whole, whether or not the two are alike",
            .covers("1.0.3-C2.1.1-c", "2.0-4.1.6.1-a"), arguments: SpecificationVersion.allCases)
        func equalIDs(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            for verbs in [["did", "did"], ["did", "tried"]] {
                let (id, other) = (UUID(), UUID())
                let statements = verbs.map { Sample.statement(id: id, verb: $0) }
                let answer = try await client.post(Sample.batch([Sample.statement(id: other)] + statements))
                #expect(answer.status == 400, "\(answer)")
                #expect(try answer.decoded(as: Problem.self).violations?.map(\.pointer) == ["/id"])
                for id in [id, other] { #expect(try await client.statement(id).status == 404) }
            }
        }

        @Test(
            "a time ahead of the server's clock is no fault", .covers("2.0-4.1.6.1-f"),
            arguments: SpecificationVersion.allCases)
        func future(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            for ahead: TimeInterval in [300, 86_400 * 365] {
                let time = Date(timeIntervalSinceNow: ahead).ISO8601Format()
                let answer = try await client.post(Draft.short("/timestamp", .string(time)).text)
                #expect(answer.status == 200, "\(answer)")
            }
        }
    }
}
