/// The languages that a reader would like, as a browser tells them (RFC 9110 §12.5.4).
struct AcceptLanguage {
    /// BCP 47 tags in lower case, the favourite first; each is followed by its wider forms: `fr-be`, `fr`.
    let tags: [String]

    init(_ header: String?) {
        let wishes = (header ?? "").split(separator: ",").prefix(50).map { part in
            let fields = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            let quality = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return (tag: fields.first ?? "", quality: quality ?? 1)
        }
        let wanted = wishes.filter { Self.isTag($0.tag) && $0.quality > 0 }.enumerated()
            .sorted { ($1.element.quality, $0.offset) < ($0.element.quality, $1.offset) }
        tags = wanted.flatMap { Self.lookup($0.element.tag) }
    }

    /// A tag and its wider forms (RFC 4647 §3.4).
    static func lookup(_ tag: String) -> [String] {
        let parts = tag.lowercased().split(separator: "-")
        return (1...max(parts.count, 1)).reversed().map { parts.prefix($0).joined(separator: "-") }
    }

    /// Whether a text has the form of a language tag.
    static func isTag(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), text.utf8.count <= 64 else { return false }
        return first.allSatisfy { $0.isASCII && $0.isLetter }
            && parts.dropFirst().allSatisfy { part in
                (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}
