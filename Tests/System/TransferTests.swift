import Foundation
import Testing

extension SystemTests {
    /// `tessera statements export` and `import`: from one installation into another.
    struct TransferTests {
        private struct Counts: Decodable, Equatable {
            var lines = 0
            var stored = 0
            var alreadyStored = 0
            var conflicts = 0
            var refused = 0
        }

        private struct Exported: Decodable {
            let statements: Int
            let through: String
        }

        @Test("10,000 statements go into an empty store, and come out of it in the same bytes")
        func roundTrip() async throws {
            try await Installation.withExternalDatabase { first in
                _ = try await first.tessera("migrate").succeeded()
                let file = first.folder + "/first.ndjson"
                try await first.serving { _ in try await fill(first.client, statements: 10_000) }
                let told = try await export(first, to: file)
                #expect(told.statements == 10_001)
                try await Installation.withExternalDatabase { second in
                    _ = try await second.tessera("migrate").succeeded()
                    let compressed = second.folder + "/first.ndjson.gz"
                    _ = try await export(first, to: compressed, "--gzip", "--until", told.through)
                    let size = try Data(contentsOf: URL(filePath: file)).count
                    #expect(try Data(contentsOf: URL(filePath: compressed)).count < size / 4)

                    #expect(try await imported(second, compressed) == Counts(lines: 10_001, stored: 10_001))
                    let copy = second.folder + "/second.ndjson"
                    #expect(try await export(second, to: copy).statements == 10_001)
                    #expect(try Data(contentsOf: URL(filePath: copy)) == Data(contentsOf: URL(filePath: file)))

                    #expect(try await imported(second, file) == Counts(lines: 10_001, alreadyStored: 10_001))
                    try await second.serving { _ in
                        // The first statement was voided, and is again.
                        #expect(try await second.client.statement(Self.id(0)).status == 404)
                        let served = try await second.client.statement(Self.id(1)).expecting(200)
                        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
                        #expect(lines[1] == served.text)
                    }
                }
            }
        }

        @Test("an import that is killed goes on where it was, and ends with everything stored once")
        func killed() async throws {
            try await Installation.withExternalDatabase { installation in
                _ = try await installation.tessera("migrate").succeeded()
                let file = installation.folder + "/lines.ndjson"
                let lines = (0..<20_000).map(Self.line)
                try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
                let program = try installation.start("statements", "import", file)
                let deadline = ContinuousClock.now + .seconds(60)
                while try await journaled(installation) == 0, ContinuousClock.now < deadline {
                    try await Task.sleep(for: .milliseconds(5))
                }
                program.signal(SIGKILL)
                _ = try await program.end(within: .seconds(10))
                let before = try await journaled(installation)
                #expect(before > 0 && before < 20_000)

                let counts = try await imported(installation, file)
                #expect(counts.lines == 20_000 && counts.stored + counts.alreadyStored == 20_000)
                #expect(counts.conflicts == 0 && counts.refused == 0)
                #expect(try await installation.administrator("SELECT count(*) FROM lrs.statement") == "20000")
                let copy = installation.folder + "/copy.ndjson"
                _ = try await export(installation, to: copy)
                #expect(try Data(contentsOf: URL(filePath: copy)) == Data(contentsOf: URL(filePath: file)))
            }
        }

        @Test("lines that cannot be taken are reported by number, and the command ends with 1")
        func faults() async throws {
            try await Installation.withExternalDatabase { installation in
                _ = try await installation.tessera("migrate").succeeded()
                let (file, report) = (installation.folder + "/f.ndjson", installation.folder + "/report.ndjson")
                let other = Self.line(3).replacing("/verbs/did", with: "/verbs/undid")
                let lines = [Self.line(1), Self.line(3), "{}", other, Self.line(2)]
                try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
                let outcome = try await installation.tessera(
                    "statements", "import", file, "--json", "--report", report)
                #expect(outcome.status == 1)
                #expect(try counts(outcome) == Counts(lines: 5, stored: 3, conflicts: 1, refused: 1))
                let reported = try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n")
                #expect(reported.count == 2)
                #expect(reported[0].hasPrefix(#"{"line":3,"violations":[{"pointer":"","rule":"statement-actor""#))
                #expect(reported[1].hasPrefix(#"{"line":4,"id":"\#(Self.id(3).text)","violations":[{"pointer":"/id","#))

                let stopping = try await installation.tessera("statements", "import", file, "--stop-at-fault")
                #expect(stopping.status == 1 && stopping.error.contains("line 3"))
                #expect(try await installation.tessera("statements", "import", "/nowhere").status == 1)
                #expect(try await installation.tessera("statements", "import").status == 64)
                #expect(try await installation.tessera("statements", "export", "--since", "noon").status == 64)
            }
        }

        private func export(_ installation: Installation, to file: String, _ options: String...) async throws
            -> Exported
        {
            let outcome = try await installation.tessera(
                ["statements", "export", "--output", file, "--json"] + options)
            return try JSONDecoder().decode(Exported.self, from: Data(outcome.succeeded().output.utf8))
        }

        private func imported(_ installation: Installation, _ file: String) async throws -> Counts {
            try counts(try await installation.tessera("statements", "import", file, "--json").succeeded())
        }

        private func counts(_ outcome: Program.Outcome) throws -> Counts {
            try JSONDecoder().decode(Counts.self, from: Data(outcome.output.utf8))
        }

        /// The lines with which the database says that the import of a file is done.
        private func journaled(_ installation: Installation) async throws -> Int {
            let text = try await installation.administrator("SELECT coalesce(max(lines), 0) FROM lrs.statement_import")
            return Int(text) ?? 0
        }

        /// Posts statements of several kinds, in batches, and voids the first.
        private func fill(_ client: Client, statements: Int) async throws {
            for start in stride(from: 0, to: statements, by: 500) {
                let batch = (start..<start + 500).map { number in
                    let sendsID = number % 3 < 2
                    let more = number % 5 == 0 ? #", "timestamp" : "2026-01-01T00:00:00+01:00""# : ""
                    return Sample.statement(id: sendsID ? Self.id(number) : nil, more: more)
                }
                _ = try await client.post(Sample.batch(batch)).expecting(200)
            }
            let target = #"{"objectType":"StatementRef","id":"\#(Self.id(0).text)"}"#
            let voiding =
                #"{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"object":\#(target)}"#
            _ = try await client.post(voiding).expecting(200)
        }

        private static func id(_ number: Int) -> UUID {
            let digits = String(number)
            let text = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
            return UUID(uuidString: text) ?? UUID()
        }

        /// A statement as another store served it; seven to a millisecond.
        private static func line(_ number: Int) -> String {
            let millisecond = number / 7
            let stored = String(
                format: "2024-01-01T00:%02d:%02d.%03dZ", millisecond / 60_000, millisecond / 1000 % 60,
                millisecond % 1000)
            return #"{"actor":{"mbox":"mailto:l@example.org"},"verb":{"id":"https://example.org/verbs/did"},"#
                + #""object":{"id":"https://example.org/activities/a\#(number % 50)"},"id":"\#(id(number).text)","#
                + #""timestamp":"\#(stored)","stored":"\#(stored)","#
                + #""authority":{"objectType":"Agent","account":{"homePage":"https://old.example","name":"k"}},"version":"1.0.0"}"#
        }
    }
}
