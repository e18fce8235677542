import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// `tessera keys`.
    struct KeyTests {
        private struct Made: Decodable {
            let name: String
            let secret: String
        }

        private struct Listed: Decodable {
            struct Key: Decodable {
                let name: String
                let scopes: [String]
            }

            let keys: [Key]
        }

        @Test("keys are made, listed, rotated and revoked while the server runs")
        func whileServing() async throws {
            let installation = try Installation.served
            let first = try await make("platform", "--scope", "statements/write", in: installation)
            #expect(try await status(first.secret, in: installation) == 200)
            let listed = try await list(in: installation)
            let key = try #require(listed.keys.first { $0.name == "platform" })
            #expect(key.scopes == ["statements/write"])

            let rotation = try await installation.tessera("keys", "rotate", "--name", "platform", "--json")
            let second = try object(Made.self, in: rotation.succeeded())
            #expect(second.secret != first.secret)
            #expect(try await status(second.secret, in: installation) == 200)
            try await untilRefused(first.secret, in: installation)

            let revocation = try await installation.tessera("keys", "revoke", "--name", "platform", "--json")
            #expect(try object([String: String].self, in: revocation.succeeded()) == ["revoked": "platform"])
            try await untilRefused(second.secret, in: installation)
            #expect(try await !list(in: installation).keys.map(\.name).contains("platform"))
        }

        @Test("keys are made and listed while no server runs")
        func withoutServer() async throws {
            try await Installation.with { installation in
                try await installation.serving { _ in }
                let made = try await make("alone", in: installation)
                let listed = try await list(in: installation)
                #expect(listed.keys.map(\.name).contains("alone"))
                #expect(TemporaryFolder.programs(naming: installation.folder).isEmpty, "the cluster stops again")
                try await installation.serving { _ in
                    let client = Client(port: installation.port, key: "alone:\(made.secret)")
                    let answer = try await client.post(Sample.statement())
                    #expect(answer.status == 200)
                }
            }
        }

        @Test("commands that cannot be done end with 1, wrong use with 64, and say so on standard error only")
        func exitCodes() async throws {
            let installation = try Installation.served
            _ = try await make("taken", in: installation)
            let failing = [["keys", "revoke", "--name", "nobody"], ["keys", "create", "--name", "taken"]]
            let wrong = [["keys", "create"], ["keys", "destroy"], ["keys", "list", "--colour"]]
            for (commands, status) in [(failing, 1), (wrong, 64)] {
                for command in commands {
                    let outcome = try await installation.tessera(command)
                    #expect(outcome.status == status, "\(command)")
                    #expect(outcome.output.isEmpty, "\(command)")
                    #expect(!outcome.error.isEmpty, "\(command)")
                }
            }
        }

        private func make(_ name: String, _ options: String..., in installation: Installation) async throws -> Made {
            let outcome = try await installation.tessera(["keys", "create", "--name", name, "--json"] + options)
            let made = try object(Made.self, in: outcome.succeeded())
            #expect(made.name == name)
            return made
        }

        private func list(in installation: Installation) async throws -> Listed {
            let outcome = try await installation.tessera("keys", "list", "--json").succeeded()
            return try object(Listed.self, in: outcome)
        }

        /// The one JSON object that a command wrote.
        private func object<Value: Decodable>(_ type: Value.Type, in outcome: Program.Outcome) throws -> Value {
            #expect(outcome.output.split(separator: "\n").count == 1)
            return try JSONDecoder().decode(type, from: Data(outcome.output.utf8))
        }

        private func status(_ secret: String, in installation: Installation) async throws -> Int {
            try await Client(port: installation.port, key: "platform:\(secret)").post(Sample.statement()).status
        }

        /// Servers remember a key for a few seconds.
        private func untilRefused(_ secret: String, in installation: Installation) async throws {
            let deadline = ContinuousClock.now + .seconds(10)
            while ContinuousClock.now < deadline {
                if try await status(secret, in: installation) == 401 { return }
                try await Task.sleep(for: .milliseconds(100))
            }
            Issue.record("the key was still accepted after ten seconds")
        }
    }
}
