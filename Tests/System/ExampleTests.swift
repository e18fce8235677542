import Foundation
import Testing

extension SystemTests.PilotTests {
    /// `sql/examples`, as evaluators run them over the demonstration.
    struct ExampleTests {
        private static let folder = TestEnvironment.package.appending(path: "sql/examples")

        private static let queries: [String] = {
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
            return (names ?? []).filter { $0.hasSuffix(".sql") }.sorted()
        }()

        private let installation: Installation
        private let pilot: String

        init() async throws {
            installation = try .served
            pilot = try await installation.demo().pilot
        }

        /// What `psql --csv` writes of a query's file.
        private func table(_ name: String, as reader: Psql) async throws -> [Substring] {
            let file = Self.folder.appending(path: name).path(percentEncoded: false)
            let outcome = try await Program.run(
                "/usr/bin/env", ["psql", "-Xqw", "--csv", "-v", "ON_ERROR_STOP=1", "-d", reader.uri, "-f", file],
                environment: reader.password.map { ["PGPASSWORD": $0] } ?? [:]
            ).succeeded(name)
            return outcome.output.split(separator: "\n")
        }

        @Test func `every query gives an evaluator rows of the own pilot, and says what it asks and how it is read`()
            async throws
        {
            #expect(Self.queries.count == 12)
            let reader = try await installation.evaluator("example_reader", "--partner", "riga")
            let guide = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
            for name in Self.queries {
                let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
                let comment = text.split(separator: "\n").prefix { $0.hasPrefix("--") }
                #expect(comment.first?.hasSuffix("?") == true && comment.count >= 4, "\(name)")
                #expect(guide.contains("`\(name)`"))
                let rows = try await table(name, as: reader)
                #expect(rows.count > 1 && rows[0].hasPrefix("pilot,"), "\(name): \(rows)")
                #expect(rows.dropFirst().allSatisfy { $0.hasPrefix(pilot + ",") }, "\(name): \(rows)")
                // At least one number is there: a query whose rows are all hidden would show nothing.
                #expect(rows.dropFirst().contains { $0.contains { $0.isNumber } }, "\(name)")
            }
        }

        @Test func `the notebook's cells run one after the other, with tables that have rows`() async throws {
            struct Run: Decodable {
                let cells: Int
                let tables: [Int]
            }

            let reader = try await installation.evaluator("notebook_reader", "--partner", "riga")
            let parameters = try #require(URLComponents(string: reader.uri))
            func parameter(_ name: String) -> String? { parameters.queryItems?.first { $0.name == name }?.value }
            let notebook = Self.folder.appending(path: "notebook.ipynb").path(percentEncoded: false)
            let outcome = try await Program.run(
                TestEnvironment.python, [TestEnvironment.script("run_notebook.py"), notebook],
                environment: [
                    "PGHOST": parameter("host") ?? "", "PGPORT": parameter("port") ?? "",
                    "PGUSER": parameter("user") ?? "", "PGPASSWORD": reader.password ?? "",
                    "PGDATABASE": String(parameters.path.drop { $0 == "/" }),
                ], atMost: .seconds(90)
            ).succeeded("run_notebook.py")
            let run = try JSONDecoder().decode(Run.self, from: Data(outcome.output.utf8))
            #expect(run.cells >= 8 && run.tables.count >= 7)
        }
    }
}
