public import CompetenceFramework

/// A form in which programs take a version of a framework away.
public enum FrameworkForm: String, Sendable, CaseIterable {
    /// A CFPackage of CASE.
    case json
    /// CTDL-ASN and SKOS as JSON-LD.
    case jsonld
    /// The same as Turtle.
    case ttl
    /// A workbook.
    case xlsx
    /// Items as comma-separated values, with targets and translations.
    case csv

    /// The package in this form, and what the form cannot hold.
    public func file(
        of package: CFPackage, caseVersion: CASEVersion = .v1p1
    ) -> (bytes: [UInt8], leftOut: [String]) {
        switch self {
        case .json: (package.json(version: caseVersion, isPretty: true), [])
        case .jsonld: (package.jsonLD(isPretty: true), [])
        case .ttl: (package.turtle(), [])
        case .xlsx: (package.xlsx(), [])
        case .csv: package.csv()
        }
    }
}
