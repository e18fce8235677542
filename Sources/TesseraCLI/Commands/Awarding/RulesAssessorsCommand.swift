import ArgumentParser
import Awarding

/// `tessera rules assessors`.
struct RulesAssessorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assessors",
        abstract: "Replace the list of who may assess, in a pilot or in all that a partner runs.",
        discussion: #"The file is {"assessors": [{"account": {"homePage": "https://...", "name": "..."}}, ...]}."#)

    @Argument(help: "A file of JSON or YAML; - for JSON from standard input.")
    var file: String

    @Option(help: "The pilot's code.")
    var pilot: String?

    @Option(help: "The partner's code.")
    var partner: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard (pilot == nil) != (partner == nil) else { throw ValidationError("Name a --pilot or a --partner.") }
    }

    func run() async throws {
        let bytes = try await DefinitionFile.read(file)
        let code = pilot ?? partner ?? ""
        let owner: RuleStore.AssessorOwner = pilot.map { .pilot($0) } ?? .partner(code)
        try await RulesCommand.with(options) { rules in
            try await rules.defineAssessors(of: owner, bytes, by: CommandOutput.operatorName)
        }
        RulesCommand.tell(json, "assessors", code, "The assessors of \(code) are as listed.")
    }
}

/// `tessera rules approval`.
struct RulesApprovalCommand: AsyncParsableCommand {
    /// Whether a person approves.
    enum Need: String, ExpressibleByArgument {
        case required
        case unneeded
    }

    static let configuration = CommandConfiguration(
        commandName: "approval", abstract: "Say whether a person approves a pilot's awards before they are signed.")

    @Argument(help: "The pilot's code.")
    var pilot: String

    @Argument(help: "required or unneeded.")
    var need: Need

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (pilot, isRequired) = (pilot, need == .required)
        try await RulesCommand.with(options) { rules in
            try await rules.setApproval(ofPilot: pilot, required: isRequired, by: CommandOutput.operatorName)
        }
        RulesCommand.tell(json, "approval", need.rawValue, "Approval of the awards of \(pilot) is \(need.rawValue).")
    }
}
