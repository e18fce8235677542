import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 3.2: batches, and how large things may be.
    struct LimitTests {
        @Test(
            "a batch with one statement that is refused is not stored, wherever that stands",
            .covers("XAPI-00326"), arguments: 0..<3, SpecificationVersion.allCases)
        func batch(place: Int, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (ids, registration) = ([UUID(), UUID()], UUID())
            var statements = ids.map { Sample.statement(id: $0, registration: registration) }
            statements.insert(Sample.statement(actor: "learner", registration: registration), at: place)
            let problem = try await client.post(Sample.batch(statements)).expecting(400).decoded(as: Problem.self)
            #expect(problem.violations?.map(\.index) == [place])
            for id in ids { #expect(try await client.statement(id).status == 404) }
            #expect(try await client.ids("registration=\(registration.text)") == [])
        }

        @Test("a method that a resource does not have is refused with those that it has", .covers("2.0-4.1-a"))
        func methods() async throws {
            let client = try Client.speaking(.v2_0)
            let documents = ["activities/state", "activities/profile", "agents/profile"]
            for (resources, allowed) in [
                (["statements"], ["GET", "HEAD", "POST", "PUT"]),
                (["agents", "activities", "about"], ["GET", "HEAD"]),
                (documents, ["GET", "HEAD", "POST", "PUT", "DELETE"]),
            ] {
                for resource in resources {
                    for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"] {
                        let answer = try await client.send(method, "/xapi/\(resource)")
                        #expect((answer.status == 405) == !allowed.contains(method), "\(method) \(resource): \(answer)")
                        guard answer.status == 405 else { continue }
                        let named = (answer.header("Allow") ?? "").components(separatedBy: ", ")
                        #expect(Set(named) == Set(allowed))
                    }
                }
            }
        }
    }
}

extension SystemTests {
    /// Sizes that are set, which needs a server of its own.
    struct SizeSettingsTests {
        @Test(
            "statements, attachments and documents larger than is set are refused with 413, and others taken",
            .covers("XAPI-00328", "1.0.3-C3.2-b"))
        func sizes() async throws {
            try await Installation.with { installation in
                let settings = ["STATEMENT": "2000", "ATTACHMENT": "1000", "DOCUMENT": "500"]
                let variables = settings.map { ("TESSERA_MAX_\($0.key)_BYTES", $0.value) }
                try await installation.serving(settings: Dictionary(uniqueKeysWithValues: variables)) { _ in
                    for version in SpecificationVersion.allCases {
                        var client = installation.client
                        client.version = version.header
                        try await Self.expectLimits(client)
                    }
                }
            }
        }

        private static func expectLimits(_ client: Client) async throws {
            for (count, status) in [(100, 200), (2000, 413)] {
                let id = UUID()
                let response = String(repeating: "x", count: count)
                let statement = Sample.statement(id: id, more: #","result":{"response":"\#(response)"}"#)
                let answer = try await client.post(statement)
                #expect(answer.status == status && (status == 200 || answer.text.contains("2000")), "\(answer)")
                #expect(try await client.statement(id).status == (status == 200 ? 200 : 404))
            }
            for (count, status) in [(1000, 200), (1001, 413)] {
                let (id, text) = (UUID(), String(repeating: "x", count: count))
                let statement = Sample.statement(id: id, more: Multipart.declaration([text]))
                let answer = try await client.send(Multipart(statement, [text]))
                #expect(answer.status == status && (status == 200 || answer.text.contains("1000")), "\(answer)")
                #expect(try await client.statement(id).status == (status == 200 ? 200 : 404))
            }
            let activity = "activityId=" + escaped("https://example.org/activities/\(UUID().text)")
            for (count, status) in [(500, 204), (501, 413)] {
                let path = "/xapi/activities/profile?\(activity)&profileId=\(count)"
                let answer = try await client.send(
                    "PUT", path, body: Data(count: count),
                    headers: ["If-None-Match": "*", "Content-Type": "application/octet-stream"])
                #expect(answer.status == status && (status == 204 || answer.text.contains("500")), "\(answer)")
                #expect(try await client.get(path).status == (status == 204 ? 200 : 404))
            }
        }
    }
}
