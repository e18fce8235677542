import ArgumentParser
import JSON
import Training

/// `tessera partners`.
struct PartnersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partners", abstract: "Partners, what they need, and which staff profiles they mean to train.",
        subcommands: [PartnersListCommand.self, PartnersShowCommand.self, PartnersDefineCommand.self])

    /// Lends the partners to a command.
    static func with<Result: Sendable>(
        _ options: SettingsOptions, _ body: @Sendable (PartnerStore) async throws -> Result
    ) async throws -> Result {
        let settings = try options.settings()
        return try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await body(PartnerStore(CallerDatabase(pool: pool, partner: nil)))
            }
        }
    }
}

/// `tessera partners list`.
struct PartnersListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the partners.")

    @Flag(help: "Print the partners as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let found = try await PartnersCommand.with(options) { partners in try await partners.partners() }
        if json { return try CommandOutput.document(found, "list of partners") }
        let document = try JSONDocument(parsing: CommandOutput.found(found, "list of partners"))
        document.root["partners"]?.elements.forEach { partner in
            print(["code", "name", "country"].compactMap { partner[$0]?.string }.joined(separator: "\t"))
        }
    }
}

/// `tessera partners show`.
struct PartnersShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a partner as one JSON object: its pilots and curricula, its needs and targets.")

    @Argument(help: "The partner's code.")
    var code: String

    @Flag(help: "As without it; other commands print JSON only with it.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let what = "partner \(code)"
        let (partner, needs, targets) = try await PartnersCommand.with(options) { partners in
            (
                try CommandOutput.found(try await partners.partner(code), what),
                try CommandOutput.found(try await partners.needs(of: code), what),
                try CommandOutput.found(try await partners.targets(of: code), what)
            )
        }
        CommandOutput.json { writer in
            writer.member("partner", raw: partner)
            writer.member("needs", raw: needs)
            writer.member("targets", raw: targets)
        }
    }
}

/// `tessera partners define`.
struct PartnersDefineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Define a partner, or bring its definition up to date.",
        discussion: "The documents are those of PUT /api/partners/{code}, …/needs and …/targets; see /api/docs.")

    @Argument(help: "The file with the partner's definition as JSON; - for standard input.")
    var file: String

    @Option(help: "A file with its needs.")
    var needs: String?

    @Option(help: "A file with its targets.")
    var targets: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let definition = try await DefinitionFile.read(file)
        let code = try DefinitionFile.name("code", in: definition, of: file)
        var needsDefinition: [UInt8]?
        if let needs { needsDefinition = try await DefinitionFile.read(needs) }
        var targetsDefinition: [UInt8]?
        if let targets { targetsDefinition = try await DefinitionFile.read(targets) }
        try await PartnersCommand.with(options) { [needsDefinition, targetsDefinition] partners in
            try await partners.define(definition)
            if let needsDefinition { try await partners.defineNeeds(of: code, needsDefinition) }
            if let targetsDefinition { try await partners.defineTargets(of: code, targetsDefinition) }
        }
        if json {
            CommandOutput.json { $0.member("defined", string: code) }
        } else {
            print("Partner \(code) is as defined.")
        }
    }
}
