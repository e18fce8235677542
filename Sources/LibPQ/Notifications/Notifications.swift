/// The notifications of channels, over a connection of their own.
///
/// A lost connection is made anew, for as long as it takes. Then one ``Notification`` per channel with the origin
/// ``Notification/Origin/reconnection`` is given, so that a consumer that takes each as "look for work" misses none.
/// The first connect, in contrast, throws when it fails. The sequence ends when the task is cancelled.
///
/// ```swift
/// for try await notification in Notifications(configuration, channels: ["outbox"]) {
///     try await sendOutbox()
/// }
/// ```
public struct Notifications: AsyncSequence, Sendable {
    /// A notification.
    public typealias Element = Notification
    /// What the first connect may throw.
    public typealias Failure = PostgresError

    let configuration: ConnectionConfiguration
    let channels: [String]
    let healthCheckInterval: Duration

    /// Listens to channels, once iteration starts.
    ///
    /// After a silence as long as `healthCheckInterval` the server is asked for a sign of life.
    public init(
        _ configuration: ConnectionConfiguration, channels: [String], healthCheckInterval: Duration = .seconds(60)
    ) {
        self.configuration = configuration
        self.channels = channels
        self.healthCheckInterval = healthCheckInterval
    }

    /// Starts to listen with the first call of `next`.
    public func makeAsyncIterator() -> Iterator { Iterator(self) }

    /// Connects, listens and waits.
    public struct Iterator: AsyncIteratorProtocol {
        private let sequence: Notifications
        private var session: Session?
        private var pending: [Notification] = []

        init(_ sequence: Notifications) { self.sequence = sequence }

        /// The next notification; nil when the task is cancelled.
        public mutating func next() async throws(PostgresError) -> Notification? {
            if session == nil {
                do throws(PostgresError) { session = try await listen() } catch {
                    if error.code == .cancelled { return nil }
                    throw error
                }
            }
            while !Task.isCancelled {
                if !pending.isEmpty { return pending.removeFirst() }
                guard let session else { return nil }
                if let notification = session.takeNotification() { return notification }
                let outcome = await session.waitForNotification(within: sequence.healthCheckInterval)
                if outcome == .cancelled { return nil }
                if outcome == .lost { try await reconnect() }
            }
            return nil
        }

        private func listen() async throws(PostgresError) -> Session {
            let session = try await Connector(configuration: sequence.configuration).connect()
            let script = sequence.channels.map { "LISTEN \(quoted(identifier: $0))" }.joined(separator: ";")
            _ = try await session.performSimple(script)
            return session
        }

        private mutating func reconnect() async throws(PostgresError) {
            session = nil
            var pause = Duration.milliseconds(50)
            while session == nil, !Task.isCancelled {
                do throws(PostgresError) {
                    session = try await listen()
                } catch {
                    // Told by the reconnection, however many attempts it takes.
                    do { try await Task.sleep(for: pause * Double.random(in: 0.5...1)) } catch { return }
                    pause = Swift.min(pause * 2, .seconds(5))
                }
            }
            pending = sequence.channels.map {
                Notification(channel: $0, payload: "", processID: 0, origin: .reconnection)
            }
        }
    }
}
