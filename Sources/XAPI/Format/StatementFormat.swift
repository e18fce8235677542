internal import JSON

/// How much of a statement is told (xAPI 2.0 §4.1.3.3, parameter `format`).
public enum StatementFormat: String, Sendable, CaseIterable {
    /// Only what identifies agents, verbs and activities.
    case ids
    /// The statement as received.
    case exact
    /// The store's own definitions of activities, and of each language map one language.
    case canonical
}

extension StatementFormat {
    /// A served statement in the form that `ids` asks for; what has no identity to be cut down to stays as it is.
    public static func identifiers(of statement: [UInt8]) throws(StatementRejection) -> [UInt8] {
        try StatementFormatter(statement).identifiers()
    }

    /// A served statement in the form that `canonical` asks for.
    ///
    /// - Parameters:
    ///   - definitions: The store's definitions by the activities' IRIs; the statement's own serves where there is none.
    ///   - languages: What the reader understands, best first.
    public static func canonical(
        of statement: [UInt8], definitions: ActivityDefinitions, languages: LanguagePreference
    ) throws(StatementRejection) -> [UInt8] {
        try StatementFormatter(statement).canonical(definitions: definitions, languages: languages)
    }

    /// A served statement as a reader of a version understands it: to one of 1.0.3, what only 2.0 has is not told.
    public static func readable(_ statement: [UInt8], in version: XAPIVersion) throws(StatementRejection) -> [UInt8] {
        guard !isReadable(statement, in: version) else { return statement }
        return try StatementFormatter(statement).asVersion1()
    }

    /// Whether served statements, one or more of them, are sure to be understood by a reader of a version.
    public static func isReadable(_ statements: [UInt8], in version: XAPIVersion) -> Bool {
        version != .v1_0_3 || !mentionsVersion2(statements)
    }

    private static let marksOfVersion2 = ["2.0.", "contextAgents", "contextGroups"].map { Array($0.utf8) }

    /// Whether a text may hold what only 2.0 has; most hold none, and need not be read.
    private static func mentionsVersion2(_ text: [UInt8]) -> Bool {
        let bytes = text.span
        var index = 0
        while index < bytes.count - 1 {
            defer { index += 1 }
            guard bytes[index] == UInt8(ascii: "\"") else { continue }
            let next = bytes[index + 1]
            guard next == UInt8(ascii: "2") || next == UInt8(ascii: "c") else { continue }
            let rest = text[(index + 1)...]
            if marksOfVersion2.contains(where: { rest.starts(with: $0) }) { return true }
        }
        return false
    }

    /// The IRIs of the activities in a served statement, each once, in the order of the text.
    public static func activities(in statement: [UInt8]) throws(StatementRejection) -> [String] {
        try StatementFormatter(statement).activityIRIs()
    }
}
