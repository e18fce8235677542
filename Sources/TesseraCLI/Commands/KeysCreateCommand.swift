public import ArgumentParser
import FoundationEssentials
import JSON
public import Operations

/// `tessera keys create`.
struct KeysCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a key; its secret is shown this once.")

    @Option(help: "The user name of HTTP Basic.")
    var name: String

    @Option(
        name: .customLong("scope"), parsing: .singleValue,
        help: "What it may do, once for each: \(Scope.allCases.map(\.rawValue).joined(separator: ", ")).")
    var scopes: [Scope] = [.statementsWrite, .statementsReadMine, .define]

    @Option(help: "Code of the partner whose data it is limited to.")
    var partner: String?

    @Option(help: "The day it ends, YYYY-MM-DD, or a moment, 2027-01-31T12:00:00Z.", transform: KeysCreateCommand.date)
    var expires: Date?

    @Option(
        name: .customLong("xapi-version"),
        help: "The xAPI version that answers requests which name none: 1.0.3 or 2.0.0.")
    var xapiVersion = "2.0.0"

    @Flag(help: "Keep statements of the key that are refused as invalid in quarantine; for trusted platforms.")
    var quarantine = false

    @Flag(help: "Print the key as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard ["1.0.3", "2.0.0"].contains(xapiVersion) else {
            throw ValidationError("--xapi-version: \"\(xapiVersion)\" is neither 1.0.3 nor 2.0.0.")
        }
    }

    func run() async throws {
        let settings = try options.settings()
        let request = APIKeyStore.Request(
            name: name, scopes: Set(scopes), partner: partner, expiresAt: expires, xapiVersion: xapiVersion,
            quarantines: quarantine)
        let made = try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { pool in
                try await APIKeyStore(pool: pool).create(request, actor: CommandOutput.operatorName)
            }
        }
        if json {
            CommandOutput.json { writer in
                writer.member("id", string: made.id.uuidString.lowercased())
                writer.member("name", string: name)
                writer.member("secret", string: made.secret)
            }
        } else {
            print("\(name):\(made.secret)")
            CommandOutput.message("Keep the secret now: it is shown nowhere again.")
        }
    }

    private static func date(_ text: String) throws -> Date {
        let moment = text.count == 10 ? text + "T00:00:00Z" : text
        do { return try Date(moment, strategy: .iso8601) } catch {
            throw ValidationError(
                "\"\(text)\" is neither YYYY-MM-DD nor an ISO 8601 moment such as 2027-01-31T12:00:00Z.")
        }
    }
}

extension Scope: ExpressibleByArgument {}
