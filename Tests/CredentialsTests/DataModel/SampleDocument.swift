import JSON
import Testing

@testable import Credentials

/// Documents of the data model to be changed member by member.
enum SampleDocument {
    static let credential = """
        {"@context":["https://www.w3.org/ns/credentials/v2"],"id":"urn:uuid:8d6e1f0a-6a7e-4f3c-9c1b-1f2e3d4c5b6a",\
        "type":["VerifiableCredential"],"issuer":"did:example:issuer","credentialSubject":{"id":"did:example:subject"}}
        """
    static let presentation = """
        {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiablePresentation"],\
        "verifiableCredential":[\(credential)]}
        """

    /// A document with a member of another value, or without it.
    static func changed(_ document: String, _ name: String, _ value: String?) throws -> JSONValue {
        let root = try parsed(document)
        let members = value.map { [(name: name, json: Array($0.utf8))] } ?? []
        return try JSONDocument(parsing: root.bytes(without: [name], adding: members)).root
    }

    static func parsed(_ text: String) throws -> JSONValue { try JSONDocument(parsing: Array(text.utf8)).root }
}

/// A change that makes a document break a rule, and where the fault has to be found.
struct Malformation: Sendable, CustomTestStringConvertible {
    let name: String
    let value: String?
    let pointer: String
    let rule: DataModelRule

    init(_ name: String, _ value: String?, _ pointer: String, _ rule: DataModelRule) {
        self.name = name
        self.value = value
        self.pointer = pointer
        self.rule = rule
    }

    var testDescription: String { "\(name): \(value ?? "missing")" }
}
