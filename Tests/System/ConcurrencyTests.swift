import Foundation
import Testing

extension SystemTests {
    /// Readers and writers who meet: nobody misses anything, nobody gets anything twice.
    @Suite(.served)
    struct ConcurrencyTests {
        private let client: Client

        init() throws {
            client = try Installation.served.client
        }

        @Test("a reader who asks for what came since the last Consistent-Through sees each of 100,000 statements once")
        func polling() async throws {
            let writers = 16
            let batches = 125
            let size = 50
            let registration = UUID()
            let reader = ConsistentReader(client, query: "registration=\(registration.text)")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<writers {
                    group.addTask {
                        for _ in 0..<batches {
                            let texts = (0..<size).map { _ in Sample.statement(registration: registration) }
                            _ = try await client.post(Sample.batch(texts)).expecting(200)
                        }
                    }
                }
                let reading = Task {
                    while await !reader.isOver { try await reader.poll() }
                    // What was committed last is there once the next moment has come.
                    while await reader.found.count < writers * batches * size, await reader.canHope {
                        try await reader.poll()
                    }
                }
                try await group.waitForAll()
                await reader.end()
                try await reading.value
            }
            let (found, doubled) = (await reader.found, await reader.doubled)
            #expect(found.count == writers * batches * size)
            #expect(doubled.isEmpty)
        }

        @Test(
            "pages of 50,000 statements, while 8 writers post and void, miss none and double none",
            arguments: [false, true])
        func paging(isAscending: Bool) async throws {
            let registration = UUID()
            let ids = (0..<50_000).map { _ in UUID() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for lane in 0..<4 {
                    group.addTask {
                        for start in stride(from: lane * 250, to: ids.count, by: 1000) {
                            try await post(ids[start..<(start + 250)], registration: registration)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let meddling = Meddling(client, registration: registration, victims: Array(ids.shuffled().prefix(4000)))
            let query = "registration=\(registration.text)&limit=400&ascending=\(isAscending)"
            let pages = try await meddling.running(writers: 8) { try await client.pages(query) }
            let walked = pages.flatMap { $0 }
            #expect(pages.count >= 50_000 / 400 - 10)
            #expect(Set(walked).count == walked.count, "a statement came twice")
            let mustBeThere = Set(ids).subtracting(await meddling.voided)
            #expect(mustBeThere.subtracting(walked).isEmpty, "a statement is missing")
            let mayBeThere = Set(ids).union(await meddling.posted)
            #expect(Set(walked).subtracting(mayBeThere).isEmpty)
            #expect(await !meddling.voided.isEmpty)
            #expect(await !meddling.posted.isEmpty)
        }

        private func post(_ ids: ArraySlice<UUID>, registration: UUID) async throws {
            let texts = ids.map { Sample.statement(id: $0, registration: registration) }
            _ = try await client.post(Sample.batch(texts)).expecting(200)
        }

        @Test(
            "64 writers of one state document, each with the ETag it read: what was accepted stays, the rest is 412",
            .covers("XAPI-00322", "1.0.3-C3.1-c"))
        func compareAndSet() async throws {
            let path = Self.statePath("counted")
            _ = try await client.send("PUT", path, body: Data(), headers: ["If-None-Match": "*"]).expecting(204)
            let rounds = 5
            let outcome = try await withThrowingTaskGroup(of: (accepted: [String], refused: Int).self) { group in
                for writer in 0..<64 { group.addTask { try await append(rounds, by: writer, to: path) } }
                return try await group.reduce(into: (accepted: [String](), refused: 0)) {
                    $0.accepted += $1.accepted
                    $0.refused += $1.refused
                }
            }
            #expect(outcome.accepted.count + outcome.refused == 64 * rounds)
            #expect(outcome.refused > 0, "nobody met anybody")
            let lines = try await client.get(path).expecting(200).text.split(separator: "\n").map(String.init)
            #expect(lines.sorted() == outcome.accepted.sorted())
        }

        private func append(_ rounds: Int, by writer: Int, to path: String) async throws -> (
            accepted: [String], refused: Int
        ) {
            var (accepted, refused) = ([String](), 0)
            for round in 0..<rounds {
                let read = try await client.get(path).expecting(200)
                let line = "\(writer) \(round)"
                let headers = ["If-Match": read.header("ETag"), "Content-Type": "text/plain"]
                let answer = try await client.send(
                    "PUT", path, body: Data((read.text + line + "\n").utf8), headers: headers)
                if answer.status == 412 {
                    refused += 1
                } else {
                    _ = try answer.expecting(204)
                    accepted.append(line)
                }
            }
            return (accepted, refused)
        }

        @Test(
            "two at once put a state document without registration: one document is there",
            .covers("1.0.3-C3.1-f"), arguments: 0..<10)
        func oneDocument(round: Int) async throws {
            let path = Self.statePath("twin-\(round)")
            async let first = client.send("PUT", path, body: Data("first".utf8))
            async let second = client.send("PUT", path, body: Data("second".utf8))
            #expect(try await [first.status, second.status] == [204, 204])
            let ids = try await client.get(Self.statePath(nil)).expecting(200).decoded(as: [String].self)
            #expect(ids.filter { $0 == "twin-\(round)" }.count == 1)
            #expect(["first", "second"].contains(try await client.get(path).expecting(200).text))
        }

        private static func statePath(_ id: String?) -> String {
            "/xapi/activities/state?activityId=" + escaped(Sample.iri(activity: "met"))
                + "&agent=" + escaped(#"{"mbox":"mailto:learner@example.org"}"#) + (id.map { "&stateId=\($0)" } ?? "")
        }
    }
}
