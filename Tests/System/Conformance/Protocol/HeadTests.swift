import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 1.1: HEAD, on every resource.
    struct HeadTests {
        /// An answer's status and header fields, but for those that may differ between two answers to one request.
        private struct Head: Equatable, CustomStringConvertible {
            let status: Int
            let fields: [String: [String]]

            init(_ answer: Answer) {
                status = answer.status
                var fields: [String: [String]] = [:]
                for (name, value) in answer.headers { fields[name.lowercased(), default: []].append(value) }
                // Times of the answer itself, which have to be there all the same.
                for name in ["date", "x-experience-api-consistent-through"] where fields[name] != nil {
                    fields[name] = ["some time"]
                }
                // Its boundary is made anew for each answer.
                fields["content-type"] = fields["content-type"]?.map { String($0.prefix { $0 != ";" }) }
                // The one field that HEAD may leave out.
                fields["content-length"] = nil
                self.fields = fields
            }

            var description: String { "\(status) \(fields.sorted { $0.key < $1.key })" }
        }

        private func expectSame(_ path: String, _ client: Client, status: Int, headers: [String: String?] = [:])
            async throws
        {
            let get = try await client.send("GET", path, headers: headers)
            let head = try await client.send("HEAD", path, headers: headers)
            #expect(get.status == status && !get.body.isEmpty, "\(get)")
            #expect(head.body.isEmpty)
            #expect(Head(head) == Head(get), "\(path)")
            if let length = head.header("Content-Length") {
                #expect(length == get.header("Content-Length"), "\(path)")
            }
        }

        @Test(
            "HEAD answers as GET does, with the same status and header fields, and without a body",
            .covers("XAPI-00125", "XAPI-00126", "1.0.3-C2.0-a"),
            arguments: ReadableResource.all, SpecificationVersion.allCases)
        func same(resource: ReadableResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let examples = ReadableExamples()
            try await examples.store(with: client)
            try await expectSame(resource.path(examples), client, status: 200)
        }

        @Test(
            "HEAD is refused as GET is: without a key or version, for an unknown parameter, and for what is not there",
            .covers("XAPI-00125"), arguments: ReadableResource.guarded, SpecificationVersion.allCases)
        func refusals(resource: ReadableResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let path = resource.path(ReadableExamples())
            try await expectSame(path, client, status: 401, headers: ["Authorization": nil])
            try await expectSame(path, client, status: 400, headers: ["X-Experience-API-Version": nil])
            try await expectSame(path + "&unknown=1", client, status: 400)
            let namesOne = ["statementId=", "voidedStatementId=", "stateId=", "profileId="].contains {
                path.contains($0)
            }
            try await expectSame(path, client, status: namesOne ? 404 : 200)
        }

        @Test(
            "HEAD keeps to the format, language and encoding that are asked for", .covers("XAPI-00125"),
            arguments: SpecificationVersion.allCases)
        func negotiation(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let examples = ReadableExamples()
            try await examples.store(with: client)
            let path = "/xapi/statements?registration=\(examples.registration.text)"
            for format in ["ids", "exact", "canonical"] {
                let headers = ["Accept-Language": "pl, en;q=0.5", "Accept-Encoding": "gzip"]
                try await expectSame("\(path)&format=\(format)", client, status: 200, headers: headers)
            }
            for document in examples.documents {
                try await expectSame(document, client, status: 200, headers: ["Accept-Encoding": "gzip"])
            }
        }
    }
}
