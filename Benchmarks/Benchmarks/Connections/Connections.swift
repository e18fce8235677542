import Benchmark
import Glibc
import LibPQ

/// What the wrapper of libpq costs, on the database that `TESSERA_BENCH_DATABASE_URL` names.
///
/// `deploy/bench-libpq` compares it with pgbench and psql; here it is compared with itself, from change to change.
let benchmarks: @Sendable () -> Void = {
    guard let url = environment("TESSERA_BENCH_DATABASE_URL") else { return }
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .cpuTotal, .throughput], warmupIterations: 20, maxDuration: .seconds(3))

    Benchmark("SELECT 1", configuration: configuration) { benchmark in
        let one = PreparedStatement(name: "one", sql: "SELECT 1")
        try await Connection.withConnection(to: ConnectionConfiguration(url)) { db in
            benchmark.startMeasurement()
            for _ in benchmark.scaledIterations { blackHole(try await db.one(one(), as: Int.self)) }
            benchmark.stopMeasurement()
        }
    }

    Benchmark("Rows of 100 integers and texts", configuration: configuration) { benchmark in
        let rows = PreparedStatement(
            name: "rows", sql: "SELECT n, n::text FROM generate_series(1, 100) n")
        try await Connection.withConnection(to: ConnectionConfiguration(url)) { db in
            benchmark.startMeasurement()
            for _ in benchmark.scaledIterations {
                blackHole(try await db.rows(rows(), as: (Int32, String).self))
            }
            benchmark.stopMeasurement()
        }
    }

    Benchmark("Arrays of 100 integers and texts as parameters", configuration: configuration) { benchmark in
        let count = PreparedStatement(
            name: "count", sql: "SELECT count(*) FROM unnest($1::int[], $2::text[]) AS t(n, payload)")
        let numbers = (0..<Int32(100)).map { $0 }
        let texts = Array(repeating: String(repeating: "x", count: 1200), count: 100)
        try await Connection.withConnection(to: ConnectionConfiguration(url)) { db in
            benchmark.startMeasurement()
            for _ in benchmark.scaledIterations {
                blackHole(try await db.one(count(numbers, texts), as: Int.self))
            }
            benchmark.stopMeasurement()
        }
    }
}

private func environment(_ name: String) -> String? {
    // Safe, because nothing here changes the environment.
    unsafe getenv(name).map { unsafe String(cString: $0) }
}
