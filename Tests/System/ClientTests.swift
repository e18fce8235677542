import Foundation
import Testing

extension SystemTests.SharedServerTests {
    /// Clients that nobody here wrote.
    struct ClientTests {
        private let installation: Installation
        private let key: [String]

        init() throws {
            installation = try .served
            key = installation.key.split(separator: ":").map(String.init)
        }

        @Test("ralph writes 1,000 statements and reads each back once")
        func ralph() async throws {
            // It reads everything that a store has, so it gets one of its own.
            try await Installation.with { installation in
                try await installation.serving { _ in
                    let summary = try await python("ralph_roundtrip.py", [installation.url] + key + ["1000"])
                    #expect(summary == ["written": 1000, "read": 1000])
                }
            }
        }

        @Test("TinCanPython saves, retrieves and queries statements")
        func tincan() async throws {
            let summary = try await python("tincan_roundtrip.py", [installation.url + "/xapi/"] + key)
            #expect(summary == ["saved": 5, "found": 5])
        }

        @Test("curl posts a statement from a file, and is told what is wrong with its key")
        func curl() async throws {
            let file = installation.folder + "/statement.json"
            let id = UUID()
            let sent = Sample.statement(id: id, more: #","result":{"score":{"scaled":0.900}}"#)
            try Data(sent.utf8).write(to: URL(filePath: file))
            let arguments = [
                "curl", "-s", "-H", "X-Experience-API-Version: 1.0.3", "-H", "Content-Type: application/json",
                "-w", "\n%{http_code}", installation.url + "/xapi/statements",
            ]
            let post = ["-d", "@" + file]
            let right = try await Program.run("/usr/bin/env", arguments + post + ["-u", installation.key]).succeeded()
            #expect(right.output == "[\"\(id.text)\"]\n200")
            let wrong = try await Program.run("/usr/bin/env", arguments + post + ["-u", "system:wrong"]).succeeded()
            #expect(wrong.output.hasSuffix("\n401"))
            #expect(wrong.output.contains("No key has this name and secret."))
            let query = ["-G", "-d", "statementId=\(id.text)", "-u", installation.key]
            let found = try await Program.run("/usr/bin/env", arguments + query).succeeded()
            #expect(found.output.hasPrefix(sent.dropLast()))
        }

        private func python(_ script: String, _ arguments: [String]) async throws -> [String: Int] {
            let outcome = try await Program.run(
                TestEnvironment.python, [TestEnvironment.script(script)] + arguments, atMost: .seconds(150)
            ).succeeded(script)
            return try JSONDecoder().decode([String: Int].self, from: Data(outcome.output.utf8))
        }
    }
}
