internal import Evaluation
internal import PDF

/// Prints reports with the fonts of certificates, which are read when the first is printed.
struct ReportFonts {
    private let fonts = CertificateFonts()

    /// A report on paper.
    /// - Throws: A 503 ``Problem`` where the fonts are not installed.
    func pdf(of report: FrozenReport, link: String) async throws -> [UInt8] {
        let fonts = try await fonts.load()
        return try ReportPrint(report, link: link).pdf(regular: fonts.regular, bold: fonts.bold)
    }
}
