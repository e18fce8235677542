import JSON
import LearningRecords
import XAPI

/// How far a batch goes.
enum Stage: String, CaseIterable {
    case scan, validate, prepare

    /// Takes a body so far; returns how many statements it holds.
    func run(_ body: [UInt8]) throws -> Int {
        switch self {
        case .scan: try JSONDocument(parsing: body, limits: StatementLimits().json).root.count
        case .validate: try StatementBatch.parse(bytes: body, version: .v2_0).statements.count
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
    private var time = Duration.zero

    init(stage: Stage) {
        self.stage = stage
    }

    /// How many statements come through in a second.
    var statementsPerSecond: Int { Int(Double(statements) / (time / .seconds(1))) }

    /// Takes batches through the stage, the first again behind the last, until the time is over.
    mutating func measure(_ batches: [[UInt8]], for length: Duration) throws {
        let start = ContinuousClock.now
        var elapsed = Duration.zero
        repeat {
            for batch in batches {
                statements += try stage.run(batch)
                elapsed = start.duration(to: .now)
                if elapsed >= length { break }
            }
        } while elapsed < length
        time += elapsed
    }
}
