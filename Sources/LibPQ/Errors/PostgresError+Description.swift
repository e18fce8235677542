extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// One line for logs: code, SQLSTATE, message and names, without values.
    public var description: String {
        var text = code.description
        if let sqlState { text += " \(sqlState)" }
        text += ": \(publicMessage)"
        if let statementName { text += " [statement \(statementName)]" }
        if let statementIndex { text += " [index \(statementIndex)]" }
        if let constraint { text += " [constraint \(constraint)]" }
        if let column, code == .server { text += " [column \(column)]" }
        return text
    }

    /// Everything, values in `detail` and `context` included.
    public var debugDescription: String {
        var text = code.description
        if let sqlState { text += " \(sqlState)" }
        text += ": \(message)"
        let parts: [(String, String?)] = [
            ("statement", statementName), ("index", statementIndex.map(String.init)), ("detail", detail),
            ("hint", hint), ("constraint", constraint), ("schema", schema), ("table", table), ("column", column),
            ("type", dataType), ("position", position.map(String.init)), ("context", context),
        ]
        for case (let name, .some(let value)) in parts { text += "; \(name): \(value)" }
        return text
    }

    /// The message; of data exceptions, which quote their input, without the quoted parts.
    private var publicMessage: String {
        guard sqlState?.class == "22" else { return message }
        var text = ""
        var quoted = false
        for character in message {
            if character == "\"" {
                text += quoted ? "…\"" : "\""
                quoted.toggle()
            } else if !quoted {
                text.append(character)
            }
        }
        return quoted ? text + "…" : text
    }
}

extension PostgresError {
    /// A failure to decode a column, for conformances to ``PostgresDecodable``.
    public static func decoding(_ message: String) -> PostgresError { PostgresError(.decoding, message) }

    static let taskCancelled = PostgresError(.cancelled, "the task was cancelled")
}
