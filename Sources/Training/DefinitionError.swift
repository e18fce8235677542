internal import LibPQ

/// What is wrong with a definition that was sent.
public struct DefinitionError: Error, Sendable, Equatable {
    /// What kind of fault it is.
    public enum Kind: Sendable {
        /// A field breaks a rule.
        case invalid
        /// It would change what is another partner's.
        case foreign
        /// It would change what is published.
        case frozen
        /// There is nothing of the name, or not for the caller.
        case missing
        /// It does not fit how far the thing is that it is about.
        case untimely
    }

    /// What kind of fault it is.
    public let kind: Kind
    /// The field and the rule.
    public let message: String
    /// The field as JSON Pointer (RFC 6901); nil where no single field is at fault.
    public let pointer: String?
    /// What to do about it.
    public let hint: String?
}

extension DefinitionError {
    /// What an error of the database says of a definition; nil if it is about something else.
    ///
    /// Rows of other partners are invisible, and so are found only when the new ones meet them: by row-level security
    /// (42501), or by a unique constraint (23505).
    init?(_ error: PostgresError) {
        switch error.sqlState?.rawValue {
        case "42501":
            self.init(
                kind: .foreign, message: "This belongs to another partner, whose it stays.", pointer: nil, hint: nil)
        case "23505":
            self.init(takenBy: error.constraint ?? "")
        case "P0002": self.init(kind: .missing, message: error.message, pointer: nil, hint: nil)
        case "55000":
            self.init(kind: .frozen, message: error.message, pointer: nil, hint: error.hint)
        case "55006": self.init(kind: .untimely, message: error.message, pointer: nil, hint: error.hint)
        case let state? where ["22", "54"].contains(state.prefix(2)):
            // training.refuse_definition tells the pointer as the detail; other errors have other details, or none.
            let pointer = error.detail.flatMap { $0.isEmpty || $0.hasPrefix("/") ? $0 : nil }
            self.init(kind: .invalid, message: error.message, pointer: pointer, hint: error.hint)
        default: return nil
        }
    }

    /// What may be had only once is had by something that the caller does not see.
    ///
    /// - Parameter constraint: The unique constraint that says so; PostgreSQL names it after table and column.
    private init(takenBy constraint: String) {
        let (name, pointer): (String, String?) =
            switch constraint {
            case "pilot_code_key", "curriculum_code_key", "instrument_code_key", "rule_code_version_key":
                ("/code", "/code")
            case "pilot_iri_key", "curriculum_version_iri_key", "instrument_version_iri_key": ("/iri", "/iri")
            default: ("A code, IRI or registration", nil)
            }
        self.init(
            kind: .foreign, message: "\(name) is another one's already, whose it stays.", pointer: pointer, hint: nil)
    }
}

extension DefinitionError: CustomStringConvertible {
    /// What is wrong, and what to do about it.
    public var description: String { hint.map { "\(message). \($0)" } ?? message }
}
