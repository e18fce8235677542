import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.2, 2.3, 2.6, 2.7 and 3.2: what each method does with a document, and when it does nothing.
    struct DocumentLifecycleTests {
        private static let demands = DocumentResource.all.flatMap { $0.requirements(.accepted, .oneDocument) }

        @Test(
            "a document of what nobody heard of is put, read, posted to and deleted, and its neighbour stays",
            CoveredRequirements(ids: demands + ["1.0.3-C2.2-a", "1.0.3-C2.2-b"]),
            arguments: DocumentResource.all, SpecificationVersion.allCases)
        func lifecycle(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (document, neighbour) = { ($0, $0.sibling()) }(resource.newDocument())
            #expect(try await client.send(.get, document).status == 404)
            let put = try await client.send(.put, document, #"{"x":1}"#, ["If-None-Match": "*"])
            #expect(put.status == 204 && put.body.isEmpty)
            try await client.create("neighbour", at: neighbour, type: "text/plain")
            let read = try await client.send(.get, document)
            #expect(read.status == 200 && read.text == #"{"x":1}"#)
            #expect(read.header("Content-Type") == "application/json")
            let posted = try await client.send(.post, document, #"{"y":2}"#)
            #expect(posted.status == 204 && posted.body.isEmpty)
            #expect(try await client.send(.get, document).text == #"{"x":1,"y":2}"#)
            let deleted = try await client.send(.delete, document)
            #expect(deleted.status == 204 && deleted.body.isEmpty)
            #expect(try await client.send(.get, document).status == 404)
            #expect(try await client.send(.get, neighbour).text == "neighbour")
        }

        @Test(
            "a document is any bytes with their media type, and replaced as a whole", .covers("1.0.3-C2.2-d"),
            arguments: DocumentResource.all, SpecificationVersion.allCases)
        func bytes(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            var condition = ["If-None-Match": "*"]
            for bytes in [Data((0...255).map { UInt8($0) }), Data(), Data("{not JSON".utf8)] {
                let headers = condition.merging(["Content-Type": "application/x-progress; v=1"]) { $1 }
                let put = try await client.send("PUT", document.path, body: bytes, headers: headers).expecting(204)
                let read = try await client.send(.get, document).expecting(200)
                #expect(read.body == bytes && read.header("Content-Type") == "application/x-progress; v=1")
                condition = ["If-Match": try #require(put.header("ETag"))]
            }
        }

        @Test(
            "Last-Modified tells when a document was modified, and a later time after it was modified again",
            CoveredRequirements(ids: DocumentResource.all.flatMap { $0.requirements(.lastModified) }),
            arguments: DocumentResource.all, SpecificationVersion.allCases)
        func lastModified(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            var moments: [Date] = []
            for text in [#"{"x":1}"#, #"{"x":2}"#] {
                let before = Date()
                _ = try await client.send(.post, document, text).expecting(204)
                let answer = try await client.send(.get, document).expecting(200)
                let moment = try Self.date(try #require(answer.header("Last-Modified")))
                // The header has whole seconds.
                #expect(moment > before.addingTimeInterval(-1) && moment <= Date())
                #expect(try await client.send(.get, document).header("Last-Modified") == answer.header("Last-Modified"))
                moments.append(moment)
                try await Task.sleep(for: .milliseconds(1100))
            }
            #expect(moments[0] < moments[1])
        }

        @Test(
            "each refusal has the status that fits it", .covers("XAPI-00323"),
            arguments: DocumentResource.all, SpecificationVersion.allCases)
        func statuses(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            var stranger = client
            stranger.key = nil
            #expect(try await client.send(.get, document).status == 404)
            try await client.create("{}", at: document)
            #expect(try await stranger.send(.get, document).status == 401)
            #expect(try await client.send(.get, document.with("other", "1")).status == 400)
            #expect(try await client.send(.post, document, "[]").status == 400)
            #expect(try await client.send(.put, document, "1", ["If-None-Match": "*"]).status == 412)
            let takes = version == .v1_0_3 && resource.idParameter == "stateId"
            #expect(try await client.send(.put, document, "2").status == (takes ? 204 : 409))
            let large = try await client.send(
                "PUT", document.sibling().path, body: Data(count: (8 << 20) + 1), headers: ["If-None-Match": "*"])
            #expect(large.status == 413)
        }

        /// A time as HTTP has it.
        private static func date(_ text: String) throws -> Date {
            let format = DateFormatter()
            format.locale = Locale(identifier: "en_US_POSIX")
            format.timeZone = TimeZone(identifier: "GMT")
            format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
            return try #require(format.date(from: text))
        }
    }
}
