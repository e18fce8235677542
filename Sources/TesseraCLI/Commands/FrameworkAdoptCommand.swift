import ArgumentParser
import Frameworks

/// `tessera framework adopt`.
struct FrameworkAdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Adopt a draft: from then on nothing of it can be changed.")

    @OptionGroup var version: FrameworkVersionArguments

    @OptionGroup var options: FrameworkOptions

    func run() async throws {
        let isThere = try await FrameworkCommand.with(options) {
            try await $0.set(.adopted, of: version.code, version.version)
        }
        guard isThere else { throw FrameworkCommand.missing(version) }
        print("\(version.code) \(version.version) is adopted.")
    }
}
