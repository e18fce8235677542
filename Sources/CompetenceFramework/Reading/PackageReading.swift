/// A package that was read, and what is worth knowing of its text.
public struct PackageReading: Sendable {
    /// The package.
    public let package: CFPackage
    /// What is not imported, and what is unusual.
    public let remarks: [Finding]
}
