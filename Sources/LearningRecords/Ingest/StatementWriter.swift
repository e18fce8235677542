internal import FoundationEssentials
internal import LibPQ
internal import Schema
internal import Synchronization

/// The one way into the store: requests that arrive while a batch is being written gather into the next.
///
/// There is no timer: an idle writer writes at once. Another batch is begun beside the one that is being written only
/// when enough waits to be worth a commit of its own, so that neither the database nor this process stands idle. A
/// request that clashes with what is stored, or that the database refuses, harms only itself. What waits is bounded.
///
/// Behind a lock and no actor, for requests to be handed over and answered on the threads that they came in on, without a
/// task of their own.
final class StatementWriter: Sendable {
    /// Takes what became of a request, once, on any thread.
    typealias Answer = @Sendable (Result<IngestOutcome, any Error>) -> Void

    private struct Waiting: Sendable {
        let request: IngestRequest
        let answer: Answer
    }

    private struct State {
        var waiting: [Waiting] = []
        var waitingStatements = 0
        /// The ids of batches that are being written: whoever brings one of them again waits, to be compared with it.
        var idsInFlight: Set<UUID> = []
        var batchesInFlight = 0
        var isDispatching = false
        var statistics = IngestStatistics()
        var storageKeys: (row: PostgresType, profile: ProfileKeys)?
    }

    private let pool: ConnectionPool
    private let limits: IngestLimits
    private let keys: SharedKeys
    private let state = Mutex(State())

    init(pool: ConnectionPool, limits: IngestLimits) {
        self.pool = pool
        self.limits = limits
        self.keys = SharedKeys(capacity: limits.rememberedKeys)
    }

    /// What was written so far, and what waits.
    var statistics: IngestStatistics { state.withLock { $0.statistics } }

    /// Returns when the request's statements are committed.
    func store(_ request: IngestRequest) async throws {
        _ = try await withCheckedThrowingContinuation { continuation in
            store(request) { continuation.resume(with: $0) }
        }
    }

    /// Takes a request, and answers when its statements are committed; at once when it is turned away.
    func store(_ request: IngestRequest, answer: @escaping Answer) {
        guard !request.statements.isEmpty else { return answer(.success(IngestOutcome(request, known: []))) }
        // Here and not by the writer: this is where several cores can work at once.
        let entry = Waiting(request: keys.encoded(request), answer: answer)
        let isTaken = state.withLock { state in
            let bytes = state.statistics.waitingBytes + entry.request.byteCount
            guard state.waiting.isEmpty || bytes <= limits.waitingBytes else {
                state.statistics.turnedAway += 1
                return false
            }
            enqueue(entry, in: &state)
            return true
        }
        if isTaken { dispatch() } else { answer(.failure(LearningRecordError.overloaded)) }
    }

    /// Stores requests in their order, each by itself, and tells what became of each.
    ///
    /// Never turned away: whoever brings many, such as an import, waits for the outcome before it brings more.
    func store(each requests: [IngestRequest]) async -> [Result<IngestOutcome, any Error>] {
        guard !requests.isEmpty else { return [] }
        return await withCheckedContinuation { done in
            let outcomes = Outcomes(of: requests.count) { done.resume(returning: $0) }
            state.withLock { state in
                for (position, request) in requests.enumerated() {
                    enqueue(Waiting(request: request) { outcomes.note($0, at: position) }, in: &state)
                }
            }
            dispatch()
        }
    }

    private func enqueue(_ entry: Waiting, in state: inout State) {
        state.waiting.append(entry)
        state.waitingStatements += entry.request.ids.count
        state.statistics.waitingRequests += 1
        state.statistics.waitingBytes += entry.request.byteCount
    }

    // MARK: Batches

    /// Begins what batches can be begun.
    private func dispatch() {
        let isWanted = state.withLock { state in
            guard !state.isDispatching, mayBegin(state) else { return false }
            state.isDispatching = true
            return true
        }
        guard isWanted else { return }
        // Each request awaits its own answer, so nobody awaits the task.
        Task { while let batch = nextBatch() { await begin(batch) } }
    }

    private func mayBegin(_ state: borrowing State) -> Bool {
        if state.waiting.isEmpty { return false }
        if state.batchesInFlight == 0 { return true }
        return state.batchesInFlight < limits.batchesInFlight && state.waitingStatements >= limits.worthwhileStatements
    }

    /// Takes from the front what fits one batch; nil, and the end of dispatching, when all that waits must wait for what
    /// is being written.
    ///
    /// A request that brings an id which is in the batch already waits for the next, where the first one's statement is
    /// stored and can be compared with.
    private func nextBatch() -> [Waiting]? {
        state.withLock { state in
            var batch: [Waiting] = []
            if mayBegin(state) {
                var rest: [Waiting] = []
                var statements = 0
                var bytes = 0
                var isFull = false
                for entry in state.waiting {
                    let request = entry.request
                    let fits =
                        batch.isEmpty
                        || (statements + request.ids.count <= limits.batchStatements
                            && bytes + request.byteCount <= limits.batchBytes)
                    isFull = isFull || !fits
                    guard !isFull, !request.ids.contains(where: state.idsInFlight.contains) else {
                        rest.append(entry)
                        continue
                    }
                    state.idsInFlight.formUnion(request.ids)
                    statements += request.ids.count
                    bytes += request.byteCount
                    batch.append(entry)
                }
                state.waiting = rest
                state.waitingStatements -= statements
                state.statistics.waitingRequests -= batch.count
                state.statistics.waitingBytes -= bytes
            }
            guard !batch.isEmpty else {
                state.isDispatching = false
                return nil
            }
            state.batchesInFlight += 1
            return batch
        }
    }

