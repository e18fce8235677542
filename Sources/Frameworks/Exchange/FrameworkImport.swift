public import CompetenceFramework
internal import LibPQ

/// What importing a package did.
public struct FrameworkImport: Sendable {
    /// What became of the document.
    public enum Outcome: Sendable {
        /// It was not there.
        case created
        /// It was there and is another now.
        case updated(PackageDifference)
        /// It is there as it came.
        case unchanged
    }

    /// What became of the document.
    public let outcome: Outcome
    /// What was imported.
    public let package: CFPackage

    /// Whether the document was there as it came.
    public var isUnchanged: Bool { if case .unchanged = outcome { true } else { false } }
}

/// Why a package, sound by itself, does not fit what is there.
///
/// Nothing of it was kept.
public struct FrameworkImportError: Error, Sendable, Equatable {
    /// The place in the package and the rule.
    public let message: String
    /// What to do about it.
    public let hint: String?
}

extension FrameworkImportError {
    /// An error of the database that tells of the package; nil for others.
    init?(_ error: PostgresError) {
        switch error.sqlState?.rawValue {
        // As the functions that import raise them: a rule of theirs, a document that is adopted.
        case "22023", "55000": self.init(message: error.message, hint: error.hint)
        case "22P05": self.init(message: "a text has the character U+0000, which no text here can have", hint: nil)
        // What a constraint refuses; its detail names the row.
        case let state? where state.hasPrefix("23"):
            self.init(message: [error.message, error.detail].compactMap(\.self).joined(separator: ": "), hint: nil)
        default: return nil
        }
    }
}
