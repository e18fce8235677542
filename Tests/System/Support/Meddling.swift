import Foundation

/// Writers who post and void while something else is done.
actor Meddling {
    private let client: Client
    private let registration: UUID
    private var victims: [UUID]
    private var isOver = false
    /// The statements posted, answered or not.
    private(set) var posted: Set<UUID> = []
    /// The statements of others that were to be voided.
    private(set) var voided: Set<UUID> = []

    init(_ client: Client, registration: UUID, victims: [UUID]) {
        self.client = client
        self.registration = registration
        self.victims = victims
    }

    /// Posts and voids until `body` is done.
    func running<Result: Sendable>(
        writers: Int, while body: @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<writers { group.addTask { try await self.write() } }
            defer { isOver = true }
            let result = try await body()
            isOver = true
            try await group.waitForAll()
            return result
        }
    }

    private func write() async throws {
        while !isOver, !Task.isCancelled {
            let ids = (0..<4).map { _ in UUID() }
            let voidingIDs = [UUID(), UUID()]
            posted.formUnion(ids + voidingIDs)
            var texts = ids.map { Sample.statement(id: $0, registration: registration) }
            // One of their own, in the same batch, and one of those that are read.
            var targets = [ids[0]]
            if let victim = victims.popLast() {
                targets.append(victim)
                voided.insert(victim)
            }
            for (id, target) in zip(voidingIDs, targets) {
                texts.append(Sample.voiding(target, id: id, registration: registration))
            }
            _ = try await client.post(Sample.batch(texts)).expecting(200)
        }
    }
}
