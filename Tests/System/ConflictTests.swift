import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// Statements never change: what happens when an id comes again.
    struct ConflictTests {
        private let client: Client

        init() throws {
            client = try Installation.served.client
        }

        @Test(
            "the same statement again is accepted, however it is written, and stored once",
            .covers("1.0.3-D2.3.1-a"))
        func same() async throws {
            let id = UUID()
            let registration = UUID()
            let sent = Sample.statement(
                id: id, registration: registration,
                more: #","timestamp":"2026-03-02T08:00:00Z","result":{"score":{"scaled":0.9},"response":"é"}"#)
            _ = try await client.post(sent).expecting(200)
            let stored = try await client.statement(id).expecting(200).text
            let rewritten = """
                { "result": {"response":"\\u00e9", "score":{"scaled":0.90}}, "timestamp":"2026-03-02T10:00:00+02:00",
                  "context":{"registration":"\(registration.uuidString)"},
                  "object":{"objectType":"Activity","id":"\(Sample.iri(activity: "course"))"},
                  "verb":{"id":"\(Sample.iri(verb: "experienced"))","display":{"en":"experienced"}},
                  "actor":{"objectType":"Agent","mbox":"mailto:learner@example.org"}, "id":"\(id.uuidString)" }
                """
            for text in [sent, rewritten] {
                #expect(try await client.post(text).status == 200)
                #expect(try await client.put(text, id: id).status == 204)
            }
            #expect(try await client.statement(id).expecting(200).text == stored)
            #expect(try await client.ids("registration=\(registration.text)") == [id])
        }

        @Test(
            "another statement under a taken id is a conflict, and the first stays as it is",
            .covers("1.0.3-D2.3.1-b"))
        func other() async throws {
            let id = UUID()
            _ = try await client.post(Sample.statement(id: id)).expecting(200)
            let stored = try await client.statement(id).expecting(200).text
            for text in [
                Sample.statement(id: id, verb: "failed"), Sample.statement(id: id, actor: "mailto:other@example.org"),
                Sample.statement(id: id, more: #","result":{"success":true}"#),
            ] {
                for answer in [try await client.post(text), try await client.put(text, id: id)] {
                    #expect(answer.status == 409)
                    #expect(answer.header("Content-Type") == "application/problem+json")
                    #expect(answer.text.contains(id.text))
                }
            }
            #expect(try await client.statement(id).expecting(200).text == stored)
        }

        @Test("a batch with one conflict stores nothing")
        func batch() async throws {
            let taken = UUID()
            let registration = UUID()
            _ = try await client.post(Sample.statement(id: taken)).expecting(200)
            let batch = Sample.batch([
                Sample.statement(registration: registration),
                Sample.statement(id: taken, verb: "failed", registration: registration),
                Sample.statement(registration: registration),
            ])
            #expect(try await client.post(batch).status == 409)
            #expect(try await client.ids("registration=\(registration.text)").isEmpty)
        }

        @Test("requests at the same time harm each other neither by conflicts nor by faults")
        func concurrent() async throws {
            let registration = UUID()
            let taken = UUID()
            _ = try await client.post(Sample.statement(id: taken)).expecting(200)
            let good = Sample.statement(registration: registration)
            let bodies = (0..<60).map { number in
                switch number % 3 {
                case 0: Sample.batch([good, Sample.statement(id: taken, verb: "failed")])
                case 1: Sample.batch([good, "{}"])
                default: good
                }
            }
            let statuses = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
                for (number, body) in bodies.enumerated() {
                    group.addTask { (number, try await client.post(body).status) }
                }
                return try await group.reduce(into: [Int: Int]()) { $0[$1.0] = $1.1 }
            }
            for number in bodies.indices { #expect(statuses[number] == [409, 400, 200][number % 3]) }
            #expect(try await client.ids("registration=\(registration.text)").count == 20)
        }

        @Test("one id posted with two contents at the same time keeps one of them")
        func race() async throws {
            let id = UUID()
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<16 {
                    let body = Sample.statement(id: id, verb: number.isMultiple(of: 2) ? "passed" : "failed")
                    group.addTask { try await client.post(body).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0 == 200 } == 8)
            #expect(answers.count { $0 == 409 } == 8)
        }
    }
}
