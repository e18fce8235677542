import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.2: how POST merges documents.
    struct DocumentMergeTests {
        /// What is there, what is posted, and what comes of it.
        struct Merge: Sendable, CustomTestStringConvertible {
            let old: String
            let new: String
            let result: String

            var testDescription: String { "\(old) + \(new)" }
        }

        private static let merges = [
            Merge(
                old: #"{"x":"foo","y":"bar"}"#, new: #"{"x":"bash","z":"faz"}"#,
                result: #"{"x":"bash","y":"bar","z":"faz"}"#),
            Merge(
                old: #"{"x":{"a":1,"b":{"c":2}},"y":[1]}"#, new: #"{"x":{"d":3}}"#, result: #"{"x":{"d":3},"y":[1]}"#),
            Merge(old: #"{"x":[1,2],"y":1}"#, new: #"{"x":[3],"y":null}"#, result: #"{"x":[3],"y":null}"#),
            Merge(old: #"{"x":1,"y":"ä"}"#, new: #" { "\u0078" : "\u00e4\n" } "#, result: #"{"x":"ä\n","y":"ä"}"#),
            Merge(old: " { } ", new: #"{"x":{}}"#, result: #"{"x":{}}"#),
        ]

        @Test(
            "objects are merged member by member of the top level", .covers("XAPI-00183", "XAPI-00184"),
            .covers("XAPI-00185", "XAPI-00186", "1.0.3-C2.2-b"),
            CoveredRequirements(ids: DocumentResource.all.flatMap { $0.requirements(.merge) }),
            arguments: DocumentResource.all, merges)
        func merge(resource: DocumentResource, merge: Merge) async throws {
            for version in SpecificationVersion.allCases {
                let client = try Client.speaking(version)
                let document = resource.newDocument()
                try await client.create(merge.old, at: document, type: "application/json; charset=utf-8")
                let tag = try await client.send(.get, document).header("ETag")
                _ = try await client.send(.post, document, merge.new).expecting(204)
                let merged = try await client.send(.get, document).expecting(200)
                #expect(try Self.object(merged.body) == Self.object(Data(merge.result.utf8)), "\(merged)")
                #expect(merged.header("Content-Type")?.hasPrefix("application/json") == true)
                #expect(merged.header("ETag") != tag)
            }
        }

        private static func object(_ json: Data) throws -> NSDictionary {
            try #require(try JSONSerialization.jsonObject(with: json) as? NSDictionary)
        }

        @Test(
            "an object that is posted where nothing is, is stored as it was sent",
            CoveredRequirements(ids: DocumentResource.all.flatMap { $0.requirements(.postOfNew) }),
            arguments: DocumentResource.all, SpecificationVersion.allCases)
        func postOfNew(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            _ = try await client.send(.post, document, #"{ "x": 1 }"#).expecting(204)
            let stored = try await client.send(.get, document).expecting(200)
            #expect(stored.text == #"{ "x": 1 }"# && stored.header("Content-Type") == "application/json")
            #expect(try await client.ids(in: document.collection) == [document.id])
        }

        @Test(
            "what is posted where nothing is, has to be an object too: what could not be merged later is not stored",
            .covers("1.0.3-C2.2-c"),
            CoveredRequirements(ids: DocumentResource.all.flatMap { $0.requirements(.mergeSyntax) }),
            arguments: DocumentResource.all,
            [("text", "text/plain"), ("[1]", "application/json"), (#"{"x":1}{"#, "application/json")])
        func postOfOthers(resource: DocumentResource, sent: (text: String, type: String)) async throws {
            for version in SpecificationVersion.allCases {
                let client = try Client.speaking(version)
                let document = resource.newDocument()
                let answer = try await client.send(.post, document, sent.text, ["Content-Type": sent.type])
                #expect(answer.status == 400 && answer.text.contains("POST merges JSON objects"), "\(answer)")
                #expect(try await client.send(.get, document).status == 404)
                #expect(try await client.ids(in: document.collection) == [])
            }
        }

        /// Documents that can't be merged, and what the refusal speaks of.
        struct Mismatch: Sendable, CustomTestStringConvertible {
            let old: String
            var oldType = "application/json"
            let new: String
            var newType = "application/json"
            let word: String

            var testDescription: String { "\(oldType) \(old) + \(newType) \(new)" }
        }

        private static let mismatches = [
            Mismatch(old: #"{"x":1}"#, new: #"{"x":2}"#, newType: "not/json", word: "not/json"),
            Mismatch(old: #"{"x":1}"#, oldType: "application/octet-stream", new: #"{"x":2}"#, word: "octet-stream"),
            Mismatch(old: "text", oldType: "text/plain", new: "more", newType: "text/plain", word: "text/plain"),
            Mismatch(old: #"{"x":1}"#, new: "[2]", word: "what was sent"),
            Mismatch(old: #"{"x":1}"#, new: "2", word: "what was sent"),
            Mismatch(old: #"{"x":1}"#, new: #"{"x":2}{"#, word: "what was sent"),
            Mismatch(old: #"{"x":1}"#, new: "x=2", word: "what was sent"),
            Mismatch(old: #"{"x":1}"#, new: "", word: "what was sent"),
            Mismatch(old: "[1]", new: #"{"x":2}"#, word: "stored document"),
            Mismatch(old: "{", new: #"{"x":2}"#, word: "stored document"),
        ]

        private static let refusals = DocumentResource.all.flatMap {
            $0.requirements(.mergeType, .mergeObject, .mergeSyntax)
        }

        @Test(
            "what is no JSON object is not merged: 400 says which of both it is, and the document stays",
            .covers("1.0.3-C2.2-c"), CoveredRequirements(ids: refusals), arguments: DocumentResource.all, mismatches)
        func mismatch(resource: DocumentResource, mismatch: Mismatch) async throws {
            for version in SpecificationVersion.allCases {
                let client = try Client.speaking(version)
                let document = resource.newDocument()
                try await client.create(mismatch.old, at: document, type: mismatch.oldType)
                let before = try await client.send(.get, document).expecting(200)
                let answer = try await client.send(
                    .post, document, mismatch.new, ["Content-Type": mismatch.newType])
                #expect(answer.status == 400 && answer.text.contains(mismatch.word), "\(answer)")
                let after = try await client.send(.get, document).expecting(200)
                #expect(after.text == mismatch.old && after.header("ETag") == before.header("ETag"))
                #expect(after.header("Content-Type") == mismatch.oldType)
            }
        }
    }
}
