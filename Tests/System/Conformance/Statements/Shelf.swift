import Foundation
import Testing

/// Statements of one test, known by names, and what queries find among them.
///
/// What the queries look for is the shelf's own, so that they find nothing of other tests.
struct Shelf {
    let client: Client
    /// What makes names the shelf's own.
    let salt = UUID().text
    private(set) var ids: [String: UUID] = [:]

    init(_ version: SpecificationVersion) throws { client = try .speaking(version) }

    /// An IRI of the shelf's own.
    func iri(_ name: String) -> String { "https://example.org/\(name)/\(salt)" }

    /// Stores a statement under a name.
    @discardableResult
    mutating func add(_ name: String, _ draft: Draft) async throws -> UUID {
        let id = UUID()
        _ = try await client.post(draft.with("/id", .string(id.text)).text).expecting(200)
        ids[name] = id
        return id
    }

    /// A short statement that refers to the one of a name.
    func reference(to name: String, verb: String = "https://example.org/verbs/confirmed") throws -> Draft {
        let id = try #require(ids[name])
        return Draft.shortStatement.with("/verb/id", .string(verb))
            .with("/object", ["objectType": "StatementRef", "id": .string(id.text)])
    }

    /// Stores a statement that voids the one of a name.
    mutating func void(_ name: String, by voiding: String) async throws {
        try await add(voiding, reference(to: name, verb: "http://adlnet.gov/expapi/verbs/voided"))
    }

    /// The names of what a query finds, earliest first; "?" stands for what is not of the shelf.
    func found(_ query: String) async throws -> [String] {
        let names = Dictionary(uniqueKeysWithValues: ids.map { ($1, $0) })
        return try await client.ids("ascending=true&" + query).map { names[$0] ?? "?" }
    }

    /// When the statement of a name was stored, as the server writes it.
    func stored(_ name: String) async throws -> String {
        struct Stored: Decodable { let stored: String }
        return try await client.statement(#require(ids[name])).expecting(200).decoded(as: Stored.self).stored
    }
}

/// A query of one parameter.
func query(_ parameter: String, _ value: String) -> String { "\(parameter)=\(escaped(value))" }

extension Draft {
    /// A string of any text.
    static func string(_ text: String) -> Draft { .json(quoted(text)) }

    /// An Agent with a mail address.
    static func agent(mbox: String) -> Draft { ["mbox": .string(mbox)] }

    /// A short statement of something put in at a JSON Pointer.
    static func short(_ pointer: String, _ value: Draft) -> Draft { shortStatement.with(pointer, value) }
}

extension Answer {
    /// The body, read as a JSON object.
    var object: [String: Any] {
        get throws { try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any], "\(self)") }
    }
}
