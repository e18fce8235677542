import FoundationEssentials

/// A point in time, exact to the nanosecond.
struct Instant: Hashable, Comparable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    var seconds: Int
    var nanoseconds: Int

    init(seconds: Int, nanoseconds: Int = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Takes a date; one that is hundreds of thousands of years away is brought nearer.
    init(_ date: Date) {
        let interval = max(-1e13, min(1e13, date.timeIntervalSince1970))
        let whole = interval.rounded(.down)
        seconds = Int(whole)
        nanoseconds = Int((interval - whole) * 1e9)
    }

    var date: Date { Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1e9) }

    static func < (left: Instant, right: Instant) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}
