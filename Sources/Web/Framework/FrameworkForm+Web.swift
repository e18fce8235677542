internal import Frameworks

extension FrameworkForm {
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
}
