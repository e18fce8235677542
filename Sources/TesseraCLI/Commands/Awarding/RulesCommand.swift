import ArgumentParser
import Awarding
import JSON

/// `tessera rules`.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "What evidence shows a level: rules by competence, level and pilot, in versions.",
        subcommands: [
            RulesListCommand.self, RulesShowCommand.self, RulesImportCommand.self, RulesPublishCommand.self,
            RulesRetireCommand.self, RulesAssessorsCommand.self, RulesApprovalCommand.self,
        ])

    /// Lends the rules to a command.
    static func with<Result: Sendable>(
        _ options: SettingsOptions, _ body: @escaping @Sendable (RuleStore) async throws -> Result
    ) async throws -> Result {
        try await TrainingDatabase.with(options) { try await body(RuleStore($0)) }
    }

    /// Tells what a command did.
    static func tell(_ json: Bool, _ member: String, _ value: String, _ sentence: String) {
        if json { CommandOutput.json { $0.member(member, string: value) } } else { print(sentence) }
    }
}

/// `tessera rules list`.
struct RulesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rules with their versions, newest first.")

    @Flag(help: "Print the rules as one JSON object, which holds them whole.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let found = try await RulesCommand.with(options) { try await $0.rules() }
        let document = try CommandOutput.found(found, "list of rules")
        if json { return print(String(decoding: document, as: UTF8.self)) }
        for rule in try JSONDocument(parsing: document).root["rules"]?.elements.map({ $0 }) ?? [] {
            let scope =
                ["competence", "pilot"].compactMap { rule[$0]?.string } + [rule["level"]?.lexeme].compactMap(\.self)
            let columns = [
                rule["code"]?.string, rule["version"]?.lexeme, rule["state"]?.string,
                scope.isEmpty ? "all" : scope.joined(separator: " "),
            ]
            print(columns.compactMap(\.self).joined(separator: "\t"))
        }
    }
}

/// `tessera rules show`.
struct RulesShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a rule as one JSON object, which `tessera rules import` takes again.", aliases: ["export"])

    @Argument(help: "The rule's code.")
    var code: String

    @Argument(help: "A version; the published one, or the newest if none is.")
    var version: Int32?

    @Flag(help: "Print one JSON object, which it is anyway.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (code, version) = (code, version)
        let found = try await RulesCommand.with(options) { try await $0.rule(code, version: version) }
        try CommandOutput.document(found, version.map { "version \($0) of rule \(code)" } ?? "rule \(code)")
    }
}

/// `tessera rules import`.
struct RulesImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Define the draft of a rule's next version, or change it.")

    @Argument(help: "A file of JSON or YAML; - for JSON from standard input.")
    var file: String

    @Flag(help: "Publish the draft at once.")
    var publish = false

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let bytes = try await DefinitionFile.read(file)
        let (code, publish) = (try DefinitionFile.name("code", in: bytes, of: file), publish)
        try await RulesCommand.with(options) { rules in
            try await rules.define(bytes, by: CommandOutput.operatorName)
            if publish { try await rules.publish(code, by: CommandOutput.operatorName) }
        }
        RulesCommand.tell(json, "rule", code, "Rule \(code) is \(publish ? "published" : "defined").")
    }
}

/// `tessera rules publish`.
struct RulesPublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish the draft of a rule, which then never changes; evidence that it touches is weighed anew.")

    @Argument(help: "The rule's code.")
    var code: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let code = code
        try await RulesCommand.with(options) { try await $0.publish(code, by: CommandOutput.operatorName) }
        RulesCommand.tell(json, "published", code, "Rule \(code) is published.")
    }
}

/// `tessera rules retire`.
struct RulesRetireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Retire a rule: it finds no awards any more. Those that it found stand.")

    @Argument(help: "The rule's code.")
    var code: String

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let code = code
        try await RulesCommand.with(options) { try await $0.retire(code, by: CommandOutput.operatorName) }
        RulesCommand.tell(json, "retired", code, "Rule \(code) is retired.")
    }
}
