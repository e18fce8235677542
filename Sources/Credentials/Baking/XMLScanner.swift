/// Walks the tags and texts of an XML document, as far as finding a credential in an SVG image needs it.
///
/// Entities of a document's own are refused together with the document type that defines them.
struct XMLScanner {
    /// A tag or a text.
    enum Token {
        /// A tag, whether it is closed at once, and where it ends.
        case start(name: String, attributes: [(name: String, value: String)], isEmpty: Bool, end: Int)
        case end
        case text([UInt8])
    }

    let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tag or text; nil at the end.
    mutating func next() throws(CredentialError) -> Token? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                let end = find("<") ?? bytes.count
                let text = bytes[position..<end]
                position = end
                return .text(try Self.decoded(text))
            }
            if skip("<!--") {
                try passBy("-->")
            } else if skip("<?") {
                try passBy("?>")
            } else if skip("<![CDATA[") {
                guard let end = find("]]>") else { throw Self.error("has a section that doesn't end") }
                defer { position = end + 3 }
                return .text(Array(bytes[position..<end]))
            } else if skip("<!DOCTYPE") {
                guard let end = find(">"), !bytes[position..<end].contains(UInt8(ascii: "[")) else {
                    throw Self.error("has a document type with definitions of its own")
                }
                position = end + 1
            } else if skip("</") {
                try passBy(">")
                return .end
            } else {
                position += 1
                return try startTag()
            }
        }
        return nil
    }

    private mutating func startTag() throws(CredentialError) -> Token {
        let name = try self.name()
        var attributes: [(name: String, value: String)] = []
        while true {
            skipSpace()
            if skip("/>") { return .start(name: name, attributes: attributes, isEmpty: true, end: position - 2) }
            if skip(">") { return .start(name: name, attributes: attributes, isEmpty: false, end: position - 1) }
            let attribute = try self.name()
            skipSpace()
            guard skip("=") else { throw Self.error("has an attribute without value") }
            skipSpace()
            let quote = skip("\"") ? "\"" : skip("'") ? "'" : nil
            guard let quote, let end = find(quote) else { throw Self.error("has an attribute without quotes") }
            let value = String(decoding: try Self.decoded(bytes[position..<end]), as: UTF8.self)
            position = end + 1
            guard !attributes.contains(where: { sameBytes($0.name, attribute) }) else {
                throw Self.error("has an attribute twice")
            }
            attributes.append((attribute, value))
        }
    }

    private mutating func name() throws(CredentialError) -> String {
        let start = position
        while position < bytes.count, !Self.isSpace(bytes[position]), !Self.delimiters.contains(bytes[position]) {
            position += 1
        }
        guard position > start else { throw Self.error("has a tag without name, or one that doesn't end") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func find(_ text: String) -> Int? {
        let text = Array(text.utf8)
        var index = position
        while bytes.count - index >= text.count {
            if bytes[index] == text[0], bytes[index..<index + text.count].elementsEqual(text) { return index }
            index += 1
        }
        return nil
    }

    private mutating func passBy(_ text: String) throws(CredentialError) {
        guard let end = find(text) else { throw Self.error("has a part that doesn't end") }
        position = end + text.utf8.count
    }

    private mutating func skip(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    static func error(_ what: String) -> CredentialError { CredentialError(.invalidImage, "The image \(what).") }

    private static let delimiters = Set("<>/='\"".utf8)
}
