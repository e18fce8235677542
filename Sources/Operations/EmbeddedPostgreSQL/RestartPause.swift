/// How long to wait before a server that died is started again: longer each time, short again after a long run.
struct RestartPause: Sendable {
    private static let shortest = Duration.milliseconds(200)
    private static let longest = Duration.seconds(30)
    private static let longRun = Duration.seconds(60)

    private var current = Self.shortest

    /// The pause after a run of the given length.
    mutating func next(afterRunning duration: Duration) -> Duration {
        if duration >= Self.longRun { current = Self.shortest }
        defer { current = min(current * 2, Self.longest) }
        return current
    }
}
