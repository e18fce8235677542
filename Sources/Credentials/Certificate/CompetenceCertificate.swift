internal import FoundationEssentials
public import PDF

/// A credential on paper: A4, tagged, with a QR code that leads to its page and the signed credential within the file.
///
/// The paper proves nothing, and says so. The same credential, name and link give the same bytes.
///
/// ```swift
/// let certificate = CompetenceCertificate(try ReadableCredential(signed), signed: signed, link: url)
/// let pdf = try certificate.pdf(regular: font, bold: boldFont)
/// ```
public struct CompetenceCertificate: Sendable {
    /// What the credential says.
    public let credential: ReadableCredential
    /// The credential as it was signed, which the file carries: JSON or a compact JWS.
    public let signed: [UInt8]
    /// The name that the holder wants on the paper.
    public let name: String?
    /// Where the credential can be checked.
    public let link: String
    /// Whether the single pieces of evidence are listed.
    public let showsEvidence: Bool

    /// Describes a certificate.
    public init(
        _ credential: ReadableCredential, signed: [UInt8], name: String? = nil, link: String,
        showsEvidence: Bool = false
    ) {
        self.credential = credential
        self.signed = signed
        self.name = name
        self.link = link
        self.showsEvidence = showsEvidence
    }

    /// The PDF.
    /// - Throws: ``CredentialError`` when a font is damaged, or the link does not fit a QR code.
    public func pdf(regular: TrueTypeFont, bold: TrueTypeFont) throws(CredentialError) -> [UInt8] {
        var layout = PDFLayout(regular: regular, bold: bold, name: "Certificate")
        drawHead(&layout)
        drawFacts(&layout)
        drawScale(&layout)
        if showsEvidence { drawEvidence(&layout) }
        try drawCheck(&layout)
        let isToken = signed.first != UInt8(ascii: "{")
        let document = PDFDocument(
            title: credential.name, language: credential.language,
            date: "D:" + Self.digits(of: credential.validFrom.map(DateTime.text) ?? "1970-01-01T00:00:00Z") + "Z",
            author: credential.issuerName,
            attachment: PDFDocument.Attachment(
                name: isToken ? "credential.jwt" : "credential.json",
                type: isToken ? "application/vc+jwt" : "application/vc+ld+json",
                description: "The signed credential (Open Badges 3.0)", content: signed),
            id: String(credential.id.filter(\.isHexDigit).suffix(32)))
        do { return try document.file(layout.pages, fonts: [layout.regular, layout.bold]) } catch {
            throw CredentialError(.invalidDocument, error.message)
        }
    }

    private static func digits(of time: String) -> String { time.filter(\.isNumber) }

    private func drawHead(_ layout: inout PDFLayout) {
        let badge = 92.0
        let left = PDFLayout.margin
        let artwork = BadgeArtwork(credential)
        layout.figure(
            alternative: "Badge: \(artwork.title)", x: PDFPage.width - left - badge, y: layout.y, size: badge
        ) { page in page.badge(artwork, x: PDFPage.width - left - badge, y: PDFLayout.margin, size: badge) }
        let width = PDFLayout.width - badge - 20
        layout.paragraph("Certificate of competence", size: 10, gray: 0.35, width: width, after: 6)
        layout.paragraph(credential.name, "H1", size: 19, weight: .bold, width: width, after: 8)
        if let name {
            layout.paragraph(name, size: 14, weight: .bold, width: width, after: 2)
            layout.paragraph(
                "Name as the holder gave it for this print; it is no part of the signed credential.", size: 8,
                gray: 0.35,
                width: width, after: 6)
        } else if let name = credential.recipientName {
            layout.paragraph(name, size: 14, weight: .bold, width: width, after: 2)
            layout.paragraph(SignedContent.nameNote, size: 8, gray: 0.35, width: width, after: 6)
        }
        layout.y = max(layout.y, PDFLayout.margin + badge) + 6
        layout.paragraph(credential.descriptor, size: 11, after: 8)
    }

    private func drawFacts(_ layout: inout PDFLayout) {
        var facts: [(String, String?)] = [
            ("Competence", credential.competence), ("Framework", credential.framework),
            ("Level", credential.level.map { "\($0.number) of \(credential.levels.count), \($0.name)" }),
            ("Staff profile", credential.profile), ("Issued by", "\(credential.issuerName) (\(credential.issuerID))"),
            ("Assessed in", credential.source), ("Reached on", credential.awardedDate.map(Self.day)),
            ("Valid", validity),
        ]
        if let eqf = credential.level?.eqf {
            facts.append(
                (
                    "EQF",
                    "The level is referenced to EQF \(eqf) by the framework, as an indication of complexity. This is not a qualification."
                ))
        }
        layout.rule()
        for (term, value) in facts {
            guard let value, !value.isEmpty else { continue }
            layout.makeRoom(28)
            let top = layout.y
            layout.paragraph(term, size: 9, gray: 0.35, width: 80, after: 0)
            layout.y = top
            layout.paragraph(
                value, size: 10, x: PDFLayout.margin + 88, width: PDFLayout.width - 88, after: 3)
        }
        layout.rule()
        layout.paragraph("How the level was found", "H2", size: 11, weight: .bold, after: 2)
        layout.paragraph(credential.criteria, size: 9.5, after: 8)
    }

    private var validity: String? {
        guard let from = credential.validFrom else { return nil }
        return "from \(Self.day(from))" + (credential.validUntil.map { " until \(Self.day($0))" } ?? ", without end")
    }

    private static func day(_ date: Date) -> String { String(DateTime.text(date).prefix(10)) }

    private func drawScale(_ layout: inout PDFLayout) {
        guard !credential.levels.isEmpty else { return }
        layout.paragraph("The levels of this competence", "H2", size: 11, weight: .bold, after: 2)
        for level in credential.levels {
            let mark = level.isReached ? " (reached)" : ""
            layout.paragraph(
                "\(level.number) \(level.name)\(mark): \(level.descriptor)", size: 9,
                weight: level.isReached ? .bold : .regular, after: 3)
        }
        layout.y += 5
    }

    private func drawEvidence(_ layout: inout PDFLayout) {
        guard !credential.evidence.isEmpty else { return }
        layout.paragraph("Evidence", "H2", size: 11, weight: .bold, after: 2)
        for piece in credential.evidence {
            let text = "\(piece.name) (\(piece.genre ?? "assessment")), \(piece.id), digest \(piece.digest ?? "none")"
            layout.paragraph(text, size: 8, after: 2)
        }
        layout.y += 5
    }

    private func drawCheck(_ layout: inout PDFLayout) throws(CredentialError) {
        let side = 104.0
        let code = try QRCode(link)
        layout.makeRoom(side + 30)
        layout.rule()
        let (top, left) = (layout.y, PDFLayout.margin)
        layout.figure(alternative: "QR code that leads to \(link)", x: left, y: top, size: side) { page in
            page.code(code, x: left, y: top, size: side)
        }
        let (x, width) = (left + side + 18, PDFLayout.width - side - 18)
        layout.paragraph("The paper is not the proof", "H2", size: 11, weight: .bold, x: x, width: width, after: 2)
        layout.paragraph(
            "Anybody can print such a sheet. Whether the credential holds, and has not been revoked or expired, is told by its page, to which the code leads:",
            size: 9, x: x, width: width, after: 2)
        layout.link(link, x: x, width: width)
        layout.y += 2
        layout.paragraph(
            "The signed credential is attached to this file as data, for any verifier of Open Badges 3.0. \(credential.id)",
            size: 8, gray: 0.35, x: x, width: width, after: 0)
        layout.y = max(layout.y, top + side)
    }
}
