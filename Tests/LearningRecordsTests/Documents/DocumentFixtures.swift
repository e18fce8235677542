import FoundationEssentials
import LearningRecords
import XAPI

extension DocumentContent {
    static func text(_ text: String, as mediaType: String = "text/plain") -> DocumentContent {
        DocumentContent(bytes: Array(text.utf8), mediaType: mediaType)
    }

    static func json(_ text: String) -> DocumentContent { .text(text, as: "application/json") }
}

extension Document {
    var text: String { String(decoding: content.bytes, as: UTF8.self) }
}

extension DocumentCollection {
    /// State in an activity that no other test names.
    static func freshState(registration: UUID? = nil) -> DocumentCollection {
        .state(
            activity: "http://example.com/activities/\(UUID().uuidString)", agent: .person("ada"),
            registration: registration)
    }

    /// One collection of each kind that no other test names.
    static var fresh: [DocumentCollection] {
        let name = UUID().uuidString
        return [
            .freshState(), .freshState(registration: UUID()), .agentProfile(.person(name)),
            .activityProfile("http://example.com/activities/\(name)"),
        ]
    }
}

extension AgentIdentity {
    static func person(_ name: String) -> AgentIdentity {
        AgentIdentity(kind: .account, identifier: name, homePage: "https://id.example.com/")
    }
}

extension DocumentStore {
    func merge(
        _ content: DocumentContent, into key: DocumentKey, if condition: DocumentCondition = .none
    ) async throws -> DocumentOutcome {
        try await merge(content, into: key, if: condition, maximumBytes: 1 << 20)
    }

    func text(_ key: DocumentKey) async throws -> String? { try await document(key)?.text }
}
