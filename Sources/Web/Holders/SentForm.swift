internal import Credentials
internal import Hummingbird

/// What a form of a page sends.
struct SentForm {
    private var values: [String: String] = [:]

    /// Reads a form.
    /// - Throws: A 400, 413 or 415 ``Problem``.
    init(_ request: Request, known: Set<String>, upTo limit: Int = 16 << 10) async throws {
        let body = try await request.bytes(upTo: limit)
        guard body.isEmpty || request.mediaType == "application/x-www-form-urlencoded" else {
            throw Problem(.unsupportedMediaType, "media-type", "Send the form as application/x-www-form-urlencoded.")
        }
        guard let text = String(validating: body, as: UTF8.self) else {
            throw Problem(.badRequest, "form", "The form is not UTF-8.")
        }
        for (name, value) in try QueryParameters.pairs(of: text[...]) {
            guard known.contains(name), values.updateValue(value, forKey: name) == nil else {
                throw Problem(.badRequest, "form", "\(name.prefix(200)): there is no such field, or it is sent twice.")
            }
        }
    }

    /// A field's value.
    subscript(name: String) -> String? { values[name] }

    /// A field that is a line of text; nil when it is empty.
    /// - Throws: A 400 ``Problem`` for a longer one, and for control characters.
    func text(_ name: String, upTo limit: Int) throws -> String? {
        guard var text = values[name] else { return nil }
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard isPlain, text.unicodeScalars.count <= limit else {
            throw Problem(.badRequest, "form", "\(name) must be a line of up to \(limit) characters.")
        }
        return text.isEmpty ? nil : text
    }

    /// A field that is a person's name; nil when it is empty.
    /// - Throws: A 400 ``Problem`` for what can be no name.
    func name(_ name: String) throws -> PersonName? {
        guard let text = values[name], !text.allSatisfy(\.isWhitespace) else { return nil }
        guard let known = PersonName(text) else {
            throw Problem(
                .badRequest, "form",
                "\(name) must be a name of up to \(PersonName.maximumLength) characters, in one line.")
        }
        return known
    }
}
