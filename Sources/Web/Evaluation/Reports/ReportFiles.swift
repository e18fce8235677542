public import Evaluation

/// A report as files, for who works without a server: a page that stands by itself, a PDF, JSON and its schema.
///
/// ```swift
/// let files = try ReportFiles(report, base: "https://tessera.example.eu")
/// let page = try files.html
/// ```
public struct ReportFiles: Sendable {
    private let report: FrozenReport
    private let base: String
    private let subject: ReportSubject

    /// The files of a report.
    ///
    /// - Parameter base: Where the server is, of which files name addresses.
    public init(_ report: FrozenReport, base: String) {
        self.report = report
        self.base = base
        subject = report.pilot.map(ReportSubject.pilot) ?? .synthesis
    }

    /// The page, with the other files beside it.
    public var html: [UInt8] {
        get throws {
            let page = ReportPage(report, ReportPage.Links(), shell: nil, mayWrite: false)
            return Array(try Pages().html("report", page).utf8)
        }
    }

    /// The print.
    /// - Throws: Where the fonts are not installed.
    public func pdf() async throws -> [UInt8] {
        try await ReportFonts().pdf(of: report, link: base + ReportLinks.report(report.number, of: subject))
    }

    /// The report as JSON.
    public var json: [UInt8] { report.json(schema: base + ReportLinks.schema) }

    /// The JSON Schema of that.
    public var schema: [UInt8] { ReportSchema.document(base: base) }
}
