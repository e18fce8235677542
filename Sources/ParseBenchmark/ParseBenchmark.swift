import Glibc
import JSON
import LearningRecords
import XAPI

/// Measures what is done to statements before they are stored: `ParseBenchmark <file> <seconds> [<stage>]`.
///
/// The file has a statement on each line, as `deploy/benchmarks/corpus.py` writes them; they are taken in batches of
/// 100, as one request brings them, on one thread. Prints statements per second as JSON: `scan` of the JSON alone,
/// `validate` with all rules, `extract` with the values of the columns as well, `prepare` with the fingerprint and the
/// findings of the profile too. The four take turns, so that a busy moment harms all alike; one alone is for a profiler.
@main
struct ParseBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        let stages = arguments.count == 4 ? Stage(rawValue: arguments[3]).map { [$0] } : Stage.allCases
        guard 3...4 ~= arguments.count, let seconds = Double(arguments[2]), seconds > 0, let stages else {
            print("usage: ParseBenchmark <file> <seconds> [\(Stage.allCases.map(\.rawValue).joined(separator: "|"))]")
            exit(2)
        }
        let batches = try Corpus(path: arguments[1]).batches()
        var rates = stages.map { Rate(stage: $0) }
        let turns = max(1, Int(seconds * 5))
        for _ in 0..<turns {
            for index in rates.indices {
                try rates[index].measure(batches, for: seconds / Double(turns * rates.count))
            }
        }
        var writer = JSONWriter()
        writer.object { writer in
            for rate in rates { writer.member(rate.stage.rawValue, number: rate.statementsPerSecond) }
        }
        print(String(decoding: writer.bytes, as: UTF8.self))
    }
}
