import Foundation
import Testing

/// Something of every kind that can be read, stored under names that no other test has.
struct ReadableExamples: Sendable {
    let statement = UUID()
    let voided = UUID()
    let registration = UUID()
    private let name = UUID().text

    private var iri: String { "https://example.org/activities/\(name)" }

    /// What names its agent in a query.
    var agent: String { "agent=" + escaped(#"{"mbox":"mailto:\#(name)@example.org"}"#) }

    /// What names its activity in a query.
    var activity: String { "activityId=" + escaped(iri) }

    /// Stores it all.
    func store(with client: Client) async throws {
        let text = "attached to \(name)"
        let head = #""actor":{"mbox":"mailto:\#(name)@example.org"},"verb":{"id":"https://example.org/verbs/read"}"#
        let context = #""context":{"registration":"\#(registration.text)"}"#
        let statements = [statement, voided].map { id in
            #"{"id":"\#(id.text)",\#(head),"object":{"id":"\#(iri)"},\#(context)\#(Multipart.declaration([text]))}"#
        }
        _ = try await client.send(Multipart(Sample.batch(statements), [text])).expecting(200)
        let voiding = Sample.voiding(voided, id: UUID(), registration: registration)
        _ = try await client.post(voiding).expecting(200)
        for path in documents {
            let headers = ["If-None-Match": "*", "Content-Type": "text/plain"]
            _ = try await client.send("PUT", path, body: Data("some text".utf8), headers: headers).expecting(204)
        }
    }

    /// One document of each kind.
    var documents: [String] {
        [
            "/xapi/activities/state?\(activity)&\(agent)&stateId=x", "/xapi/agents/profile?\(agent)&profileId=x",
            "/xapi/activities/profile?\(activity)&profileId=x",
        ]
    }
}

/// A resource that can be read, asked for in one of its ways.
struct ReadableResource: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The path and query under which it is read.
    let path: @Sendable (ReadableExamples) -> String

    private init(_ name: String, _ path: @escaping @Sendable (ReadableExamples) -> String) {
        testDescription = name
        self.path = path
    }

    static let about = ReadableResource("about") { _ in "/xapi/about" }

    /// All resources but About, which needs neither key nor version.
    static let guarded = [
        ReadableResource("a statement") { "/xapi/statements?statementId=\($0.statement.text)" },
        ReadableResource("a voided statement") { "/xapi/statements?voidedStatementId=\($0.voided.text)" },
        ReadableResource("statements") { "/xapi/statements?registration=\($0.registration.text)" },
        ReadableResource("a page of statements") { "/xapi/statements?registration=\($0.registration.text)&limit=1" },
        ReadableResource("statements with attachments") {
            "/xapi/statements?registration=\($0.registration.text)&attachments=true"
        },
        ReadableResource("a person") { "/xapi/agents?\($0.agent)" },
        ReadableResource("an activity") { "/xapi/activities?\($0.activity)" },
        ReadableResource("a state document") { $0.documents[0] },
        ReadableResource("an agent's profile document") { $0.documents[1] },
        ReadableResource("an activity's profile document") { $0.documents[2] },
        ReadableResource("the state documents of a context") { "/xapi/activities/state?\($0.activity)&\($0.agent)" },
        ReadableResource("an agent's profile documents") { "/xapi/agents/profile?\($0.agent)" },
        ReadableResource("an activity's profile documents") { "/xapi/activities/profile?\($0.activity)" },
    ]

    static let all = guarded + [about]
}
