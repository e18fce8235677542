import Foundation

/// Statements posted over several connections at once, for as long as tests like; it keeps who was answered what.
actor PostStream {
    /// What a statement's post came to.
    private enum State {
        case sent, stored
    }

    private let client: Client
    private var states: [UUID: State] = [:]
    private var isOver = false
    /// The answers that were not 200.
    private(set) var refusals: [Answer] = []
    /// How many posts got no answer.
    private(set) var cutCount = 0
    /// How many statements were answered 200.
    private(set) var storedCount = 0

    init(_ client: Client) {
        self.client = client
    }

    /// The statements that were answered 200.
    var stored: Set<UUID> { Set(states.filter { $0.value == .stored }.keys) }

    /// The statements that were sent, answered or not.
    var sent: Set<UUID> { Set(states.keys) }

    /// Posts until it is told to end, while something else is done.
    func running(connections: Int = 8, while body: @Sendable (PostStream) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<connections { group.addTask { await self.post(batch: 1 + number % 3) } }
            do { try await body(self) } catch {
                isOver = true
                throw error
            }
            isOver = true
            try await group.waitForAll()
        }
    }

    /// Waits until so many statements were answered 200.
    func untilStored(_ count: Int, atMost limit: Duration = .seconds(60)) async throws {
        let deadline = ContinuousClock.now + limit
        while storedCount < count {
            guard ContinuousClock.now < deadline else { throw TooSlow(stored: storedCount, wanted: count) }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Sends again what was not answered 200, under the same ids.
    func retry() async throws {
        for id in sent.subtracting(stored) {
            _ = try await client.post(Self.statement(id)).expecting(200)
            states[id] = .stored
        }
    }

    /// Fewer statements were stored in time than was hoped for.
    struct TooSlow: Error {
        let stored: Int
        let wanted: Int
    }

    private func post(batch size: Int) async {
        while !isOver, !Task.isCancelled {
            let ids = (0..<size).map { _ in UUID() }
            for id in ids { states[id] = .sent }
            do {
                let answer = try await client.post(Sample.batch(ids.map(Self.statement)))
                if answer.status == 200 {
                    for id in ids { states[id] = .stored }
                    storedCount += size
                    continue
                }
                refusals.append(answer)
            } catch {
                // The connection was cut or refused: whether they were stored is not known.
                cutCount += 1
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    private static func statement(_ id: UUID) -> String {
        Sample.statement(id: id, activity: "of-\(id.text)", more: #","result":{"response":"\#(id.text)"}"#)
    }
}
