/// A reading of the monotonic clock; a plain number, so that state machines can be tested with made-up times.
struct MonotonicTime: Comparable, Hashable, Sendable {
    var nanoseconds: Int64

    private static let origin = ContinuousClock.now

    static var now: MonotonicTime { MonotonicTime(nanoseconds: 0) + origin.duration(to: .now) }

    static func < (left: MonotonicTime, right: MonotonicTime) -> Bool { left.nanoseconds < right.nanoseconds }

    static func + (time: MonotonicTime, duration: Duration) -> MonotonicTime {
        let (seconds, attoseconds) = duration.components
        let product = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let span = product.partialValue.addingReportingOverflow(attoseconds / 1_000_000_000)
        let sum = time.nanoseconds.addingReportingOverflow(span.partialValue)
        let overflows = product.overflow || span.overflow || sum.overflow
        return MonotonicTime(nanoseconds: overflows ? (seconds < 0 ? .min : .max) : sum.partialValue)
    }

    static func - (left: MonotonicTime, right: MonotonicTime) -> Duration {
        .nanoseconds(left.nanoseconds &- right.nanoseconds)
    }
}
