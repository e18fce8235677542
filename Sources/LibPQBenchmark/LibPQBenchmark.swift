import Glibc
import LibPQ

/// Measures the wrapper: `LibPQBenchmark <url> <measure> <seconds or rows>` prints one number, a rate per second.
///
/// `deploy/bench-libpq` runs it beside `pgbench` and `psql`, alternating, and compares.
@main
struct LibPQBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let measure = Measure(rawValue: arguments[2]), let amount = Int(arguments[3]) else {
            print("usage: LibPQBenchmark <url> <\(Measure.allCases.map(\.rawValue).joined(separator: "|"))> <amount>")
            exit(2)
        }
        let rate = try await measure.run(ConnectionConfiguration(arguments[1]), amount: amount)
        print(rate.rounded())
    }
}
