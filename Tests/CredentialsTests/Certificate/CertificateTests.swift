import Foundation
import PDF
import Testing

@testable import Credentials

@Suite("certificates for print")
struct CertificateTests {
    private static let folder = "/usr/share/fonts/truetype/dejavu/"
    private let signed: [UInt8]
    private let credential: ReadableCredential
    private let regular: TrueTypeFont
    private let bold: TrueTypeFont

    init() throws {
        signed = try OpenBadgeCredential(Example.award()).json
        credential = try ReadableCredential(signed)
        regular = try TrueTypeFont(Self.font("DejaVuSans.ttf"))
        bold = try TrueTypeFont(Self.font("DejaVuSans-Bold.ttf"))
    }

    private static func font(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder + name)))
    }

    private func pdf(name: String? = nil, link: String = "https://badges.example/v/abc") throws -> [UInt8] {
        try CompetenceCertificate(credential, signed: signed, name: name, link: link).pdf(regular: regular, bold: bold)
    }

    @Test("the same credential, name and link give the same bytes, another name others")
    func deterministic() throws {
        let one = try pdf(name: "Zoë Kowalczyk-Łuć")
        #expect(try pdf(name: "Zoë Kowalczyk-Łuć") == one)
        #expect(try pdf(name: "Zoë Kowalczyk") != one)
        #expect(one.count < 120_000, "\(one.count) bytes")
    }

    @Test("the file carries the signed credential as data, tells its language, and is tagged")
    func parts() throws {
        let text = String(decoding: try pdf(), as: UTF8.self)
        for part in [
            "/AFRelationship /Data", "/Type /EmbeddedFile /Subtype /application#2Fvc#2Bld#2Bjson", "/Marked true",
            "/Lang (\(credential.language))", "/S /H1", "/S /Figure", "/S /Link", "/DisplayDocTitle true",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test(
        "there are letters for the names of Europe",
        arguments: [
            "Zażółć gęślą jaźń", "Ελένη Παπαδοπούλου", "Здравко Чолић", "Ștefan Țuțea", "Þórður Æðelstān", "Ġorġ Ħal",
            "ĶĢŅĻ", "ßüöäõžščř",
        ])
    func letters(name: String) throws {
        for scalar in name.unicodeScalars {
            #expect(regular.glyph(of: scalar) > 0 && bold.glyph(of: scalar) > 0, "\(scalar)")
        }
        _ = try pdf(name: name)
    }

    @Test("a font that is cut off or changed makes an error, never a crash")
    func damagedFonts() throws {
        let whole = try Self.font("DejaVuSans.ttf")
        for count in stride(from: 0, to: whole.count, by: whole.count / 23) {
            _ = try? TrueTypeFont(Array(whole.prefix(count)))
        }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<12 {
            var bytes = whole
            for _ in 0..<40 {
                bytes[Int.random(in: 0..<2000, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            guard let font = try? TrueTypeFont(bytes) else { continue }
            _ = try? CompetenceCertificate(credential, signed: signed, link: "x:y").pdf(regular: font, bold: font)
        }
        #expect(throws: PDFError.self) { try TrueTypeFont([]) }
    }

    @Test("long texts go on to further pages, and words wider than the page are broken")
    func overflow() throws {
        var award = try Example.award()
        award.criteria = String(repeating: "Shown under observation in three exercises. ", count: 200)
        award.competence.levels = award.competence.levels.map { level in
            var level = level
            level.descriptor = String(repeating: "w", count: 400)
            return level
        }
        let json = try OpenBadgeCredential(award).json
        let pdf = try CompetenceCertificate(ReadableCredential(json), signed: json, link: "https://badges.example/")
            .pdf(regular: regular, bold: bold)
        let pages = String(decoding: pdf, as: UTF8.self).components(separatedBy: "/Type /Page ").count - 1
        #expect((2...4).contains(pages))
    }

    @Test("what a credential says can be read from its JSON and from its token alike")
    func reading() async throws {
        let token = try await Issuance().issue()
        let read = try ReadableCredential(token)
        #expect(read == credential)
        #expect(credential.level?.number == String(try Example.award().level))
        #expect(credential.levels.count == (try Example.award().competence.levels.count))
        #expect(credential.levels.count(where: \.isReached) == 1)
        #expect(throws: CredentialError.self) { try ReadableCredential(Array("{".utf8)) }
        #expect(throws: CredentialError.self) { try ReadableCredential(Array("no token".utf8)) }
        #expect(try ReadableCredential(Array("{}".utf8)).levels.isEmpty)
    }
}
