import ArgumentParser
import FoundationEssentials
import Yams

#if canImport(Glibc)
    import Glibc
#endif

/// The options that every command which reaches the database takes.
struct SettingsOptions: ParsableArguments {
    @Option(help: "A YAML file with settings, such as port: 8080.")
    var config: String?

    @Option(help: "The database's URL; without one, tessera runs a PostgreSQL of its own. [TESSERA_DATABASE_URL]")
    var databaseURL: String?

    @Option(help: "Where the own PostgreSQL and the signing key live. [TESSERA_DATA_DIR] (default: .tessera)")
    var dataDir: String?

    @Option(
        help: "Least level of what is logged: trace, debug, info, notice, warning, error, critical. [TESSERA_LOG_LEVEL]"
    )
    var logLevel: String?

    /// The settings, from file, environment and flags.
    func settings(flags: [String: String?] = [:]) throws -> Settings {
        var settings = Settings()
        if let config { try settings.apply(try Self.file(config), nameOf: { $0 }) }
        let environment = ProcessInfo.processInfo.environment
        var fromEnvironment: [String: String] = [:]
        for name in Settings.names {
            fromEnvironment[name] = environment[Self.variable(name)].flatMap { $0.isEmpty ? nil : $0 }
        }
        try settings.apply(fromEnvironment, nameOf: Self.variable)
        var given = flags.compactMapValues { $0 }
        given["database_url"] = databaseURL
        given["data_dir"] = dataDir
        given["log_level"] = logLevel
        try settings.apply(given, nameOf: { "--" + $0.replacing("_", with: "-") })
        return settings
    }

    private static func variable(_ name: String) -> String { "TESSERA_" + name.uppercased() }

    private static func file(_ path: String) throws -> [String: String] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let node = try Yams.compose(yaml: text) else { return [:] }
        guard let mapping = node.mapping else {
            throw Settings.Invalid(name: path, rule: "a file of settings is a mapping of names to values.")
        }
        var values: [String: String] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard Settings.names.contains(name) else {
                throw Settings.Invalid(
                    name: "\(path): \(name)",
                    rule: "no such setting; known are \(Settings.names.joined(separator: ", ")).")
            }
            guard let text = value.scalar?.string else {
                throw Settings.Invalid(name: "\(path): \(name)", rule: "the value must be a single text or number.")
            }
            values[name] = text
        }
        return values
    }
}
