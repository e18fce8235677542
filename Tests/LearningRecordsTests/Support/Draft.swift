import FoundationEssentials
import LearningRecords
import XAPI

/// A statement as a client writes it, put together from parts.
struct Draft: Sendable {
    var id = UUID()
    var sendsID = true
    var actor = Draft.account("somebody")
    var verb = "http://example.com/verbs/did"
    var object = Draft.activity("http://example.com/activities/something")
    var result: String?
    var context: String?
    var timestamp: String?
    /// Further members.
    var more: [String] = []
    var version = XAPIVersion.v2_0

    var text: String {
        let members: [String?] = [
            sendsID ? #""id":"\#(id.uuidString.lowercased())""# : nil,
            #""actor":\#(actor),"verb":{"id":"\#(verb)"},"object":\#(object)"#,
            result.map { #""result":{\#($0)}"# },
            context.map { #""context":{\#($0)}"# },
            timestamp.map { #""timestamp":"\#($0)""# },
        ]
        return "{" + (members.compactMap(\.self) + more).joined(separator: ",") + "}"
    }

    static func account(_ name: String, at homePage: String = "https://id.example.com/") -> String {
        #"{"account":{"homePage":"\#(homePage)","name":"\#(name)"}}"#
    }

    static func activity(_ iri: String, type: String? = nil) -> String {
        let definition = type.map { #","definition":{"type":"\#($0)"}"# } ?? ""
        return #"{"id":"\#(iri)"\#(definition)}"#
    }

    /// A statement that voids another.
    static func voiding(_ id: UUID, as own: UUID = UUID()) -> Draft {
        Draft(
            id: own, verb: "http://adlnet.gov/expapi/verbs/voided",
            object: #"{"objectType":"StatementRef","id":"\#(id.uuidString.lowercased())"}"#)
    }

    func incoming() throws -> IncomingStatement {
        try Self.incoming(text, version: version)
    }

    static func incoming(_ text: String, version: XAPIVersion = .v2_0) throws -> IncomingStatement {
        let batch = try StatementBatch.parse(bytes: Array(text.utf8), version: version)
        guard let statement = batch.statements.first else { throw NotOne() }
        return try IncomingStatement(statement, version: version)
    }

    struct NotOne: Error {}
}

extension Authority {
    /// The platform that brings the tests' statements.
    static let platform = Authority(accountHomePage: "https://tessera.example/", name: "platform")
}

extension StatementStore {
    func store(_ drafts: [Draft], authority: Authority = .platform) async throws {
        try await store(drafts.map { try $0.incoming() }, authority: authority)
    }

    func store(_ draft: Draft, authority: Authority = .platform) async throws {
        try await store([draft], authority: authority)
    }

    /// Whether a statement that was not voided is found under an id.
    func has(_ id: UUID?) async throws -> Bool {
        guard let id else { return false }
        return try await statement(id) != nil
    }

    /// The served text of a statement.
    func text(_ id: UUID?) async throws -> String? {
        guard let id else { return nil }
        return try await statement(id).map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}

/// What became of a request.
enum Outcome: Equatable, Sendable {
    case stored
    case refused(LearningRecordError)
    case failed(String)

    static func of(_ body: () async throws -> Void) async -> Outcome {
        do {
            try await body()
            return .stored
        } catch let error as LearningRecordError {
            return .refused(error)
        } catch {
            return .failed(String(reflecting: error))
        }
    }
}

/// Waits until a condition holds, for at most half a minute.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<3000 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}
