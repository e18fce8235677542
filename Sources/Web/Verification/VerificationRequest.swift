internal import JSON

/// What `POST /api/verify` is asked to verify.
enum VerificationRequest {
    /// A credential as it was handed in, and the person to compare with.
    struct Item: Sendable {
        let bytes: [UInt8]
        let recipient: String?
    }

    case one(Item)
    case several([Item])
    case published(url: String, recipient: String?)

    /// Characters of a recipient's name or address.
    private static let maximumRecipient = 500

    /// Reads a body: a credential, or an object that says what is to be verified.
    /// - Throws: A 400 ``Problem`` that names the member and the rule.
    init(_ body: [UInt8]) throws {
        guard let root = try? JSONDocument(parsing: body).root, Self.isQuestion(root) else {
            self = .one(Item(bytes: body, recipient: nil))
            return
        }
        let names = ["credential", "credentials", "url"]
        var reader = try BodyReader(body, kind: "verification", members: names + ["recipient"])
        let recipient = Self.recipient(&reader)
        let one = reader.value("credential", mustBe: "a token as a text, or a credential as an object") {
            Self.item($0, recipient: recipient)
        }
        let several = reader.value("credentials", mustBe: "a list") { $0.kind == .array ? $0 : nil }
        let items = several.map { Self.items($0, recipient: recipient, &reader) }
        let url = reader.value("url", mustBe: "a URL that begins with https://, of up to 2,048 characters") { value in
            value.string.flatMap { $0.contains("://") && $0.utf8.count <= 2048 ? $0 : nil }
        }
        if names.filter({ root[$0] != nil }).count > 1 {
            reader.note("", "one", "Only one of \(names.joined(separator: ", ")) may be there at a time.")
        }
        try reader.finish()
        switch (one, items, url) {
        case (let one?, _, _): self = .one(one)
        case (_, let items?, _): self = .several(items)
        case (_, _, let url?): self = .published(url: url, recipient: recipient)
        default: self = .one(Item(bytes: body, recipient: nil))
        }
    }

    /// Whether JSON asks about credentials rather than being one, which has a context, or as a token's content claims.
    private static func isQuestion(_ root: JSONValue) -> Bool {
        root.kind == .object && root["@context"] == nil
            && ["credential", "credentials", "url"].contains { root[$0] != nil }
    }

    private static func recipient(_ reader: inout BodyReader) -> String? {
        reader.value("recipient", mustBe: "a text of up to \(maximumRecipient) characters") { value in
            value.string.flatMap { $0.unicodeScalars.count <= maximumRecipient ? $0 : nil }
        }
    }

    private static func items(_ list: JSONValue, recipient: String?, _ reader: inout BodyReader) -> [Item] {
        guard (1...Verification.maximumCount).contains(list.count) else {
            reader.note(
                list.pointer, "credentials",
                "The list must have 1 to \(Verification.maximumCount) credentials; it has \(list.count).")
            return []
        }
        return list.elements.compactMap { element in
            if let item = item(element, recipient: recipient) { return item }
            reader.note(
                element.pointer, "credentials",
                "Each credential must be a token as a text, a credential as an object, or an object with credential and recipient."
            )
            return nil
        }
    }

    private static func item(_ value: JSONValue, recipient: String?) -> Item? {
        if let token = value.stringBytes { return Item(bytes: token, recipient: recipient) }
        guard value.kind == .object else { return nil }
        guard value["@context"] == nil, let credential = value["credential"] else {
            return Item(bytes: Array(value.bytes), recipient: recipient)
        }
        guard credential.kind == .string || credential.kind == .object, value["recipient"]?.kind ?? .string == .string
        else { return nil }
        return Item(
            bytes: credential.stringBytes ?? Array(credential.bytes), recipient: value["recipient"]?.string ?? recipient
        )
    }
}