    /// Encodes a batch and goes on while it is written.
    ///
    /// One batch after the other learns what it names, so that the last word on an activity is the last that came.
    private func begin(_ batch: [Waiting]) async {
        let encoded = await encode(batch)
        Task {
            if !encoded.isEmpty { await write(encoded) }
            end(batch)
        }
    }

    private func end(_ batch: [Waiting]) {
        state.withLock { state in
            for entry in batch { state.idsInFlight.subtract(entry.request.ids) }
            state.batchesInFlight -= 1
        }
        dispatch()
    }

    /// Encodes what is not encoded yet; what can't be is answered, and left out.
    private func encode(_ batch: [Waiting]) async -> [Waiting] {
        let unknown = batch.map(\.request).filter { $0.rows == nil }
        guard !unknown.isEmpty else { return batch }
        do {
            try await retrying { try await keys.learn(unknown, in: pool) }
            return try batch.map { entry in
                Waiting(request: try keys.encodedAfterLearning(entry.request), answer: entry.answer)
            }
        } catch let error as PostgresError where error.concernsOneStatement && batch.count > 1 {
            // A name in one request is not to the database's liking: find out in which by asking for each alone.
            var encoded: [Waiting] = []
            for entry in batch { encoded += await encode([entry]) }
            return encoded
        } catch {
            fail(batch, error)
            return []
        }
    }

    private func write(_ batch: [Waiting]) async {
        do {
            let known = try await insert(batch.map(\.request))
            let outcomes = batch.enumerated().map { position, entry in
                IngestOutcome(entry.request, known: known[position] ?? [])
            }
            state.withLock { state in
                state.statistics.batches += 1
                for (entry, outcome) in zip(batch, outcomes) {
                    guard outcome.conflicts.isEmpty else {
                        state.statistics.conflicts += 1
                        continue
                    }
                    state.statistics.requests += 1
                    state.statistics.statements += entry.request.ids.count
                }
            }
            for (entry, outcome) in zip(batch, outcomes) {
                let isStored = outcome.conflicts.isEmpty
                entry.answer(
                    isStored ? .success(outcome) : .failure(LearningRecordError.conflict(outcome.conflicts)))
            }
        } catch let error as PostgresError where error.concernsOneStatement && batch.count > 1 {
            // Something in one request is not to the database's liking: find out which by storing each alone.
            for entry in batch { await write([entry]) }
        } catch {
            fail(batch, error)
        }
    }

    private func fail(_ batch: [Waiting], _ error: any Error) {
        state.withLock { $0.statistics.failed += batch.count }
        let answer = (error as? PostgresError)?.asUnavailable ?? error
        for entry in batch { entry.answer(.failure(answer)) }
    }

    /// Stores a batch and returns what was there already, by the requests' positions.
    private func insert(_ requests: [IngestRequest]) async throws -> [Int: [IngestOutcome.Known]] {
        let (type, profileKeys) = try await knownStorageKeys()
        let batch = IngestBatch(requests, type: type)
        // Another process stored one of the ids in this moment, and it can now be compared with; or took the place of a
        // statement that keeps its time.
        return try await retrying(also: .uniqueViolation) { try await batch.insert(profileKeys: profileKeys, in: pool) }
    }

    /// Tries again what lost against another transaction.
    private func retrying<Result>(
        also state: SQLState? = nil, _ body: () async throws -> Result
    ) async throws -> Result {
        var attempt = 1
        while true {
            do {
                return try await body()
            } catch let error as PostgresError
                where (error.isRetryable || (state != nil && error.sqlState == state)) && attempt < 5
            {
                attempt += 1
            }
        }
    }

    /// The type of the rows and the keys of the profile's templates, asked for once.
    private func knownStorageKeys() async throws -> (PostgresType, ProfileKeys) {
        if let known = state.withLock({ $0.storageKeys }) { return known }
        let type = try await pool.withConnection { db in
            try await db.one(Queries.learningRecordsIncomingStatementType(), as: Int64.self)
        }
        let keys = (PostgresType(rawValue: UInt32(type)), try await ProfileKeys(registeringIn: pool))
        state.withLock { $0.storageKeys = keys }
        return keys
    }
}

/// What becomes of several requests; tells it when all are done.
private final class Outcomes: Sendable {
    private let outcomes: Mutex<[Int: Result<IngestOutcome, any Error>]>
    private let count: Int
    private let tell: @Sendable ([Result<IngestOutcome, any Error>]) -> Void

    init(of count: Int, tell: @escaping @Sendable ([Result<IngestOutcome, any Error>]) -> Void) {
        outcomes = Mutex([:])
        self.count = count
        self.tell = tell
    }

    func note(_ outcome: Result<IngestOutcome, any Error>, at position: Int) {
        let all = outcomes.withLock { outcomes in
            outcomes[position] = outcome
            return outcomes.count == count ? outcomes : nil
        }
        if let all { tell((0..<count).compactMap { all[$0] }) }
    }
}
