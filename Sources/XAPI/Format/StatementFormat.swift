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

    /// The IRIs of the activities in a served statement, each once, in the order of the text.
    public static func activities(in statement: [UInt8]) throws(StatementRejection) -> [String] {
        try StatementFormatter(statement).activityIRIs()
    }
}
