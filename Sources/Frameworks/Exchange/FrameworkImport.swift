public import CompetenceFramework

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
