import Foundation

extension Installation {
    private struct Login: Decodable {
        let role: String
        let password: String
        let database: String
        let host: String
        let port: String
    }

    private struct Made: Decodable {
        let secret: String
    }

    /// Makes an evaluator, as whom `psql` then works: the views are brought up to date before each command.
    func evaluator(_ name: String, _ options: String...) async throws -> Psql {
        let outcome = try await tessera(["evaluators", "create", "--name", name, "--json"] + options).succeeded()
        let login = try JSONDecoder().decode(Login.self, from: Data(outcome.output.utf8))
        let uri = "postgresql:///\(login.database)?user=\(login.role)&host=\(login.host)&port=\(login.port)"
        return Psql(uri: uri, password: login.password) { try await refreshViews() }
    }

    /// Waits until the views of evaluation count every statement that is stored.
    func refreshViews() async throws {
        _ = try await tessera("evaluation", "refresh").succeeded("tessera evaluation refresh")
    }

    /// Makes a key, with which a client then works.
    func client(_ name: String, _ options: String...) async throws -> Client {
        try await client(named: name, options)
    }

    /// Makes a key, with which a client then works.
    func client(named name: String, _ options: [String]) async throws -> Client {
        let outcome = try await tessera(["keys", "create", "--name", name, "--json"] + options).succeeded()
        let made = try JSONDecoder().decode(Made.self, from: Data(outcome.output.utf8))
        return Client(port: port, key: "\(name):\(made.secret)")
    }
}
