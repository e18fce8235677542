import Foundation
import JSON
import XAPI

/// Texts of profile documents, put together from parts.
enum SampleProfile {
    static let id = "https://example.org/p"
    static let version = "https://example.org/p/v1"
    static let verb = "http://adlnet.gov/expapi/verbs/attended"

    /// A document with these parts.
    static func document(
        concepts: [String] = [], templates: [String] = [], patterns: [String] = [], more: String = "",
        versions: String = #"[{"id":"https://example.org/p/v1","generatedAtTime":"2026-01-01T00:00:00Z"}]"#
    ) -> String {
        func list(_ name: String, _ parts: [String]) -> String {
            parts.isEmpty ? "" : ",\"\(name)\":[\(parts.joined(separator: ","))]"
        }
        return #"{"@context":"https://w3id.org/xapi/profiles/context","id":"\#(id)","type":"Profile","#
            + #""conformsTo":"https://w3id.org/xapi/profiles#1.0","prefLabel":{"en":"P"},"definition":{"en":"D"},"#
            + #""versions":\#(versions),"author":{"type":"Person","name":"A"}"# + more
            + list("concepts", concepts) + list("templates", templates) + list("patterns", patterns) + "}"
    }

    /// A part's members that are always alike.
    static func part(_ path: String, _ type: String, _ more: String) -> String {
        #"{"id":"\#(id)/\#(path)","type":"\#(type)","inScheme":"\#(version)","prefLabel":{"en":"L"},"#
            + #""definition":{"en":"D"}\#(more.isEmpty ? "" : ",")\#(more)}"#
    }

    static func template(_ name: String = "t", _ more: String) -> String {
        part("templates/\(name)", "StatementTemplate", more)
    }

    /// A document with one template for the sample statements' verb, with one rule.
    static func document(rule: String) -> String {
        document(templates: [template("t", #""verb":"\#(verb)","rules":[\#(rule)]"#)])
    }

    static func parse(_ text: String) throws -> Profile { try Profile(parsing: Array(text.utf8)) }

    /// The rules that a document breaks, each with the place.
    static func faults(_ text: String) -> [String] {
        do {
            _ = try parse(text)
            return []
        } catch let rejection as ProfileRejection {
            return rejection.faults.map { "\($0.rule.rawValue) \($0.pointer)" }
        } catch {
            return ["\(error)"]
        }
    }

    /// What a profile makes of a statement.
    static func conformance(
        _ profile: Profile, _ statement: String, typeOf: (String) -> String? = { _ in nil }
    ) throws -> ProfileConformance {
        let parsed = try StatementBatch.parse(bytes: Array(statement.utf8), version: .v2_0).statements[0]
        let document = try JSONDocument(parsing: parsed.payload)
        return ProfileChecker(profile).examine(parsed, payload: document.root).conformance(typeOf: typeOf)
    }

    /// Whether a statement follows a rule.
    static func follows(_ rule: String, _ statement: String) throws -> Bool {
        let conformance = try conformance(parse(document(rule: rule)), statement)
        guard conformance.matches.count == 1 else { throw NotOne() }
        return conformance.conforms
    }

    struct NotOne: Error {}
}

/// The training scheme's profile, as it is published.
enum SchemeProfile {
    static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../sql/seed/profile_iust/v0.1.jsonld")

    static var bytes: [UInt8] { get throws { Array(try Data(contentsOf: file)) } }

    static var profile: Profile { get throws { try Profile(parsing: bytes) } }
}
