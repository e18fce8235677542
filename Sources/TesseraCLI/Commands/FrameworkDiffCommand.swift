import ArgumentParser
import CompetenceFramework
import Frameworks

/// `tessera framework diff`.
struct FrameworkDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Tell what differs between two versions of a framework.")

    @OptionGroup var version: FrameworkVersionArguments

    @Argument(help: "The newer version.")
    var new: String

    @Flag(help: "Print the difference as one JSON object.")
    var json = false

    @OptionGroup var options: FrameworkOptions

    func run() async throws {
        let (old, later) = try await FrameworkCommand.with(options) { exchange in
            (
                try await exchange.package(version.code, version.version),
                try await exchange.package(version.code, new)
            )
        }
        guard let old else { throw FrameworkCommand.missing(version) }
        guard let later else {
            CommandOutput.message("There is no framework \(version.code) version \(new).")
            throw ExitCode(1)
        }
        let difference = later.difference(from: old)
        if json {
            print(String(decoding: difference.json(), as: UTF8.self))
        } else {
            for line in difference.lines { print(line) }
        }
    }
}
