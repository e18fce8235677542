import Glibc
import JSON
import LibPQ

/// Measures issuing and verifying credentials: `CredentialBenchmark <seconds> [<awards> <database>]`.
///
/// Prints JSON: credentials per second of one core for each stage; the ratios of issuing (document and token) and of
/// verifying a document to the bare signature with its canonical graph, taken in turns with them; and, where a database
/// is named, awards per second of the clock through it, from stored statements to signed credentials.
@main
struct CredentialBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard [2, 4].contains(arguments.count), let seconds = Double(arguments[1]), seconds > 0 else {
            print("usage: CredentialBenchmark <seconds> [<awards> <database>]")
            exit(2)
        }
        let bench = try await Bench(awards: 200)
        var rates = Stage.allCases.map { Rate($0.rawValue) }
        // By turns, so that a busy moment harms all alike.
        let turns = max(1, Int(seconds * 2))
        for _ in 0..<turns {
            for (index, stage) in Stage.allCases.enumerated() {
                try await bench.measure(&rates[index], stage, for: seconds / Double(turns))
            }
        }
        var stored: Double?
        if arguments.count == 4, let count = Int(arguments[2]) {
            stored = try await StoredAwards(database: ConnectionConfiguration(arguments[3]), count: count).perSecond()
        }
        print(text(rates, stored))
    }

    private static func text(_ rates: [Rate], _ stored: Double?) -> String {
        func rate(_ stage: Stage) -> Double { rates.first { $0.name == stage.rawValue }?.perSecond ?? 0 }
        var writer = JSONWriter()
        writer.object { writer in
            for rate in rates { writer.member(rate.name, number: Int(rate.perSecond)) }
            // In thousandths.
            writer.member("issuingToBare1000", number: Int(1000 * rate(.issuing) / rate(.bareSigning)))
            writer.member("verifyingToBare1000", number: Int(1000 * rate(.verifyingDocument) / rate(.bareVerifying)))
            if let stored { writer.member("awardsThroughDatabase", number: Int(stored)) }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
