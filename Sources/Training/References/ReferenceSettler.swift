public import LibPQ
public import Logging
internal import Schema
public import ServiceLifecycle

/// Ties statements to what was defined while they came in.
///
/// A definition ties the statements that are there. But a server remembers for some seconds that an activity is of no
/// known type, and statements that it stores in that time are not tied: this looks at what was defined once more when
/// the time is over. It also finds competences that statements named before a framework that has them was here. Any
/// number of nodes may run it over one database; they pass over what another is at.
public struct ReferenceSettler: Service {
    private let pool: ConnectionPool
    private let grace: Duration
    private let interval: Duration
    private let logger: Logger

    /// A settler that looks at an interval for definitions older than a time of grace.
    ///
    /// - Parameter grace: Longer than any server remembers that an activity has no type.
    public init(
        pool: ConnectionPool, grace: Duration = .seconds(30), interval: Duration = .seconds(10), logger: Logger
    ) {
        self.pool = pool
        self.grace = grace
        self.interval = interval
        self.logger = logger
    }

    /// Works until the server shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let count = try await settle()
                    if count > 0 { logger.info("statements tied", metadata: ["statements": "\(count)"]) }
                } catch  where !Task.isCancelled {
                    logger.warning("statements are not tied", metadata: ["error": "\(error)"])
                } catch {}
                do { try await Task.sleep(for: interval) } catch { return }
            }
        }
    }

    /// Looks once; how many statements were tied.
    @discardableResult
    public func settle() async throws -> Int64 {
        let query = Queries.trainingSettleReferences(Double(grace.components.seconds))
        return try await pool.withTransaction { db in try await db.one(query, as: Int64.self) }
    }
}

extension ReferenceSettler: CustomStringConvertible {
    /// Its name for the log: services are logged by description, and what they are made of is nobody's business.
    public var description: String { "reference settler" }
}
