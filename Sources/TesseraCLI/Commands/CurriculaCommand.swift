import ArgumentParser
import JSON
import Training

/// `tessera curricula`.
struct CurriculaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curricula", abstract: "Curricula, their versions, and what these cover.",
        subcommands: [
            CurriculaListCommand.self, CurriculaShowCommand.self, CurriculaDefineCommand.self,
            CurriculaPublishCommand.self, CurriculaCoverageCommand.self,
        ])

    /// Lends the curricula to a command.
    static func with<Result: Sendable>(
        _ options: SettingsOptions, _ body: @Sendable (CurriculumStore) async throws -> Result
    ) async throws -> Result {
        let settings = try options.settings()
        return try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await body(CurriculumStore(CallerDatabase(pool: pool, partner: nil)))
            }
        }
    }
}

/// The version of a curriculum that a command is about.
struct CurriculumVersionArguments: ParsableArguments {
    @Argument(help: "The curriculum's code.")
    var code: String

    @Argument(help: "The version, such as 2.0.")
    var version: String

    /// What it is, for messages.
    var name: String { "version \(version) of curriculum \(code)" }
}

/// `tessera curricula list`.
struct CurriculaListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the curricula with their versions.")

    @Flag(help: "Print the curricula as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let found = try await CurriculaCommand.with(options) { curricula in try await curricula.curricula() }
        if json { return try CommandOutput.document(found, "list of curricula") }
        let document = try JSONDocument(parsing: CommandOutput.found(found, "list of curricula"))
        document.root["curricula"]?.elements.forEach { curriculum in
            let owners = curriculum["partners"]?.elements.compactMap(\.string).joined(separator: " ") ?? ""
            let versions = curriculum["versions"]?.elements.map { version in
                "\(version["version"]?.string ?? "") (\(version["state"]?.string ?? ""))"
            }
            print(
                [
                    curriculum["code"]?.string ?? "", curriculum["title"]?.string ?? "", owners,
                    versions?.joined(separator: ", ") ?? "",
                ].joined(separator: "\t"))
        }
    }
}

/// `tessera curricula show`.
struct CurriculaShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a curriculum, or a version of it, as one JSON object.")

    @Argument(help: "The curriculum's code.")
    var code: String

    @Argument(help: "The version, such as 2.0.")
    var version: String?

    @Flag(help: "As without it; other commands print JSON only with it.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let found = try await CurriculaCommand.with(options) { curricula in
            if let version { return try await curricula.version(version, of: code) }
            return try await curricula.curriculum(code)
        }
        try CommandOutput.document(found, version.map { "version \($0) of curriculum \(code)" } ?? "curriculum \(code)")
    }
}

/// `tessera curricula define`.
struct CurriculaDefineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Define a curriculum and versions of it, or bring that up to date.",
        discussion:
            "The documents are those of PUT /api/curricula/{code} and …/versions/{version}; see /api/docs.")

    @Argument(help: "The file with the curriculum's definition as JSON; - for standard input.")
    var file: String

    @Option(
        name: .customLong("version-file"), parsing: .singleValue,
        help: "A file with the definition of a version, once for each.")
    var versions: [String] = []

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let definition = try await DefinitionFile.read(file)
        let code = try DefinitionFile.name("code", in: definition, of: file)
        var definitions: [[UInt8]] = []
        for path in versions { definitions.append(try await DefinitionFile.read(path)) }
        try await CurriculaCommand.with(options) { [definitions] curricula in
            try await curricula.define(definition)
            for definition in definitions { try await curricula.defineVersion(of: code, definition) }
        }
        if json {
            CommandOutput.json { writer in
                writer.member("defined", string: code)
                writer.member("versions", number: definitions.count)
            }
        } else {
            print("Curriculum \(code) is as defined, with \(definitions.count) versions.")
        }
    }
}

/// `tessera curricula publish`.
struct CurriculaPublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publish a version of a curriculum, which then never changes.")

    @OptionGroup var arguments: CurriculumVersionArguments

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await CurriculaCommand.with(options) { [arguments] curricula in
            try await curricula.publish(arguments.version, of: arguments.code)
        }
        if json {
            CommandOutput.json { writer in
                writer.member("published", string: arguments.code)
                writer.member("version", string: arguments.version)
            }
        } else {
            print("Published: \(arguments.name).")
        }
    }
}
