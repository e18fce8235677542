public import CompetenceFramework

/// A file with a framework.
public struct FrameworkFile: Sendable {
    /// What files of frameworks are.
    public enum Format: String, Sendable, CaseIterable {
        /// A CFPackage of CASE.
        case json
        /// A workbook.
        case xlsx
        /// Items as comma- or semicolon-separated values.
        case csv

        /// The format of a file by the end of its name; nil for others.
        public init?(fileName: String) {
            guard let end = fileName.split(separator: ".").last, let format = Format(rawValue: end.lowercased())
            else { return nil }
            self = format
        }
    }

    /// What the file has.
    public var bytes: [UInt8]
    /// What it is.
    public var format: Format
    /// The framework's short name, where a spreadsheet does not say it.
    public var code: String?
    /// The framework's version, where a spreadsheet does not say it.
    public var version: String?
    /// The title of a framework that is not there yet, where a spreadsheet does not say it.
    public var title: String?
    /// Who made a framework that is not there yet, where a spreadsheet does not say it.
    public var creator: String?

    /// A file with a framework.
    public init(
        bytes: [UInt8], format: Format, code: String? = nil, version: String? = nil, title: String? = nil,
        creator: String? = nil
    ) {
        self.bytes = bytes
        self.format = format
        self.code = code
        self.version = version
        self.title = title
        self.creator = creator
    }
}

/// What is wrong, or worth knowing, at one place of a file.
public struct FrameworkFinding: Sendable, Hashable, CustomStringConvertible {
    /// The place in words: a JSON Pointer, or a sheet with its cell and column.
    public let place: String
    /// The sheet; nil for CASE.
    public let sheet: String?
    /// The row, counted from 1; nil when it is not one row.
    public let row: Int?
    /// The column's letters; nil when it is not one column.
    public let column: String?
    /// The column's header.
    public let header: String?
    /// The rule's stable name.
    public let rule: String
    /// What is wrong, in words.
    public let reason: String

    /// Everything in one line.
    public var description: String { "\(place.isEmpty ? "top level" : place): \(reason) (\(rule))" }

    init(_ finding: Finding) {
        (place, rule, reason) = (finding.pointer, finding.rule.id, finding.reason)
        (sheet, row, column, header) = (nil, nil, nil, nil)
    }

    init(_ finding: SheetFinding) {
        (place, rule, reason) = (finding.place.description, finding.rule.id, finding.reason)
        (sheet, row) = (finding.place.sheet, finding.place.row)
        (column, header) = (finding.place.letters, finding.place.header)
    }
}

/// A file with a framework that was read.
public struct FrameworkReading: Sendable {
    /// The package; nil when the file has faults.
    public let package: CFPackage?
    /// Every fault of the file.
    public let faults: [FrameworkFinding]
    /// What is not imported, and what is unusual.
    public let remarks: [FrameworkFinding]
}
