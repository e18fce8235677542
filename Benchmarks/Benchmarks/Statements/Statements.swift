import Benchmark
import JSON
import LearningRecords
import XAPI

/// What is done to a batch of 100 statements before it is stored, each benchmark a stage; the throughput is batches.
let benchmarks: @Sendable () -> Void = {
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .cpuTotal, .throughput], warmupIterations: 20, maxDuration: .seconds(3))

    Benchmark("Scan 100 statements", configuration: configuration) { benchmark in
        let body = try Fixture.body()
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
            blackHole(try JSONDocument(parsing: body, limits: StatementLimits().json))
        }
    }

    Benchmark("Check 100 statements", configuration: configuration) { benchmark in
        let body = try Fixture.body()
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(StatementBatch.rejection(of: body, version: .v2_0)) }
    }

    Benchmark("Parse and validate 100 statements", configuration: configuration) { benchmark in
        let body = try Fixture.body()
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try StatementBatch.parse(bytes: body, version: .v2_0)) }
    }

    Benchmark("Prepare 100 statements: fingerprint and findings", configuration: configuration) { benchmark in
        let statements = try StatementBatch.parse(bytes: Fixture.body(), version: .v2_0).statements
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
            for statement in statements { blackHole(try IncomingStatement(statement, version: .v2_0)) }
        }
    }

    Benchmark("Immutable form of 100 statements", configuration: configuration) { benchmark in
        let payloads = try StatementBatch.parse(bytes: Fixture.body(), version: .v2_0).statements
            .map { try $0.payloadValue() }
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
            for payload in payloads { blackHole(ImmutabilityForm(payload)) }
        }
    }
}
