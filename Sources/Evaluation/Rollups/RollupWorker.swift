public import Logging
public import ServiceLifecycle

/// Keeps the rollups up to date for as long as the server runs.
///
/// Any number of nodes may run it over one database: one at a time works, the others find nothing to do. After each piece
/// it rests for as long as that took, so that at most half a core of the database's is busy with it. While statements
/// flood in it rests nine times as long: these are stored about as fast as without it, and the views fall behind, by a few
/// minutes at most before it works as usual (`analysis.gives_way` says when).
public struct RollupWorker: Service {
    private let rollups: Rollups
    private let interval: Duration
    private let logger: Logger

    /// A worker that looks for news at an interval.
    public init(rollups: Rollups, interval: Duration = .milliseconds(500), logger: Logger) {
        self.rollups = rollups
        self.interval = interval
        self.logger = logger
    }

    /// How long to leave the database alone after a piece of work.
    private func rest(after progress: Rollups.Progress, taking duration: Duration) -> Duration {
        if progress.isIdle { return interval }
        // Bounded, for a piece may have waited for a lock.
        return progress.givesWay ? min(duration * 9, .seconds(10)) : duration
    }

    /// Works until the server shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var failures = 0
            while !Task.isCancelled {
                do {
                    let started = ContinuousClock.now
                    let progress = try await rollups.refresh()
                    if failures > 0 { logger.info("rollups go on") }
                    failures = 0
                    try await Task.sleep(for: rest(after: progress, taking: ContinuousClock.now - started))
                } catch is CancellationError {
                    return
                } catch {
                    failures += 1
                    if failures == 1 {
                        logger.error("rollups wait", metadata: ["error": "\(String(reflecting: error))"])
                    }
                    do { try await Task.sleep(for: .seconds(min(failures, 10))) } catch { return }
                }
            }
        }
    }
}

extension RollupWorker: CustomStringConvertible {
    /// Its name for the log: services are logged by description, and what they are made of is nobody's business.
    public var description: String { "rollups" }
}
