internal import CompetenceFramework

/// A form in which programs take a version of a framework away.
enum FrameworkDownload: String, CaseIterable {
    case json
    case jsonld
    case ttl
    case xlsx
    case csv

    /// What it is called on pages.
    var label: String {
        switch self {
        case .json: "CASE 1.1 package"
        case .jsonld: "JSON-LD"
        case .ttl: "Turtle"
        case .xlsx: "Workbook (XLSX)"
        case .csv: "Items (CSV)"
        }
    }

    /// Its media type.
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .jsonld: "application/ld+json"
        case .ttl: "text/turtle; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8; header=present"
        }
    }

    /// The package in this form; one of comma-separated values has its items only.
    func bytes(of package: CFPackage) -> [UInt8] {
        switch self {
        case .json: package.json(isPretty: true)
        case .jsonld: package.jsonLD(isPretty: true)
        case .ttl: package.turtle()
        case .xlsx: package.xlsx()
        case .csv: package.csv().bytes
        }
    }
}
