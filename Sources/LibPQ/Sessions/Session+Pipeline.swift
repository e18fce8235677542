import CLibPQ

extension Session {
    private typealias Outcome = Result<PostgresResult, PostgresError>

    /// Runs the steps with one synchronisation at their end, and throws the error of the first that failed.
    func run(_ steps: [Pipeline.Step]) async throws(PostgresError) {
        guard !steps.isEmpty else { return }
        for step in steps {
            try step.query.checkLimits()
            try checkText(step.query.sql, name: step.query.name)
        }
        try begin("a pipeline")
        defer { end() }
        var outcomes: [Outcome]
        do throws(PostgresError) {
            outcomes = try await exchange(steps)
            if let failure = firstFailure(of: outcomes), failure.isStaleStatement {
                statements.isStale = true
                if transactionStatus == .idle { outcomes = try await exchange(steps) }
            }
        } catch {
            for step in steps { _ = step.complete(.failure(error)) }
            throw error
        }
        var failure: PostgresError?
        for (step, outcome) in zip(steps, outcomes) {
            let error = step.complete(outcome)
            // A statement's own error counts before those of the statements it took down.
            if let error, failure == nil || failure?.code == .pipelineAborted { failure = error }
        }
        try await evictStatements()
        if let failure { throw failure }
    }

    private func firstFailure(of outcomes: [Outcome]) -> PostgresError? {
        for case .failure(let error) in outcomes where error.code != .pipelineAborted { return error }
        return nil
    }

    private func exchange(_ steps: [Pipeline.Step]) async throws(PostgresError) -> [Outcome] {
        try await refreshStatements()
        guard unsafe PQenterPipelineMode(link.connection) == 1 else { throw sendError() }
        do throws(PostgresError) {
            let preparations = try await send(steps)
            let outcomes = try await receive(steps, preparations: preparations)
            guard unsafe PQexitPipelineMode(link.connection) == 1 else { throw sendError() }
            return outcomes
        } catch {
            // Half a pipeline can't be brought back in step.
            giveUp()
            throw error
        }
    }

    /// A statement that is prepared within the pipeline, before the step that needs it first.
    private struct Preparation {
        let key: StatementCache.Key
        let name: String
    }

    private func send(_ steps: [Pipeline.Step]) async throws(PostgresError) -> [Int: Preparation] {
        var preparations: [Int: Preparation] = [:]
        var names: [StatementCache.Key: String] = [:]
        var unsent = 0
        for (index, step) in steps.enumerated() {
            let query = step.query
            let key = StatementCache.Key(sql: query.sql, types: query.parameters.types)
            let name: String
            if let known = statements.name(for: key) ?? names[key] {
                name = known
            } else {
                name = statements.makeName()
                names[key] = name
                preparations[index] = Preparation(key: key, name: name)
                guard sendPrepare(key, as: name) else { throw sendError(statement: query.name) }
            }
            guard send(query, as: name) else { throw sendError(statement: query.name) }
            unsent += query.parameters.byteCount + 64
            if unsent > 65_536 {
                // Waiting to write also reads, so that the server never waits for us while we wait for it.
                try await flush()
                unsent = 0
            }
        }
        guard unsafe PQpipelineSync(link.connection) == 1 else { throw sendError() }
        try await flush()
        return preparations
    }

    private func receive(
        _ steps: [Pipeline.Step], preparations: [Int: Preparation]
    ) async throws(PostgresError) -> [Outcome] {
        var outcomes: [Outcome] = []
        outcomes.reserveCapacity(steps.count)
        for (index, step) in steps.enumerated() {
            var failure: PostgresError?
            if let preparation = preparations[index] {
                switch try await receiveOne(step.query) {
                case .success: statements.insert(preparation.key, name: preparation.name)
                case .failure(let error): failure = error
                }
            }
            let outcome = try await receiveOne(step.query)
            outcomes.append(failure.map { .failure($0) } ?? outcome)
        }
        guard let sync = try await nextResult(), sync.status == PGRES_PIPELINE_SYNC else { throw sendError() }
        return outcomes
    }

    /// Reads one command's results up to the NULL that ends them.
    private func receiveOne(_ query: Query) async throws(PostgresError) -> Outcome {
        var outcome: Outcome?
        while let result = try await nextResult() {
            switch result.status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: outcome = .success(result)
            case PGRES_PIPELINE_ABORTED:
                outcome = .failure(
                    PostgresError(.pipelineAborted, "an earlier statement of the pipeline failed").named(query.name))
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                throw PostgresError(.protocolViolation, "COPY can't be part of a pipeline").named(query.name)
            default:
                let error = error(result, statement: query.name)
                if isBroken { throw error }
                outcome = outcome ?? .failure(error)
            }
        }
        guard let outcome else { throw sendError(statement: query.name) }
        return outcome
    }
}
