import ArgumentParser
import Awarding
import FoundationEssentials
import JSON

/// `tessera awards`.
struct AwardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "awards", abstract: "Awards: which there are, why, and what a person decides of them.",
        subcommands: [
            AwardsListCommand.self, AwardsExplainCommand.self, AwardsApproveCommand.self, AwardsRefuseCommand.self,
            AwardsReevaluateCommand.self,
        ])

    /// Lends the awards to a command.
    static func with<Result: Sendable>(
        _ options: SettingsOptions, _ body: @escaping @Sendable (AwardStore) async throws -> Result
    ) async throws -> Result {
        try await TrainingDatabase.with(options) { try await body(AwardStore($0)) }
    }

    /// The id of an award as an argument.
    static func id(_ text: String) throws -> UUID {
        guard let id = UUID(uuidString: text) else {
            throw ValidationError("\(text) is not the id of an award, a UUID.")
        }
        return id
    }
}

/// `tessera awards list`.
struct AwardsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List awards, oldest first.")

    @Option(help: "The code of the pilot in which they arose.")
    var pilot: String?

    @Option(
        help: "proposed, awarded, refused or withdrawn.",
        transform: { text in
            guard let state = AwardStore.State(rawValue: text) else {
                throw ValidationError("\(text) is not proposed, awarded, refused or withdrawn.")
            }
            return state
        })
    var state: AwardStore.State?

    @Option(help: "The competence's code.")
    var competence: String?

    @Option(help: "How many at most.")
    var limit: Int32 = 1000

    @Flag(help: "Print the awards as one JSON object, with their evidence.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (filter, limit) = (AwardStore.Filter(pilot: pilot, competence: competence, state: state), limit)
        let found = try await AwardsCommand.with(options) { try await $0.awards(filter, atMost: limit) }
        let document = try CommandOutput.found(found, "list of awards")
        if json { return print(String(decoding: document, as: UTF8.self)) }
        for award in try JSONDocument(parsing: document).root["awards"]?.elements.map({ $0 }) ?? [] {
            let columns = [
                award["id"]?.string, award["state"]?.string, award["person"]?["name"]?.string,
                award["competence"]?.string, award["level"]?.lexeme, award["pilot"]?.string,
            ]
            print(columns.compactMap(\.self).joined(separator: "\t"))
        }
    }
}

/// `tessera awards explain`.
struct AwardsExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell which statements met which conditions, and what is missing for the next level.")

    @Argument(help: "The award's id; the person's account and a competence stand instead of it.")
    var id: String?

    @Option(help: "Home page of the person's account.")
    var homePage: String?

    @Option(help: "Name of the person's account.")
    var name: String?

    @Option(help: "The competence's code.")
    var competence: String?

    @Flag(help: "Print the explanation as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        if let id {
            let award = try AwardsCommand.id(id)
            let found = try await AwardsCommand.with(options) { try await $0.explanation(of: award) }
            return try show(found, "award \(id)")
        }
        guard let homePage, let name, let competence else {
            throw ValidationError("Name an award, or --home-page, --name and --competence.")
        }
        let found = try await AwardsCommand.with(options) { awards in
            try await awards.explanation(ofAccount: name, at: homePage, competence: competence)
        }
        try show(found, "such account or competence \(competence)")
    }

    private func show(_ found: [UInt8]?, _ what: String) throws {
        let document = try CommandOutput.found(found, what)
        print(json ? String(decoding: document, as: UTF8.self) : try LevelExplanation(document).words)
    }
}
