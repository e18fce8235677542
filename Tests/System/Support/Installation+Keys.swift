import Foundation
import Testing

/// A key as `tessera issuer keys list --json` shows it.
struct ListedKey: Decodable {
    let id: String
    let algorithm: String
    let state: String
    let multibase: String
    let credentials: Int
}

extension Installation {
    /// The issuer's keys, oldest first.
    func issuerKeys() async throws -> [ListedKey] {
        struct List: Decodable { let keys: [ListedKey] }
        let output = try await tessera("issuer", "keys", "list", "--json").succeeded("issuer keys list").output
        return try JSONDecoder().decode(List.self, from: Data(output.utf8)).keys
    }

    /// The key of an algorithm in a state.
    func issuerKey(_ algorithm: String, _ state: String) async throws -> ListedKey {
        try #require(try await issuerKeys().last { $0.algorithm == algorithm && $0.state == state })
    }

    /// As if every key had been listed for as long as verifiers keep their copies.
    func settleKeys() async throws {
        try await administrator("UPDATE credential.signing_key SET listed_at = listed_at - interval '11 minutes'")
    }

    /// The independent verifier's account of credentials, each of which must be valid.
    func independentlyVerified(_ urls: [String]) async throws -> [String: Double] {
        try await Program.run(
            TestEnvironment.python,
            [
                TestEnvironment.script("verify_proofs.py"), "--vectors", TestEnvironment.vectors, "--thorough", "0",
                "--server-checks", "0", "--no-changes", baseURL,
            ] + urls, atMost: .seconds(100)
        ).succeeded("verify_proofs.py").summary
    }

    /// What the server finds of a credential.
    func verdict(_ credential: String) async throws -> String {
        struct Report: Decodable { let verdict: String }
        let answer = try await Client(port: port).send(
            "POST", "/api/verify", body: Data(credential.utf8), headers: ["Content-Type": "application/json"])
        return try answer.expecting(200).decoded(as: Report.self).verdict
    }
}
