import Glibc

/// How often something is done in a second of one core's time.
struct Rate {
    let name: String
    private var count = 0
    private var seconds = 0.0

    init(_ name: String) {
        self.name = name
    }

    /// The rate so far.
    var perSecond: Double { Double(count) / max(seconds, .leastNonzeroMagnitude) }

    /// Does it again and again for a while; `body` is given the number of the turn.
    mutating func measure(for length: Double, _ body: (Int) async throws -> Void) async throws {
        let start = Self.processTime
        var elapsed = 0.0
        repeat {
            try await body(count)
            count += 1
            elapsed = Self.processTime - start
        } while elapsed < length
        seconds += elapsed
    }

    /// The seconds that this process has had a core: it does one thing at a time, on whatever thread.
    private static var processTime: Double {
        var time = timespec()
        // Safe, because the call writes to the variable and to nothing else.
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
