import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.3, 2.6 and 2.7: what goes for all documents of a context.
    struct DocumentListTests {
        @Test(
            "without the name of a document, GET lists the names of the context's documents and of no others",
            CoveredRequirements(ids: DocumentResource.all.flatMap { $0.requirements(.allDocuments, by: [.get]) }),
            arguments: DocumentResource.all, SpecificationVersion.allCases)
        func list(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let first = resource.newDocument()
            #expect(try await client.ids(in: first.collection) == [])
            let second = first.sibling()
            for document in [first, second] { try await client.create("1", at: document) }
            let other = resource.newDocument()
            for parameter in resource.contextParameters {
                try await client.create("1", at: first.sibling().with(parameter, other.parameters[parameter]))
            }
            #expect(try await Set(client.ids(in: first.collection)) == [first.id, second.id])
            #expect(try await client.ids(in: first.collection).count == 2)
        }

        @Test(
            "since leaves in a list what was stored or updated later",
            CoveredRequirements(
                ids: DocumentResource.all.flatMap { $0.requirements(.since, .optional("since")) }),
            arguments: DocumentResource.all, SpecificationVersion.allCases)
        func since(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let (old, updated, new) = { ($0, $0.sibling(), $0.sibling()) }(resource.newDocument())
            for document in [old, updated] { try await client.create(#"{"x":1}"#, at: document) }
            try await Task.sleep(for: .milliseconds(20))
            let moment = Date()
            try await Task.sleep(for: .milliseconds(20))
            _ = try await client.send(.post, updated, #"{"x":2}"#).expecting(204)
            try await client.create("1", at: new)
            let text = moment.ISO8601Format(.iso8601.year().month().day().time(includingFractionalSeconds: true))
            let later = old.collection.with("since", escaped(text + "Z"))
            #expect(try await Set(client.ids(in: later)) == [updated.id, new.id])
            let always = old.collection.with("since", "2000-01-01T00:00:00Z")
            #expect(try await Set(client.ids(in: always)) == [old.id, updated.id, new.id])
            #expect(try await client.ids(in: old.collection.with("since", "2999-01-01T00:00:00Z")) == [])
        }

        @Test(
            "State with a registration and without one are contexts apart, for every method",
            .covers("1.0.3-C2.3-b"),
            CoveredRequirements(ids: DocumentResource.state.requirements(.optional("registration"))),
            arguments: SpecificationVersion.allCases)
        func registration(version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let without = DocumentResource.state.newDocument()
            let with = without.with("registration", UUID().text)
            let other = without.with("registration", UUID().text)
            let documents = [(without, "without"), (with, "with"), (other, "other")]
            for (document, text) in documents { try await client.create(#"{"is":"\#(text)"}"#, at: document) }
            for (document, text) in documents {
                _ = try await client.send(.post, document, #"{"was":"\#(text)"}"#).expecting(204)
            }
            for (document, text) in documents {
                #expect(try await client.send(.get, document).text == #"{"is":"\#(text)","was":"\#(text)"}"#)
                #expect(try await client.ids(in: document.collection) == [document.id])
            }
            _ = try await client.send(.delete, with).expecting(204)
            #expect(try await client.send(.get, with).status == 404)
            for document in [without, other] { #expect(try await client.send(.get, document).status == 200) }
        }

        @Test(
            "DELETE of State without stateId deletes all documents of the context and of no other",
            CoveredRequirements(ids: DocumentResource.state.requirements(.allDocuments, by: [.delete])),
            arguments: [true, false], SpecificationVersion.allCases)
        func deleteAll(hasRegistration: Bool, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let bare = DocumentResource.state.newDocument()
            let registered = bare.with("registration", UUID().text)
            let (context, kept) = hasRegistration ? (registered, bare) : (bare, registered)
            let stranger = DocumentResource.state.newDocument()
            let others = ["activityId", "agent"].map { context.with($0, stranger.parameters[$0]) }
            for document in [context, context.sibling(), kept] + others { try await client.create("1", at: document) }
            _ = try await client.send(.delete, context.collection).expecting(204)
            #expect(try await client.ids(in: context.collection) == [])
            #expect(try await client.send(.get, context).status == 404)
            for document in [kept] + others { #expect(try await client.send(.get, document).status == 200) }
        }
    }
}
