/// What is wrong, or worth knowing, at one place of a spreadsheet.
public struct SheetFinding: Sendable, Hashable, CustomStringConvertible {
    /// The place.
    public let place: SheetPlace
    /// The rule.
    public let rule: CASERule
    /// What is wrong, in words.
    public let reason: String

    /// Everything in one line.
    public var description: String { "\(place): \(reason) (\(rule.id))" }
}

/// Why a spreadsheet is not accepted: all of its faults, not just the first.
public struct SheetFaults: Error, Sendable, CustomStringConvertible {
    /// The faults in the order of sheets, rows and columns.
    public let faults: [SheetFinding]
    /// What is worth knowing besides.
    public let remarks: [SheetFinding]

    /// One line for each fault.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// A package that was read from a spreadsheet, and what is worth knowing of it.
public struct SheetReading: Sendable {
    /// The package.
    public let package: CFPackage
    /// What is unusual.
    public let remarks: [SheetFinding]
}
