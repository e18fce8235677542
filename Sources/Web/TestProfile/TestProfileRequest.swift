internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// Reads a request of the VC API: an object with a document and options.
struct TestProfileRequest {
    /// The options' object; empty when there is none.
    let options: JSONValue
    private let root: JSONValue

    /// Reads a body with no other members than these and `options`.
    init(_ request: Request, upTo limit: Int, members: [String]) async throws {
        root = try await request.json(upTo: limit).root
        guard root.kind == .object else { throw Self.refusal("", "The body must be a JSON object.") }
        options = try root["options"] ?? JSONDocument(parsing: Array("{}".utf8)).root
        guard options.kind == .object else { throw Self.refusal("/options", "This must be an object.") }
        try Self.check(root, members + ["options"])
    }

    /// A document's root, so that places in it are told from its own top.
    func document(_ name: String) throws -> JSONValue {
        guard let value = root[name] else { throw Self.refusal("", "The member \"\(name)\" is missing.") }
        guard value.kind == .object else { throw Self.refusal("/" + name, "This must be an object.") }
        return try JSONDocument(parsing: Array(value.bytes)).root
    }

    /// A member of the body.
    subscript(name: String) -> JSONValue? { root[name] }

    /// Refuses members of an object that nobody would heed.
    static func check(_ object: JSONValue, _ known: [String]) throws {
        for (key, value) in object.members where !known.contains(where: key.isText) {
            throw refusal(value.pointer, "There is no such member. Known: \(known.joined(separator: ", ")).")
        }
    }

    /// A text, if it is there.
    static func text(_ object: JSONValue, _ name: String) throws -> String? {
        guard let value = object[name] else { return nil }
        guard let text = value.string else { throw refusal(value.pointer, "This must be a text.") }
        return text
    }

    /// One text or several.
    static func texts(_ object: JSONValue, _ name: String) throws -> [String] {
        guard let value = object[name] else { return [] }
        let elements = value.kind == .array ? Array(value.elements) : [value]
        let texts = elements.compactMap(\.string)
        guard texts.count == elements.count else { throw refusal(value.pointer, "This must be one or more texts.") }
        return texts
    }

    /// A date and time, if it is there.
    static func date(_ object: JSONValue, _ name: String) throws -> Date? {
        guard let text = try text(object, name) else { return nil }
        guard let date = try? Date(text, strategy: .iso8601) else {
            throw refusal(
                object[name]?.pointer ?? "", "This must be a date and time in UTC, such as 2026-01-02T03:04:05Z.")
        }
        return date
    }

    /// The refusal of a request that isn't as the VC API has it.
    static func refusal(_ pointer: String, _ reason: String) -> Problem {
        let place = pointer.isEmpty ? "" : "\(pointer): "
        return Problem(.badRequest, "vc-api", place + reason) { $0.member("pointer", string: pointer) }
    }
}

extension JSONValue {
    /// Whether this is a text of the same bytes.
    fileprivate func isText(_ text: String) -> Bool { stringBytes.map { $0.elementsEqual(text.utf8) } == true }
}
