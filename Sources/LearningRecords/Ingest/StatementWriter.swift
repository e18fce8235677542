internal import FoundationEssentials
internal import LibPQ
internal import Schema

/// The one way into the store: requests that arrive while a batch is being written gather into the next.
///
/// There is no timer: an idle writer writes at once. Another batch is begun beside the one that is being written only
/// when enough waits to be worth a commit of its own, so that neither the database nor this process stands idle. A
/// request that clashes with what is stored, or that the database refuses, harms only itself. What waits is bounded.
actor StatementWriter {
    private struct Waiting {
        let request: IngestRequest
        /// Takes the outcome, once.
        let answer: (Result<IngestOutcome, any Error>) -> Void
    }

    private let pool: ConnectionPool
    private let limits: IngestLimits
    private let keys: SharedKeys
    private var storageKeys: (row: PostgresType, profile: ProfileKeys)?
    private var waiting: [Waiting] = []
    private var waitingStatements = 0
    /// The ids of batches that are being written: whoever brings one of them again waits, to be compared with it.
    private var idsInFlight: Set<UUID> = []
    private var batchesInFlight = 0
    private var isDispatching = false
    private(set) var statistics = IngestStatistics()

    init(pool: ConnectionPool, limits: IngestLimits) {
        self.pool = pool
        self.limits = limits
        self.keys = SharedKeys(capacity: limits.rememberedKeys)
    }

    /// Returns when the request's statements are committed.
    nonisolated func store(_ request: IngestRequest) async throws {
        guard !request.statements.isEmpty else { return }
        // Here and not by the writer: this is where several cores can work at once.
        try await take(keys.encoded(request))
    }

    private func take(_ request: IngestRequest) async throws {
        guard waiting.isEmpty || statistics.waitingBytes + request.byteCount <= limits.waitingBytes else {
            statistics.turnedAway += 1
            throw LearningRecordError.overloaded
        }
        _ = try await withCheckedThrowingContinuation { answer in
            enqueue(Waiting(request: request, answer: { answer.resume(with: $0) }))
        }
    }

    /// Stores requests in their order, each by itself, and tells what became of each.
    ///
    /// Never turned away: whoever brings many, such as an import, waits for the outcome before it brings more.
    func store(each requests: [IngestRequest]) async -> [Result<IngestOutcome, any Error>] {
        guard !requests.isEmpty else { return [] }
        return await withCheckedContinuation { done in
            var outcomes: [Int: Result<IngestOutcome, any Error>] = [:]
            for (position, request) in requests.enumerated() {
                let entry = Waiting(request: request) { outcome in
                    outcomes[position] = outcome
                    guard outcomes.count == requests.count else { return }
                    done.resume(returning: requests.indices.compactMap { outcomes[$0] })
                }
                enqueue(entry)
            }
        }
    }

    private func enqueue(_ entry: Waiting) {
        waiting.append(entry)
        waitingStatements += entry.request.ids.count
        statistics.waitingRequests += 1
        statistics.waitingBytes += entry.request.byteCount
        dispatch()
    }

    // MARK: Batches

    /// Begins what batches can be begun.
    private func dispatch() {
        guard !isDispatching, mayBegin else { return }
        isDispatching = true
        // Each request awaits its own answer, so nobody awaits the task.
        Task {
            while mayBegin, let batch = nextBatch() { await begin(batch) }
            isDispatching = false
        }
    }

    private var mayBegin: Bool {
        if waiting.isEmpty { return false }
        if batchesInFlight == 0 { return true }
        return batchesInFlight < limits.batchesInFlight && waitingStatements >= limits.worthwhileStatements
    }

    /// Takes from the front what fits one batch; nil when all that waits must wait for what is being written.
    ///
    /// A request that brings an id which is in the batch already waits for
    /// the next, where the first one's statement is stored and can be compared with.
    private func nextBatch() -> [Waiting]? {
        var batch: [Waiting] = []
        var rest: [Waiting] = []
        var ids = idsInFlight
        var statements = 0
        var bytes = 0
        var isFull = false
        for entry in waiting {
            let request = entry.request
            let fits =
                batch.isEmpty
                || (statements + request.ids.count <= limits.batchStatements
                    && bytes + request.byteCount <= limits.batchBytes)
            isFull = isFull || !fits
            guard !isFull, !request.ids.contains(where: ids.contains) else {
                rest.append(entry)
                continue
            }
            ids.formUnion(request.ids)
            statements += request.ids.count
            bytes += request.byteCount
            batch.append(entry)
        }
        guard !batch.isEmpty else { return nil }
        waiting = rest
        idsInFlight = ids
        batchesInFlight += 1
        waitingStatements -= statements
        statistics.waitingRequests -= batch.count
        statistics.waitingBytes -= bytes
        return batch
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
        for entry in batch { idsInFlight.subtract(entry.request.ids) }
        batchesInFlight -= 1
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
            statistics.batches += 1
            for (position, entry) in batch.enumerated() {
                let outcome = IngestOutcome(entry.request, known: known[position] ?? [])
                if outcome.conflicts.isEmpty {
                    statistics.requests += 1
                    statistics.statements += entry.request.ids.count
                    entry.answer(.success(outcome))
                } else {
                    statistics.conflicts += 1
                    entry.answer(.failure(LearningRecordError.conflict(outcome.conflicts)))
                }
            }
        } catch let error as PostgresError where error.concernsOneStatement && batch.count > 1 {
            // Something in one request is not to the database's liking: find out which by storing each alone.
            for entry in batch { await write([entry]) }
        } catch {
            fail(batch, error)
        }
    }

    private func fail(_ batch: [Waiting], _ error: any Error) {
        statistics.failed += batch.count
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
        if let storageKeys { return storageKeys }
        let type = try await pool.withConnection { db in
            try await db.one(Queries.learningRecordsIncomingStatementType(), as: Int64.self)
        }
        let keys = (PostgresType(rawValue: UInt32(type)), try await ProfileKeys(registeringIn: pool))
        storageKeys = keys
        return keys
    }
}
