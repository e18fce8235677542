internal import FoundationEssentials
internal import Hummingbird
internal import PDF

/// The fonts of certificates, read when the first is made: DejaVu Sans, which has the letters of all of Europe.
///
/// It may be embedded in documents by its license. It is not a part of Tessera, but of the system: Debian has it in the
/// package `fonts-dejavu-core`, which deploy/install sees to.
actor CertificateFonts {
    private let folders: [String]
    private var fonts: (regular: TrueTypeFont, bold: TrueTypeFont)?

    /// Where distributions put them.
    static let systemFolders = [
        "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu", "/usr/share/fonts/dejavu-sans-fonts",
        "/usr/share/fonts/TTF", "/usr/local/share/fonts",
    ]

    init(folders: [String] = systemFolders) {
        self.folders = folders
    }

    /// The fonts.
    /// - Throws: A 503 ``Problem`` where they are not installed.
    func load() throws -> (regular: TrueTypeFont, bold: TrueTypeFont) {
        if let fonts { return fonts }
        for folder in folders {
            guard let regular = try? Data(contentsOf: URL(filePath: folder + "/DejaVuSans.ttf")),
                let bold = try? Data(contentsOf: URL(filePath: folder + "/DejaVuSans-Bold.ttf"))
            else { continue }
            let loaded = (regular: try TrueTypeFont(Array(regular)), bold: try TrueTypeFont(Array(bold)))
            fonts = loaded
            return loaded
        }
        throw Problem(
            .serviceUnavailable, "fonts",
            "Certificates for print need the font DejaVu Sans, which this server lacks: its operator can install it.")
    }
}
