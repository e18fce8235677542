import ArgumentParser
import Credentials
import Web

/// `tessera credentials verify`.
struct CredentialsVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check a credential, as anybody else can.",
        discussion: """
            What the issuer publishes decides: its keys and its status list are fetched, from public addresses and by \
            TLS only. TESSERA_VERIFY_ORIGINS names others that may be asked; the own TESSERA_BASE_URL always may. \
            Exit code 0 for a credential that is valid, 1 for any other.
            """)

    @Argument(help: "A file with the credential (JSON, JWT, PNG, SVG or PDF), its URL, or - for standard input.")
    var credential: String

    @Option(help: "The e-mail address or name of the person whom it should be about.")
    var recipient: String?

    @Flag(help: "Print the report as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    /// Bytes of a file.
    private static let maximumBytes = 16 << 20

    func run() async throws {
        let settings = try options.settings()
        let origins = settings.verifyOrigins + (FetchSettings.isOrigin(settings.publicURL) ? [settings.publicURL] : [])
        let verification = OutsideVerification(
            fetching: FetchSettings(isEnabled: settings.verifiesForeign, trustedOrigins: Set(origins)))
        let report: VerificationReport
        if credential.hasPrefix("https://") || credential.hasPrefix("http://") {
            do { report = try await verification.verify(at: credential, recipient: recipient) } catch let error
                as FetchError
            {
                CommandOutput.message("\(credential) could not be fetched. \(error.description)")
                throw ExitCode(1)
            }
        } else {
            report = await verification.verify(try await content(), recipient: recipient)
        }
        show(report)
        if report.verdict != .valid { throw ExitCode(1) }
    }

    private func content() async throws -> [UInt8] {
        try await InputFile.with(credential) { file in
            var bytes: [UInt8] = []
            while let piece = try await file.next() {
                bytes += piece
                guard bytes.count <= Self.maximumBytes else {
                    CommandOutput.message("\(credential) has more than \(Self.maximumBytes) bytes.")
                    throw ExitCode(1)
                }
            }
            return bytes
        }
    }

    private func show(_ report: VerificationReport) {
        guard !json else {
            print(String(decoding: report.json, as: UTF8.self))
            return
        }
        print(report.text)
        for check in report.checks {
            print("  \(check.name.rawValue): \(check.outcome.name). \(check.text)")
        }
        guard let content = report.content else { return }
        print("\(content.name ?? content.id), issued by \(content.issuerName ?? "?") (\(content.issuerID))")
        if let name = content.recipientName { print("Issued to \(name)") }
    }
}
