internal import LibPQ
public import Logging
internal import Schema
public import ServiceLifecycle

/// Turns evidence into awards and awards into credentials, for as long as the server runs.
///
/// Any number of nodes may run it over one database: one at a time reads the outbox, each weighs other people's
/// evidence, and whoever comes first to an award signs it.
public struct AwardWorker: Service {
    private let finder: AwardFinder
    private let issuer: CredentialIssuer
    private let lists: StatusListPublisher
    private let interval: Duration
    private let logger: Logger

    /// A worker that looks for news at an interval.
    public init(
        finder: AwardFinder, issuer: CredentialIssuer, lists: StatusListPublisher,
        interval: Duration = .milliseconds(500), logger: Logger
    ) {
        self.finder = finder
        self.issuer = issuer
        self.lists = lists
        self.interval = interval
        self.logger = logger
    }

    /// Works until the server shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var failures = 0
            var isRegistered = false
            while !Task.isCancelled {
                do {
                    if !isRegistered { try await issuer.registerKeys() }
                    isRegistered = true
                    let didWork = try await step()
                    if failures > 0 { logger.info("awarding goes on") }
                    failures = 0
                    if !didWork { try await Task.sleep(for: interval) }
                } catch is CancellationError {
                    return
                } catch {
                    failures += 1
                    if failures == 1 {
                        logger.error("awarding waits", metadata: ["error": "\(String(reflecting: error))"])
                    }
                    // A key that signs again, or has come here, is noticed at once.
                    let pause = error is IssuerKeyError ? 1 : min(failures, 10)
                    do { try await Task.sleep(for: .seconds(pause)) } catch { return }
                }
            }
        }
    }

    /// One piece of the finder's work and one look at the awards without credential; whether there was anything to do.
    @discardableResult
    public func step() async throws -> Bool {
        let found = try await finder.findAwards()
        let issued = try await issuer.issueCredentials()
        let lists = try await lists.publishDue()
        if lists > 0 { logger.info("status lists", metadata: ["signed": "\(lists)"]) }
        if found.awarded > 0 || found.withdrawn > 0 || issued > 0 {
            logger.info(
                "awards",
                metadata: ["awarded": "\(found.awarded)", "withdrawn": "\(found.withdrawn)", "issued": "\(issued)"])
        }
        return !found.isIdle || issued > 0
    }
}

extension AwardWorker: CustomStringConvertible {
    /// Its name for the log: services are logged by description, and what they are made of is nobody's business.
    public var description: String { "awarding" }
}
