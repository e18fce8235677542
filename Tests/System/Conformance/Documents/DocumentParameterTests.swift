import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.3, 2.6 and 2.7: the parameters of the document resources.
    struct DocumentParameterTests {
        @Test(
            "a parameter that is missing, malformed or unknown is named in the refusal, and nothing changes",
            CoveredRequirements(ids: DocumentParameterExample.all.flatMap(\.requirements)),
            arguments: DocumentParameterExample.all)
        func refusal(example: DocumentParameterExample) async throws { try await example.check() }

        @Test(
            "the name of a document is any text, and the same text whatever it looks like",
            arguments: DocumentResource.all, ["1", "true", #"{"key":"value"}"#, "a b/ä?&=%#+", "日本語"])
        func names(resource: DocumentResource, name: String) async throws {
            for version in SpecificationVersion.allCases {
                let client = try Client.speaking(version)
                let document = resource.newDocument().with(resource.idParameter, escaped(name))
                try await client.create("1", at: document)
                #expect(try await client.send(.get, document).text == "1")
                #expect(try await client.ids(in: document.collection) == [name])
                _ = try await client.send(.delete, document).expecting(204)
                #expect(try await client.ids(in: document.collection) == [])
            }
        }

        @Test(
            "the agent of a profile is no Group; an Agent with the Group's identifier stands for it",
            .covers("1.0.3-C2.6-b"), arguments: SpecificationVersion.allCases)
        func group(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = DocumentResource.agentProfile.newDocument()
            let identifier = #""mbox":"mailto:\#(UUID().text)@example.org""#
            let group = document.with("agent", escaped(#"{"objectType":"Group",\#(identifier)}"#))
            let answer = try await client.send(.put, group, "1", ["If-None-Match": "*"]).expecting(400)
            #expect(answer.text.contains("Group"))
            let agent = document.with("agent", escaped(#"{"objectType":"Agent",\#(identifier)}"#))
            try await client.create("1", at: agent)
            #expect(try await client.send(.get, document.with("agent", escaped("{\(identifier)}"))).text == "1")
        }
    }
}
