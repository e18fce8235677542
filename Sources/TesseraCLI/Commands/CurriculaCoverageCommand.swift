import ArgumentParser
import JSON
import Training

/// `tessera curricula coverage`.
struct CurriculaCoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Show what a version of a curriculum covers of the profiles that it is for, and what it does not.")

    @OptionGroup var arguments: CurriculumVersionArguments

    @Flag(help: "Print the coverage as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let found = try await CurriculaCommand.with(options) { [arguments] curricula in
            try await curricula.coverage(of: arguments.version, of: arguments.code)
        }
        if json { return try CommandOutput.document(found, arguments.name) }
        let document = try JSONDocument(parsing: CommandOutput.found(found, arguments.name))
        document.root["profiles"]?.elements.forEach(Self.show)
    }

    private static func show(_ profile: JSONValue) {
        profile["competences"]?.elements.forEach { competence in
            let marks = ["taught", "assessed", "evidenced"].map { competence[$0]?.boolean == true ? $0 : "-" }
            print(
                ([profile["profile"]?.string ?? "", competence["competence"]?.string ?? ""] + marks
                    + [competence["name"]?.string ?? ""]).joined(separator: "\t"))
        }
        let uncovered = profile["uncovered"]?.elements.compactMap(\.string) ?? []
        print(
            "\(profile["profile"]?.string ?? ""): \(uncovered.count) not covered: \(uncovered.joined(separator: " "))")
    }
}
