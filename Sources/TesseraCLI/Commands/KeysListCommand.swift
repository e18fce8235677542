import ArgumentParser
import FoundationEssentials
import JSON
import Operations

/// `tessera keys list`.
struct KeysListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the living keys; never their secrets.")

    @Flag(help: "Print the keys as one JSON object.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.settings()
        let keys = try await DatabaseAccess.withDatabase(settings, logger: CommandOutput.logger(settings)) { database in
            try await DatabaseAccess.withPool(database.service) { try await APIKeyStore(pool: $0).list() }
        }
        if json {
            CommandOutput.json { writer in
                writer.member("keys", array: { writer in for key in keys { Self.write(key, to: &writer) } })
            }
            return
        }
        for key in keys {
            let scopes = key.scopes.map(\.rawValue).sorted().joined(separator: " ")
            let end = key.expiresAt.map { "until \($0.formatted(.iso8601))" } ?? ""
            print([key.name, scopes, key.partnerCode ?? "", end].filter { !$0.isEmpty }.joined(separator: "\t"))
        }
    }

    private static func write(_ key: APIKey, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", string: key.id.uuidString.lowercased())
            writer.member("name", string: key.name)
            writer.member(
                "scopes",
                array: { writer in
                    for scope in key.scopes.map(\.rawValue).sorted() { writer.string(scope) }
                })
            writer.member("partner", stringIfPresent: key.partnerCode)
            writer.member("xapiVersion", string: key.xapiVersion)
            if key.quarantines { writer.member("quarantine", boolean: true) }
            writer.member("createdAt", string: key.createdAt.formatted(.iso8601))
            writer.member("expiresAt", stringIfPresent: key.expiresAt?.formatted(.iso8601))
            writer.member("lastUsedAt", stringIfPresent: key.lastUsedAt?.formatted(.iso8601))
        }
    }
}
