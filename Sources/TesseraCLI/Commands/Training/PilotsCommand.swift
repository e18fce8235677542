import ArgumentParser

/// `tessera pilots`.
struct PilotsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pilots", abstract: "Pilots: who is enrolled, plans, states, and launch contexts for courses.",
        subcommands: [
            PilotsListCommand.self, PilotsShowCommand.self, PilotsDefineCommand.self, PilotsStateCommand.self,
            PilotsPublishCommand.self, PilotsUnpublishCommand.self, PilotsLaunchContextCommand.self,
        ])
}
