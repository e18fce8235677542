import Foundation
import Testing

extension SystemTests {
    struct RequirementTableTests {
        /// Where the table is wanted, which is whole only when all tests of the system take part in the run.
        private static let output = ProcessInfo.processInfo.environment["TESSERA_TEST_REQUIREMENTS"]

        @Test("each requirement is shown by a test, and the table of both is made", .enabled(if: output != nil))
        func table() throws {
            let requirements = try Requirement.all()
            let coverage = Coverage.byRequirement
            let numbers = requirements.map(\.id)
            #expect(Set(numbers).count == numbers.count, "a requirement is listed twice")
            #expect(Set(coverage.keys).subtracting(numbers) == [], "tests show what no list has")
            let bare = requirements.filter { !$0.versions.isEmpty && coverage[$0.id] == nil }
            #expect(bare.map(\.id) == [], "requirements without a test")
            let head = "| requirement | version | what it demands | tests (examples) |\n| --- | --- | --- | --- |\n"
            let table = requirements.map { Self.row($0, tests: coverage[$0.id] ?? [:]) }.joined()
            try (head + table).write(toFile: try #require(Self.output), atomically: true, encoding: .utf8)
        }

        private static func row(_ requirement: Requirement, tests: [String: Int]) -> String {
            let versions = requirement.versions.map(\.rawValue).joined(separator: ", ")
            let names = tests.sorted { $0.key < $1.key }.map { $1 == 1 ? $0 : "\($0) (\($1))" }
            let cells = [requirement.id, versions, requirement.words, names.joined(separator: "<br>")]
            return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
    }
}
