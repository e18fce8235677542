import ArgumentParser
import Frameworks

/// `tessera framework deprecate`.
struct FrameworkDeprecateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deprecate", abstract: "Retire a version of a framework; it stays to be read.")

    @OptionGroup var version: FrameworkVersionArguments

    @OptionGroup var options: FrameworkOptions

    func run() async throws {
        let isThere = try await FrameworkCommand.with(options) {
            try await $0.set(.deprecated, of: version.code, version.version)
        }
        guard isThere else { throw FrameworkCommand.missing(version) }
        print("\(version.code) \(version.version) is deprecated.")
    }
}
