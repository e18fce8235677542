import Glibc
import JSON
import LearningRecords
import XAPI

/// Measures what is done to statements before they are stored: `ParseBenchmark <file> <seconds>`.
///
/// The file has a statement on each line, as `deploy/benchmarks/corpus.py` writes them; they are taken in batches of
/// 100, as one request brings them, on one thread. Prints statements per second as JSON: `scan` of the JSON alone,
/// `validate` with all rules and with the values of the columns, `prepare` with the fingerprint and the findings of the
/// profile as well. The three take turns, so that a busy moment harms all alike.
@main
struct ParseBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let seconds = Double(arguments[2]), seconds > 0 else {
            print("usage: ParseBenchmark <file> <seconds>")
            exit(2)
        }
        let batches = try Corpus(path: arguments[1]).batches(of: 100)
        var rates = Stage.allCases.map { Rate(stage: $0) }
        let turns = max(1, Int(seconds * 5))
        for _ in 0..<turns {
            for index in rates.indices {
                try rates[index].measure(batches, for: .seconds(seconds / Double(turns * rates.count)))
            }
        }
        var writer = JSONWriter()
        writer.object { writer in
            for rate in rates { writer.member(rate.stage.rawValue, number: rate.statementsPerSecond) }
        }
        print(String(decoding: writer.bytes, as: UTF8.self))
    }
}
