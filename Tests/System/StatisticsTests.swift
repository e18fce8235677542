import Foundation
import Testing

extension SystemTests.PilotTests {
    /// The functions of schema `evaluation` against implementations that nobody here wrote.
    struct StatisticsTests {
        private let installation: Installation

        init() throws {
            installation = try .served
        }

        private struct Comparison: Decodable {
            let comparisons: Int
            let largestDifference: Double
        }

        @Test("every statistic that an evaluator computes equals that of scipy, numpy or statsmodels to 1e-9")
        func comparison() async throws {
            let reader = try await installation.evaluator("statistics_reader")
            let outcome = try await Program.run(
                TestEnvironment.python, [TestEnvironment.script("compare_statistics.py"), reader.uri],
                environment: reader.password.map { ["PGPASSWORD": $0] } ?? [:], atMost: .seconds(120))
            #expect(outcome.status == 0, "\(outcome)")
            let found = try JSONDecoder().decode(Comparison.self, from: Data(outcome.output.utf8))
            #expect(found.comparisons > 5000)
            #expect(found.largestDifference <= 1e-9)
        }
    }
}
