import Foundation

@testable import Operations

/// `psql`, as a person would use it.
struct Psql {
    let address: ClusterAddress

    /// What a command gives back, without headings.
    func callAsFunction(_ sql: String, role: String = ClusterAddress.administrator) async throws -> String {
        try await command(sql, uri: address.connectionURI(role: role)).check(doing: sql)
            .trimmingCharacters(in: .newlines)
    }

    /// Whether a command with a password in the URI succeeds, and what it wrote.
    func attempt(_ sql: String, role: String, password: String? = nil) async throws -> (succeeded: Bool, text: String) {
        let uri = address.connectionURI(role: role) + (password.map { "&password=\($0)" } ?? "")
        let outcome = try await command(sql, uri: uri).run()
        return (outcome.succeeded, outcome.output)
    }

    private func command(_ sql: String, uri: String) -> Command {
        Command("/usr/bin/psql", ["-XAtqw", "-v", "ON_ERROR_STOP=1", "-d", uri, "-c", sql])
    }
}
