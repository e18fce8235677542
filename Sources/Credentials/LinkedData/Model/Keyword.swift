/// The words with a meaning of their own in linked data, all of which begin with `@`.
enum Keyword: Int, CaseIterable, Sendable {
    case base, container, context, direction, graph, id, `import`, included, index, json, language, list, nest, none
    case prefix, propagate, protected, reverse, set, type, value, version, vocab

    /// The keyword that a text is, compared by bytes.
    init?(_ text: RDFText) {
        guard text.bytes.first == UInt8(ascii: "@"), let keyword = Self.byText[text] else { return nil }
        self = keyword
    }

    /// The keyword as it is written.
    var text: RDFText { Self.texts[rawValue] }

    private static let texts = allCases.map { RDFText("@\($0)") }
    private static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.text, $0) })

    /// Whether a text looks like a keyword: an at-sign and letters.
    ///
    /// Those that are none are left for later versions and passed over.
    static func isLike(_ text: RDFText) -> Bool {
        guard text.bytes.count > 1, text.bytes[0] == UInt8(ascii: "@") else { return false }
        return text.bytes.dropFirst().allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    }
}
