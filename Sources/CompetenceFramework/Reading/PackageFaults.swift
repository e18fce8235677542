/// Why a text is not accepted as a package: all of its faults, not just the first.
public struct PackageFaults: Error, Sendable, CustomStringConvertible {
    /// The faults in the order of the text, those of the whole package after those of its objects.
    public let faults: [Finding]
    /// What is worth knowing besides.
    public let remarks: [Finding]

    /// Faults of a package.
    public init(faults: [Finding], remarks: [Finding] = []) {
        self.faults = faults
        self.remarks = remarks
    }

    /// One line for each fault.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
