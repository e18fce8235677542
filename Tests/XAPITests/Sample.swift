import XAPI

/// Texts of statements, put together from parts.
enum Sample {
    static let id = "00000000-0000-4000-8000-000000000003"
    static let actor = #"{"mbox":"mailto:ada@example.com"}"#
    static let verb = #"{"id":"http://adlnet.gov/expapi/verbs/attended"}"#
    static let activity = #"{"id":"http://example.com/activity"}"#
    static let digest = String(repeating: "0a", count: 32)

    /// A statement with these parts; `more` are further members.
    static func statement(
        actor: String? = actor, verb: String? = verb, object: String? = activity, more: String = ""
    ) -> String {
        let members = [
            actor.map { "\"actor\":\($0)" }, verb.map { "\"verb\":\($0)" }, object.map { "\"object\":\($0)" },
            more.isEmpty ? nil : more,
        ]
        return "{" + members.compactMap { $0 }.joined(separator: ",") + "}"
    }

    static func object(_ object: String) -> String { statement(object: object) }

    static func definition(_ members: String) -> String {
        statement(object: #"{"id":"http://example.com/activity","definition":{\#(members)}}"#)
    }

    static func result(_ members: String) -> String { statement(more: #""result":{\#(members)}"#) }

    static func context(_ members: String, object: String = activity) -> String {
        statement(object: object, more: #""context":{\#(members)}"#)
    }

    static func subStatement(_ members: String) -> String {
        statement(object: #"{"objectType":"SubStatement",\#(members)}"#)
    }

    static func attachment(
        usageType: String? = "\"http://example.com/usage\"", display: String? = "{\"en\":\"x\"}",
        contentType: String? = "\"text/plain\"", length: String? = "27", sha2: String? = "\"\(digest)\"",
        more: String = ""
    ) -> String {
        let members = [
            usageType.map { "\"usageType\":\($0)" }, display.map { "\"display\":\($0)" },
            contentType.map { "\"contentType\":\($0)" }, length.map { "\"length\":\($0)" },
            sha2.map { "\"sha2\":\($0)" }, more.isEmpty ? nil : more,
        ]
        return statement(more: "\"attachments\":[{" + members.compactMap { $0 }.joined(separator: ",") + "}]")
    }

    /// The faults of a text, by one version's rules.
    static func violations(_ text: String, _ version: XAPIVersion = .v1_0_3) -> [Violation] {
        StatementBatch.rejection(of: Array(text.utf8), version: version)?.violations ?? []
    }

    /// The first statement of a text.
    static func parse(_ text: String, _ version: XAPIVersion = .v2_0) throws -> ParsedStatement? {
        try StatementBatch.parse(bytes: Array(text.utf8), version: version).statements.first
    }
}
