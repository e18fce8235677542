import FoundationEssentials
import LibPQ

/// What is measured.
///
/// The amount is seconds for round trips, and rows for inserts.
enum Measure: String, CaseIterable {
    case select1 = "select-1"
    case select8 = "select-8"
    case select32 = "select-32"
    case insertPipelined = "insert-pipelined"
    case insertUnnest = "insert-unnest"
    case copyBinary = "copy-binary"
    case copyText = "copy-text"

    func run(_ configuration: ConnectionConfiguration, amount: Int) async throws -> Double {
        switch self {
        case .select1: try await RoundTrips(configuration, tasks: 1).run(seconds: amount)
        case .select8: try await RoundTrips(configuration, tasks: 8).run(seconds: amount)
        case .select32: try await RoundTrips(configuration, tasks: 32).run(seconds: amount)
        case .insertPipelined: try await Inserts(configuration, rows: amount).pipelined()
        case .insertUnnest: try await Inserts(configuration, rows: amount).unnested()
        case .copyBinary: try await Inserts(configuration, rows: amount).copiedBinary()
        case .copyText: try await Inserts(configuration, rows: amount).copiedText()
        }
    }
}

/// `SELECT 1`, prepared, by tasks that each lease a connection for every query.
struct RoundTrips {
    let configuration: ConnectionConfiguration
    let tasks: Int

    init(_ configuration: ConnectionConfiguration, tasks: Int) {
        self.configuration = configuration
        self.tasks = tasks
    }

    func run(seconds: Int) async throws -> Double {
        let pool = ConnectionPool(configuration, options: PoolOptions(maximumConnections: tasks))
        let statement = PreparedStatement(name: "one", sql: "SELECT 1")
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var queries = 0
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<tasks {
                group.addTask {
                    var count = 0
                    while clock.now < end {
                        _ = try await pool.withConnection { db in try await db.one(statement(), as: Int.self) }
                        count += 1
                    }
                    return count
                }
            }
            for try await count in group { queries += count }
        }
        await pool.drain()
        return Double(queries) / Double(seconds)
    }
}

/// Rows of a uuid, three integers and 1200 bytes of text into a table with a primary key.
struct Inserts {
    let configuration: ConnectionConfiguration
    let rows: Int
    private let payload = String(repeating: "x", count: 1200)
    private let batch = 100

    init(_ configuration: ConnectionConfiguration, rows: Int) {
        self.configuration = configuration
        self.rows = rows
    }

    func pipelined() async throws -> Double {
        let insert = PreparedStatement(name: "insert", sql: "INSERT INTO bench VALUES ($1, $2, $3, $4, $5)")
        return try await measured { db in
            for _ in 0..<rows / batch {
                try await db.pipeline { p in
                    for n in 0..<batch { p.execute(insert(UUID(), Int32(n), Int32(2), Int32(3), payload)) }
                }
            }
        }
    }

    func unnested() async throws -> Double {
        let insert = PreparedStatement(
            name: "insertBatch",
            sql: "INSERT INTO bench SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::text[])")
        let numbers = (0..<Int32(batch)).map { $0 }
        let payloads = Array(repeating: payload, count: batch)
        return try await measured { db in
            for _ in 0..<rows / batch {
                let ids = numbers.map { _ in UUID() }
                try await db.execute(insert(ids, numbers, numbers, numbers, payloads))
            }
        }
    }

    func copiedBinary() async throws -> Double {
        try await measured { db in
            let columns = ["id", "a", "b", "c", "payload"]
            typealias Columns = (UUID, Int32, Int32, Int32, String)
            try await db.copyIn(table: "bench", columns: columns, as: Columns.self) { copy in
                for n in 0..<rows { try await copy.write(UUID(), Int32(truncatingIfNeeded: n), 2, 3, payload) }
            }
        }
    }

    func copiedText() async throws -> Double {
        try await measured { db in
            try await db.copyIn("COPY bench FROM STDIN") { copy in
                for n in 0..<rows { try await copy.write("\(UUID().uuidString)\t\(n)\t2\t3\t\(payload)\n") }
            }
        }
    }

    private func measured(_ body: (borrowing Connection) async throws -> Void) async throws -> Double {
        try await Connection.withConnection(to: configuration) { db in
            let start = ContinuousClock.now
            try await body(db)
            return Double(rows) / (start.duration(to: .now) / .seconds(1))
        }
    }
}
