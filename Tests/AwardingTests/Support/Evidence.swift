import FoundationEssentials
import LearningRecords
import XAPI

/// The statement of an assessment, as a training platform sends it.
struct Evidence: Sendable {
    var id = UUID()
    /// Somebody else in each statement, unless it is said who.
    var person = "p-\(UUID())"
    /// The actor's JSON, when it is not the account of `person`.
    var actor: String?
    var verb = "passed"
    var object = "https://lms.example.eu/test-1"
    var objectType = SchemeVocabulary.assessment
    /// IRIs of the competences, or levels of some, that it is about.
    var about: [String]
    var level: Int? = 2
    var method: String?
    var success: Bool? = true
    var scaled: String?
    var timestamp = "2026-03-20T10:00:00Z"
    var hasPilot = true
    /// Code of the pilot that it names, if it names one.
    var pilot = "riga-1"
    /// Name of the account of who assessed.
    var instructor: String?

    /// A level that somebody found.
    static func found(
        _ method: String, _ competence: String, person: String, level: Int = 2, by instructor: String? = "assessor-1"
    ) -> Evidence {
        Evidence(
            person: person, verb: "https://w3id.org/xapi/tla/verbs/achieved", object: competence,
            objectType: SchemeVocabulary.competency, about: [], level: level, method: method, success: nil,
            instructor: instructor)
    }

    var text: String {
        let own = actor ?? #"{"account":{"homePage":"https://id.riga.example.eu","name":"\#(person)"}}"#
        let levelMembers = [
            level.map { #""level":\#($0)"# }, #""levelId":"https://framework.example.eu/level""#,
            method.map { #""method":"\#($0)""# },
        ].compactMap(\.self)
        let result = [
            success.map { #""success":\#($0)"# }, scaled.map { #""score":{"scaled":\#($0)}"# },
            level == nil && method == nil
                ? nil : #""extensions":{"\#(SchemeVocabulary.level)":{\#(levelMembers.joined(separator: ","))}}"#,
        ].compactMap(\.self)
        let others = about.map { #"{"id":"\#($0)","definition":{"type":"\#(SchemeVocabulary.competency)"}}"# }
        let grouping =
            #","grouping":[{"id":"\#(Pilot.home)\#(pilot)","definition":{"type":"\#(SchemeVocabulary.pilot)"}}]"#
        let instructing =
            instructor.map { #""instructor":{"account":{"homePage":"\#(Pilot.assessors)","name":"\#($0)"}},"# } ?? ""
        return """
            {"id":"\(id.uuidString.lowercased())","actor":\(own),"verb":{"id":"\(verb.contains(":") ? verb : "http://adlnet.gov/expapi/verbs/" + verb)"},
             "object":{"id":"\(object)","definition":{"type":"\(objectType)"}},
             "result":{\(result.joined(separator: ","))},"timestamp":"\(timestamp)",
             "context":{\(instructing)"contextActivities":{"other":[\(others.joined(separator: ","))]\(hasPilot ? grouping : "")}}}
            """
    }

    func incoming() throws -> IncomingStatement { try Self.incoming(text) }

    static func incoming(_ text: String) throws -> IncomingStatement {
        let batch = try StatementBatch.parse(bytes: Array(text.utf8), version: .v2_0)
        guard let statement = batch.statements.first else { throw NotOne() }
        return try IncomingStatement(statement, version: .v2_0)
    }

    /// A statement that voids another.
    static func voiding(_ id: UUID) throws -> IncomingStatement {
        try incoming(
            """
            {"actor":{"mbox":"mailto:admin@example.eu"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},
             "object":{"objectType":"StatementRef","id":"\(id.uuidString.lowercased())"}}
            """)
    }

    struct NotOne: Error {}
}

extension StatementStore {
    func void(_ id: UUID) async throws {
        try await store(
            [try Evidence.voiding(id)], authority: Authority(accountHomePage: "https://x.eu/", name: "admin"))
    }
}
