/// The languages that a reader understands, best first (RFC 9110 §12.5.4).
public struct LanguagePreference: Sendable, Equatable {
    private let ranges: [(range: String, quality: Double)]

    /// Reads an `Accept-Language` header; without one every language is as good.
    public init(header: String?) {
        let parts = (header ?? "").split(separator: ",").prefix(50)
        let ranges = parts.compactMap { part -> (range: String, quality: Double)? in
            let fields = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let range = fields.first, !range.isEmpty else { return nil }
            let quality = fields.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            return (range, quality ?? 1)
        }
        self.ranges = ranges.enumerated()
            .sorted { ($1.element.quality, $0.offset) < ($0.element.quality, $1.offset) }.map(\.element)
    }

    /// The best of the language tags offered (RFC 4647 §3.4, lookup); the first when none is understood.
    public func best(of tags: [String]) -> String? {
        for range in ranges where range.quality > 0 {
            if range.range == "*" { return tags.first { !isRefused($0) } ?? tags.first }
            var wanted = range.range[...]
            while !wanted.isEmpty {
                if let tag = tags.first(where: { Self.matches($0.lowercased(), wanted) }) { return tag }
                guard let hyphen = wanted.lastIndex(of: "-") else { break }
                wanted = wanted[..<hyphen]
            }
        }
        return tags.first { !isRefused($0) } ?? tags.first
    }

    /// Equal, or more special: `en` is content with `en-US`.
    private static func matches(_ tag: String, _ range: Substring) -> Bool {
        tag == range || (tag.hasPrefix(range) && tag.dropFirst(range.count).first == "-")
    }

    private func isRefused(_ tag: String) -> Bool {
        ranges.contains { $0.quality == 0 && Self.matches(tag.lowercased(), $0.range[...]) }
    }

    /// Whether two preferences say the same.
    public static func == (left: LanguagePreference, right: LanguagePreference) -> Bool {
        left.ranges.elementsEqual(right.ranges) { $0.range == $1.range && $0.quality == $1.quality }
    }
}
