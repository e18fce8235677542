/// The versions of the Experience API that are served.
public enum XAPIVersion: String, Sendable, CaseIterable {
    /// xAPI 1.0.3; every 1.0.x request is treated by its rules.
    case v1_0_3 = "1.0.3"
    /// xAPI 2.0 (IEEE 9274.1.1-2023); every 2.0.x request is treated by its rules.
    case v2_0 = "2.0.0"

    /// The version by whose rules a request with this `X-Experience-API-Version` is treated.
    ///
    /// Accepted are `1.0`, `2.0` (xAPI 2.0 §4.1.7), and either with a patch number as Semantic Versioning writes it; nil
    /// for the rest.
    public init?(header: some StringProtocol) {
        let text = Array(header.utf8)
        guard text != Array("2.0".utf8) else {
            self = .v2_0
            return
        }
        guard let version = Self.matching(text.span) else { return nil }
        self = version
    }

    /// The value of the response's `X-Experience-API-Version`.
    public var header: String { rawValue }

    /// The `version` of a statement that was sent without one.
    public var assumedStatementVersion: String {
        switch self {
        case .v1_0_3: "1.0.0"
        case .v2_0: "2.0.0"
        }
    }

    /// Whether a statement sent under this version may carry this `version`: 2.0 takes statements of 1.0.x along.
    func accepts(statementVersion text: Span<UInt8>) -> Bool {
        switch Self.matching(text) {
        case .v1_0_3: true
        case .v2_0: self == .v2_0
        case nil: false
        }
    }

    private static func matching(_ text: Span<UInt8>) -> XAPIVersion? {
        if text.count == 3 && text.hasPrefix(Array("1.0".utf8)) { return .v1_0_3 }
        guard isPatch(text, from: 4) else { return nil }
        if text.hasPrefix(Array("1.0.".utf8)) { return .v1_0_3 }
        if text.hasPrefix(Array("2.0.".utf8)) { return .v2_0 }
        return nil
    }

    /// Whether the text goes on with a patch number of Semantic Versioning, perhaps with a pre-release or build.
    private static func isPatch(_ text: Span<UInt8>, from start: Int) -> Bool {
        var end = start
        while end < text.count, text[end].isDigit { end += 1 }
        guard end > start, text[start] != 0x30 || end == start + 1 else { return false }
        if end == text.count { return true }
        let mark = text[end]
        guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+"), end + 1 < text.count else { return false }
        return text.allSatisfy(in: end + 1..<text.count) {
            $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+")
        }
    }
}
