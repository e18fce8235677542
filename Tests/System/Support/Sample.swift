import Foundation

/// Statements as text, so that tests know every byte.
enum Sample {
    /// A statement of members that tests vary; `more` is further members, as JSON after a comma.
    static func statement(
        id: UUID? = nil, actor: String = "mailto:learner@example.org", verb: String = "experienced",
        activity: String = "course", registration: UUID? = nil, more: String = ""
    ) -> String {
        let head = id.map { #""id":"\#($0.text)","# } ?? ""
        let context = registration.map { #","context":{"registration":"\#($0.text)"}"# } ?? ""
        return #"{\#(head)"actor":{"mbox":"\#(actor)"},"verb":{"id":"\#(iri(verb: verb))"},"#
            + #""object":{"id":"\#(iri(activity: activity))"}\#(context)\#(more)}"#
    }

    /// A statement that voids another.
    static func voiding(_ target: UUID, id: UUID, registration: UUID) -> String {
        #"{"id":"\#(id.text)","actor":{"mbox":"mailto:learner@example.org"},"#
            + #""verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"#
            + #""object":{"objectType":"StatementRef","id":"\#(target.text)"},"#
            + #""context":{"registration":"\#(registration.text)"}}"#
    }

    /// Several statements as a batch.
    static func batch(_ statements: [String]) -> String { "[" + statements.joined(separator: ",") + "]" }

    static func iri(verb: String) -> String { "https://example.org/verbs/\(verb)" }

    static func iri(activity: String) -> String { "https://example.org/activities/\(activity)" }
}
