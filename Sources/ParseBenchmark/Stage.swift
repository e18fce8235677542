import Glibc
import JSON
import LearningRecords
import XAPI

/// How far a batch goes.
enum Stage: String, CaseIterable {
    case scan, validate, extract, prepare

    /// Takes a body so far; returns how many statements it holds.
    func run(_ body: [UInt8]) throws -> Int {
        switch self {
        case .scan: try JSONDocument(parsing: body, limits: StatementLimits().json).root.count
        case .validate: StatementBatch.rejection(of: body, version: .v2_0) == nil ? Corpus.batchSize : 0
        case .extract: try StatementBatch.parse(bytes: body, version: .v2_0).statements.count
        case .prepare:
            try StatementBatch.parse(bytes: body, version: .v2_0).statements
                .map { try IncomingStatement($0, version: .v2_0) }.count
        }
    }
}

/// What a stage has done so far, and in how long.
struct Rate {
    let stage: Stage
    private var statements = 0
    private var seconds = 0.0

    init(stage: Stage) {
        self.stage = stage
    }

    /// How many statements come through in a second of the thread's time on a core.
    var statementsPerSecond: Int { Int(Double(statements) / seconds) }

    /// Takes batches through the stage, the first again behind the last, until the time is over.
    mutating func measure(_ batches: [[UInt8]], for length: Double) throws {
        let start = Self.threadTime
        var elapsed = 0.0
        repeat {
            for batch in batches {
                statements += try stage.run(batch)
                elapsed = Self.threadTime - start
                if elapsed >= length { break }
            }
        } while elapsed < length
        seconds += elapsed
    }

    /// The seconds that the thread has had a core; what else runs on the machine counts for little.
    private static var threadTime: Double {
        var time = timespec()
        // Safe, because the call writes to the variable and to nothing else.
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
