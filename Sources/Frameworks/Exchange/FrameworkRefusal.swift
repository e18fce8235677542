internal import LibPQ

/// Why a change of a framework does not fit what is there.
///
/// Nothing of it was kept.
public struct FrameworkRefusal: Error, Sendable, Equatable {
    /// The place, in a package as JSON Pointer, and the rule.
    public let message: String
    /// What to do about it.
    public let hint: String?

    /// Gives what a change gives, or throws the refusal that the database's error means.
    static func telling<Result>(_ change: () async throws -> Result) async throws -> Result {
        do { return try await change() } catch let error as PostgresError {
            throw FrameworkRefusal(error) ?? error
        }
    }
}

extension FrameworkRefusal {
    /// An error of the database that tells of the change; nil for others.
    private init?(_ error: PostgresError) {
        switch error.sqlState?.rawValue {
        // As the schema's functions and triggers raise them: a rule of theirs, a document that is adopted.
        case "22023", "55000": self.init(message: error.message, hint: error.hint)
        case "22P05": self.init(message: "a text has the character U+0000, which no text here can have", hint: nil)
        // What a constraint refuses; its detail names the row.
        case let state? where state.hasPrefix("23"):
            self.init(message: [error.message, error.detail].compactMap(\.self).joined(separator: ": "), hint: nil)
        default: return nil
        }
    }
}
