import ArgumentParser
import Awarding

/// `tessera awards approve`.
struct AwardsApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve a proposed award, which is then signed.")

    @Argument(help: "The award's id.")
    var id: String

    @Option(help: "Why.")
    var reason: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (award, reason) = (try AwardsCommand.id(id), reason)
        try await AwardsCommand.with(options) { awards in
            try await awards.approve(award, because: reason, by: CommandOutput.operatorName)
        }
        RulesCommand.tell(json, "approved", id, "Award \(id) is approved.")
    }
}

/// `tessera awards refuse`.
struct AwardsRefuseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Refuse a proposed award; only new evidence proposes it again.")

    @Argument(help: "The award's id.")
    var id: String

    @Option(help: "Why.")
    var reason: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (award, reason) = (try AwardsCommand.id(id), reason)
        try await AwardsCommand.with(options) { awards in
            try await awards.refuse(award, because: reason, by: CommandOutput.operatorName)
        }
        RulesCommand.tell(json, "refused", id, "Award \(id) is refused.")
    }
}

/// `tessera awards reevaluate`.
struct AwardsReevaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reevaluate", abstract: "Have everybody's evidence weighed anew by the servers that run.")

    @Option(help: "Only the evidence of a pilot, by its code.")
    var pilot: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let pilot = pilot
        try await AwardsCommand.with(options) { try await $0.reevaluate(pilot: pilot) }
        RulesCommand.tell(
            json, "reevaluated", pilot ?? "all", "The evidence of \(pilot ?? "everybody") is to be weighed anew.")
    }
}
