import Crypto
import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 3.1, xAPI 2.0 4.1.4: ETags, and who may overwrite what.
    struct DocumentPreconditionTests {
        private static let profiles: [DocumentResource] = [.agentProfile, .activityProfile]

        @Test(
            "each answer to GET has a quoted ETag, the SHA-1 of what it brings unless that is encoded",
            .covers("1.0.3-C3.1-a", "1.0.3-C3.1-b", "1.0.3-C3.1-g"),
            arguments: SpecificationVersion.allCases, ["identity", "gzip, deflate, br"])
        func entityTags(version: SpecificationVersion, encodings: String) async throws {
            let client = try Client.speaking(version)
            let documents = DocumentResource.all.map { $0.newDocument() }
            for document in documents { try await client.create(#"{"x":"ä"}"#, at: document) }
            let agent = escaped(#"{"mbox":"mailto:\#(UUID().text)@example.org"}"#)
            let paths =
                documents.flatMap { [$0.path, $0.collection.path] }
                + [
                    "/xapi/agents?agent=\(agent)",
                    "/xapi/activities?activityId=https%3A%2F%2Fexample.org%2F\(UUID().text)",
                ]
            for path in paths {
                let plain = try await client.send("GET", path, headers: ["Accept-Encoding": "identity"]).expecting(200)
                let answer = try await client.send("GET", path, headers: ["Accept-Encoding": encodings]).expecting(200)
                let digest = Insecure.SHA1.hash(data: plain.body).map { byte in
                    (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }
                let tag = try #require(answer.header("ETag"))
                #expect(tag.count > 2 && tag.hasPrefix("\"") && tag.hasSuffix("\""), "\(path)")
                let isPlain = answer.body == plain.body && answer.header("Content-Encoding") == nil
                #expect(isPlain == (tag == "\"\(digest.joined())\""), "\(path)")
                if encodings == "identity" { #expect(isPlain) }
            }
        }

        @Test(
            "PUT whose If-Match names another version than the stored one is refused, and one that names it is taken",
            .covers("XAPI-00322", "1.0.3-C3.1-c"), arguments: DocumentResource.all, SpecificationVersion.allCases)
        func ifMatch(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            #expect(try await client.send(.put, document, "0", ["If-Match": "\"x\""]).status == 412)
            #expect(try await client.send(.get, document).status == 404)
            try await client.create(#"{"x":1}"#, at: document)
            let tag = try #require(try await client.send(.get, document).header("ETag"))
            _ = try await client.send(.put, document, #"{"x":2}"#, ["If-Match": tag]).expecting(204)
            #expect(try await client.send(.put, document, #"{"x":3}"#, ["If-Match": tag]).status == 412)
            #expect(try await client.send(.get, document).text == #"{"x":2}"#)
        }

        @Test(
            "PUT with If-None-Match: * makes a document, and is refused where one is",
            .covers("XAPI-00322", "1.0.3-C3.1-d"), arguments: DocumentResource.all, SpecificationVersion.allCases)
        func ifNoneMatch(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            #expect(try await client.send(.put, document, "1", ["If-None-Match": "*"]).status == 204)
            #expect(try await client.send(.put, document, "2", ["If-None-Match": "*"]).status == 412)
            #expect(try await client.send(.get, document).text == "1")
        }

        /// 1.0.3 says so with SHOULD, 2.0 with SHALL; the server does so in both.
        @Test(
            "POST and DELETE whose If-Match names another version are refused, and those that name it are taken",
            .covers("2.0-4.1.4-b", "2.0-4.1.4-c"), arguments: DocumentResource.all, SpecificationVersion.allCases)
        func postAndDelete(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            try await client.create(#"{"x":1}"#, at: document)
            let first = ["If-Match": try #require(try await client.send(.get, document).header("ETag"))]
            _ = try await client.send(.post, document, #"{"x":2}"#, first).expecting(204)
            let second = ["If-Match": try #require(try await client.send(.get, document).header("ETag"))]
            #expect(try await client.send(.post, document, #"{"x":3}"#, first).status == 412)
            #expect(try await client.send(.post, document, #"{"x":3}"#, ["If-None-Match": "*"]).status == 412)
            #expect(try await client.send(.delete, document, nil, first).status == 412)
            #expect(try await client.send(.get, document).text == #"{"x":2}"#)
            #expect(try await client.send(.delete, document, nil, second).status == 204)
            #expect(try await client.send(.get, document).status == 404)
        }

        @Test(
            "PUT with neither header over a profile document is refused with advice, and changes nothing",
            .covers("XAPI-00322", "1.0.3-C3.1-e"), arguments: profiles, SpecificationVersion.allCases)
        func conflict(resource: DocumentResource, version: SpecificationVersion) async throws {
            try await expectConflict(resource.newDocument(), by: .speaking(version))
        }

        @Test(
            "PUT with neither header over a State document is refused with advice in 2.0",
            .covers("XAPI-00322", "2.0-4.1.4-a"))
        func stateConflict() async throws {
            try await expectConflict(DocumentResource.state.newDocument(), by: .speaking(.v2_0))
        }

        private func expectConflict(_ document: DocumentAddress, by client: Client) async throws {
            try await client.create("1", at: document)
            let detail = try await client.send(.put, document, "2").expecting(409).decoded(as: Problem.self).detail
            #expect(detail.contains("check its current state") && detail.contains("If-Match"))
            #expect(try await client.send(.get, document).text == "1")
        }

        @Test("State takes PUT, POST and DELETE with neither header in 1.0.3", .covers("1.0.3-C3.1-f"))
        func unconditional() async throws {
            let client = try Client.speaking(.v1_0_3)
            let document = DocumentResource.state.newDocument()
            for text in [#"{"x":1}"#, #"{"x":2}"#] {
                #expect(try await client.send(.put, document, text).status == 204)
                #expect(try await client.send(.get, document).text == text)
            }
            #expect(try await client.send(.post, document, #"{"x":3}"#).status == 204)
            #expect(try await client.send(.get, document).text == #"{"x":3}"#)
            #expect(try await client.send(.delete, document).status == 204)
            #expect(try await client.send(.get, document).status == 404)
        }

        @Test(
            "PUT of a new profile document with neither header: 2.0 takes it, 1.0.3 refuses it with words",
            .covers("XAPI-00273", "2.0-4.1.4-d"), arguments: profiles)
        func newProfile(resource: DocumentResource) async throws {
            let (old, new) = (try Client.speaking(.v1_0_3), try Client.speaking(.v2_0))
            let document = resource.newDocument()
            let refusal = try await old.send(.put, document, "1").expecting(400)
            #expect(try refusal.decoded(as: Problem.self).detail.contains("If-None-Match"))
            #expect(try await new.send(.get, document).status == 404)
            #expect(try await new.send(.put, document, "1").status == 204)
            #expect(try await new.send(.get, document).text == "1")
        }
    }
}
