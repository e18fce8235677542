internal import FoundationEssentials
internal import LibPQ
internal import Schema
internal import XAPI

/// The one way into the store: requests that arrive while a batch is being written gather into the next.
///
/// There is no timer: an idle writer writes at once. A request that clashes with what is stored, or that the database
/// refuses, harms only itself. What waits is bounded.
actor StatementWriter {
    private struct Waiting {
        let request: IngestRequest
        /// Takes the outcome, once.
        let answer: (Result<IngestOutcome, any Error>) -> Void
    }

    private let pool: ConnectionPool
    private let limits: IngestLimits
    private var dictionary: KeyDictionary
    private var profileKeys: ProfileKeys?
    private var waiting: [Waiting] = []
    private var isWriting = false
    private(set) var statistics = IngestStatistics()

    init(pool: ConnectionPool, limits: IngestLimits) {
        self.pool = pool
        self.limits = limits
        self.dictionary = KeyDictionary(capacity: limits.rememberedKeys)
    }

    /// Returns when the request's statements are committed.
    func store(_ request: IngestRequest) async throws {
        guard !request.statements.isEmpty else { return }
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
        statistics.waitingRequests += 1
        statistics.waitingBytes += entry.request.byteCount
        guard !isWriting else { return }
        isWriting = true
        // Runs until nothing waits; each request awaits its own answer, so nobody awaits the task.
        Task { await writeAll() }
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let batch = nextBatch()
            await write(batch)
        }
        isWriting = false
    }

    /// Takes from the front what fits one batch.
    ///
    /// A request that brings an id which is in the batch already waits for
    /// the next, where the first one's statement is stored and can be compared with.
    private func nextBatch() -> [Waiting] {
        var batch: [Waiting] = []
        var rest: [Waiting] = []
        var ids: Set<UUID> = []
        var statements = 0
        var bytes = 0
        var isFull = false
        for entry in waiting {
            let request = entry.request
            let fits =
                batch.isEmpty
                || (statements + request.statements.count <= limits.batchStatements
                    && bytes + request.byteCount <= limits.batchBytes)
            isFull = isFull || !fits
            guard !isFull, request.statements.allSatisfy({ !ids.contains($0.id) }) else {
                rest.append(entry)
                continue
            }
            ids.formUnion(request.statements.map(\.id))
            statements += request.statements.count
            bytes += request.byteCount
            batch.append(entry)
        }
        waiting = rest
        statistics.waitingRequests -= batch.count
        statistics.waitingBytes -= bytes
        return batch
    }

    private func write(_ batch: [Waiting]) async {
        do {
            let known = try await insert(batch.map(\.request))
            statistics.batches += 1
            for (position, entry) in batch.enumerated() {
                let outcome = IngestOutcome(entry.request, known: known[position] ?? [])
                if outcome.conflicts.isEmpty {
                    statistics.requests += 1
                    statistics.statements += entry.request.statements.count
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
            statistics.failed += batch.count
            let answer = (error as? PostgresError)?.asUnavailable ?? error
            for entry in batch { entry.answer(.failure(answer)) }
        }
    }

    /// Stores a batch and returns what was there already, by the requests' positions.
    private func insert(_ requests: [IngestRequest]) async throws -> [Int: [IngestOutcome.Known]] {
        var attempt = 1
        while true {
            do {
                return try await insertOnce(requests)
            } catch let error as PostgresError
                where (error.sqlState == .uniqueViolation || error.isRetryable) && attempt < 5
            {
                // Another process stored one of the ids in this moment, and it can now be compared with; or took the
                // place of a statement that keeps its time.
                attempt += 1
            }
        }
    }

    /// One round trip, which is one transaction: the announcement, the statements, what they refer to, what is attached
    /// to them, and what they void.
    private func insertOnce(_ requests: [IngestRequest]) async throws -> [Int: [IngestOutcome.Known]] {
        // Before it is asked what is missing: a batch must find all its keys.
        dictionary.forgetIfFull()
        var missing = dictionary.missing(for: requests)
        if missing.defines {
            missing = dictionary.missing(for: requests, silent: try await SilentStatements(among: requests, in: pool))
        }
        if !missing.isEmpty { dictionary.learn(try await FoundKeys(missing, in: pool), of: missing) }
        let columns = StatementColumns(requests, keys: dictionary)
        let conformance = try await insertion(of: columns.profile)
        let statements = requests.flatMap(\.statements)
        let attachments = AttachmentColumns(statements)
        let voiding = statements.filter(\.statement.isVoiding).map(\.id)
        let rows = try await pool.withConnection { db in
            try await db.pipeline { pipeline in
                pipeline.execute(Queries.learningRecordsAnnounceStoring(statements.contains(where: \.refers)))
                let known = pipeline.rows(columns.insert, as: (Int32, UUID, Bool).self)
                if let conformance { pipeline.execute(conformance) }
                pipeline.execute(Queries.learningRecordsLinkReferences(statements.map(\.id)))
                if let link = attachments.link { pipeline.execute(link) }
                if let note = attachments.note { pipeline.execute(note) }
                if !voiding.isEmpty { pipeline.execute(Queries.learningRecordsVoidStatements(voiding)) }
                return known
            }.get()
        }
        return Dictionary(grouping: rows) { Int($0.0) }.mapValues { rows in
            rows.map { IngestOutcome.Known(id: $0.1, isSame: $0.2) }
        }
    }

    /// The query about conformance to the scheme's profile; nil when the batch has nothing to do with it.
    private func insertion(of columns: ProfileColumns) async throws -> Query? {
        if columns.isEmpty { return nil }
        let keys = if let profileKeys { profileKeys } else { try await ProfileKeys(registeringIn: pool) }
        profileKeys = keys
        return columns.insert(keys: keys)
    }
}
