internal import LibPQ
public import Logging
internal import Schema
public import ServiceLifecycle

/// Removes content that no statement came for: of requests that were refused, and of servers that ended amid one.
///
/// Any number of nodes may run it over one database; they pass over what another is at.
public struct AttachmentSweeper: Service {
    /// Contents removed by one statement, which is to be short.
    private static let batch: Int32 = 8

    private let store: AttachmentStore
    private let grace: Duration
    private let interval: Duration
    private let logger: Logger

    /// A sweeper that looks at an interval for what has waited longer than a time of grace.
    public init(
        store: AttachmentStore, grace: Duration = .seconds(6 * 3600), interval: Duration = .seconds(600),
        logger: Logger
    ) {
        self.store = store
        self.grace = grace
        self.interval = interval
        self.logger = logger
    }

    /// Works until the server shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let count = try await sweep()
                    if count > 0 { logger.info("attachments swept", metadata: ["removed": "\(count)"]) }
                } catch  where !Task.isCancelled {
                    logger.warning("attachments are not swept", metadata: ["error": "\(error)"])
                } catch {}
                do { try await Task.sleep(for: interval) } catch { return }
            }
        }
    }

    /// Removes what has waited too long; how many contents it were.
    @discardableResult
    public func sweep() async throws -> Int {
        let query = Queries.learningRecordsSweepAttachments(Double(grace.components.seconds), Self.batch)
        var count = 0
        while !Task.isCancelled {
            let removed = try await store.pool.withConnection { db in try await db.execute(query) }
            count += removed
            if removed < Self.batch { break }
        }
        return count
    }
}

extension AttachmentSweeper: CustomStringConvertible {
    /// Its name for the log: services are logged by description, and what they are made of is nobody's business.
    public var description: String { "attachment sweeper" }
}
