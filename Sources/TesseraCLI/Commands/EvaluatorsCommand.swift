import ArgumentParser
import Evaluation
import JSON
import LibPQ
import Operations

/// `tessera evaluators`.
struct EvaluatorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluators", abstract: "PostgreSQL roles of evaluators.",
        subcommands: [EvaluatorsCreateCommand.self])
}

/// `tessera evaluators create`.
struct EvaluatorsCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a login role that reads schema evaluation, and nothing else.")

    @Option(help: "The role's name: lower-case letters, digits, _.")
    var name: String

    @Option(
        name: .customLong("partner"), parsing: .singleValue,
        help: "Code of a partner whose pilots it may see, once for each; without any, all partners.")
    var partners: [String] = []

    @Flag(help: "Print the role as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.settings()
        let password = Secret.random()
        let host = try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.administrator) { pool in
                try await EvaluatorRoles(pool: pool).create(
                    name: name, password: password, partners: partners, actor: CommandOutput.operatorName)
                return try await pool.withConnection { db in
                    try await db.one(
                        """
                        SELECT
                            current_database(), current_setting('unix_socket_directories'), current_setting('port'),
                            coalesce(host(inet_server_addr()), '')
                        """, as: (String, String, String, String).self)
                }
            }
        }
        // The setting lists folders, each in quotes where it needs them.
        let folder = host.1.split(separator: ",").first.map { $0.filter { $0 != "\"" && !$0.isWhitespace } } ?? ""
        let place = host.3.isEmpty ? folder : host.3
        if json {
            CommandOutput.json { writer in
                writer.member("role", string: name)
                writer.member("password", string: password)
                writer.member("database", string: host.0)
                writer.member("host", string: place)
                writer.member("port", string: host.2)
            }
        } else {
            print("PGPASSWORD=\(password) psql -h \(place) -p \(host.2) -U \(name) \(host.0)")
            CommandOutput.message("Keep the password now: it is shown nowhere again.")
        }
    }
}
