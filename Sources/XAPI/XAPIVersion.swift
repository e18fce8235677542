/// The versions of the Experience API that are served.
public enum XAPIVersion: String, Sendable, CaseIterable {
    /// xAPI 1.0.3; every 1.0.x request is treated by its rules.
    case v1_0_3 = "1.0.3"
    /// xAPI 2.0 (IEEE 9274.1.1-2023); every 2.0.x request is treated by its rules.
    case v2_0 = "2.0.0"

    /// The version by whose rules a request with this `X-Experience-API-Version` is treated.
    ///
    /// Accepted are `1.0`, `1.0.` and `2.0.` followed by a number as Semantic Versioning writes it; nil for the rest.
    public init?(header: some StringProtocol) {
        guard let version = Self.matching(Array(header.utf8)[...]) else { return nil }
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
    func accepts(statementVersion text: ArraySlice<UInt8>) -> Bool {
        switch Self.matching(text) {
        case .v1_0_3: true
        case .v2_0: self == .v2_0
        case nil: false
        }
    }

    private static func matching(_ text: ArraySlice<UInt8>) -> XAPIVersion? {
        if text.elementsEqual("1.0".utf8) { return .v1_0_3 }
        guard isPatch(text.dropFirst(4)) else { return nil }
        if text.starts(with: "1.0.".utf8) { return .v1_0_3 }
        if text.starts(with: "2.0.".utf8) { return .v2_0 }
        return nil
    }

    /// Whether the text is a patch number of Semantic Versioning, perhaps with a pre-release or build.
    private static func isPatch(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.prefix(while: \.isDigit)
        guard let first = digits.first, first != 0x30 || digits.count == 1 else { return false }
        let rest = text[digits.endIndex...]
        guard let mark = rest.first else { return true }
        guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+"), rest.count > 1 else { return false }
        return rest.dropFirst().allSatisfy {
            $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+")
        }
    }
}
