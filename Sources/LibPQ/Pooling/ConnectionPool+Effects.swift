extension ConnectionPool {
    /// Tells the state machine an event and carries out what it decides.
    func apply(_ event: (inout PoolStateMachine) -> PoolStateMachine.Effects) {
        apply { (state: inout State) in event(&state.machine) }
    }

    /// Resumptions and closes happen outside the lock.
    func apply(_ event: (inout State) -> PoolStateMachine.Effects) {
        var handovers: [(Resumption<Handover>, Handover)] = []
        var closed: [Session] = []
        var cancelled: [Task<Void, Never>] = []
        var drained: [Resumption<Void>] = []
        state.withLock { state in
            let effects = event(&state)
            for (waiter, grant) in effects.grants {
                guard let resumption = state.waiting.removeValue(forKey: waiter),
                    let session = state.sessions[grant.connection]
                else { continue }
                handovers.append((resumption, .lease(Lease(session: session, grant: grant))))
            }
            for (waiter, reason) in effects.refusals {
                guard let resumption = state.waiting.removeValue(forKey: waiter) else { continue }
                handovers.append((resumption, .refused(error(for: reason))))
            }
            for connection in effects.closes {
                if let session = state.sessions.removeValue(forKey: connection) { closed.append(session) }
            }
            for connection in effects.abandons {
                if let task = state.connects.removeValue(forKey: connection) { cancelled.append(task) }
            }
            for open in effects.opens {
                // Not awaited: it ends by telling the state machine, and a drain cancels it.
                state.connects[open.connection] = Task { await self.open(open.connection, notBefore: open.notBefore) }
            }
            if effects.isDrained {
                state.isDrained = true
                drained = state.drained
                state.drained.removeAll()
            }
        }
        for (resumption, handover) in handovers { resumption.resume(handover) }
        for task in cancelled { task.cancel() }
        closed.removeAll()
        for resumption in drained { resumption.resume(()) }
    }

    private func open(_ connection: PoolStateMachine.ConnectionID, notBefore: MonotonicTime?) async {
        do throws(PostgresError) {
            if let notBefore { try await pause(until: notBefore) }
            let session = try await Connector(configuration: configuration).connect()
            apply { state in
                state.connects[connection] = nil
                state.sessions[connection] = session
                return state.machine.opened(connection, at: .now)
            }
        } catch {
            apply { state in
                state.connects[connection] = nil
                return state.machine.openFailed(connection, error: error, at: .now)
            }
        }
    }

    private func pause(until time: MonotonicTime) async throws(PostgresError) {
        do { try await Task.sleep(for: time - .now) } catch { throw .taskCancelled }
    }

    private func error(for refusal: PoolStateMachine.Refusal) -> PostgresError {
        switch refusal {
        case .cancelled: .taskCancelled
        case .closed: PostgresError(.poolClosed, "the pool takes no more requests")
        case .tooManyWaiters:
            PostgresError(.tooManyWaiters, "\(options.maximumWaiters) tasks wait for a connection already")
        case .timedOut: PostgresError(.acquireTimeout, "no connection was free within \(options.acquireTimeout)")
        case .unreachable(let last):
            last.with(
                code: .connectionFailed,
                message: "no connection within \(options.acquireTimeout); the last attempt: \(last.message)")
        }
    }
}

extension ConnectionPool.State {
    /// Ends the wait of a task that was cancelled before it was in the queue.
    mutating func cancel(_ waiter: PoolStateMachine.WaiterID) -> PoolStateMachine.Effects {
        var effects = PoolStateMachine.Effects()
        effects.refusals.append((waiter, .cancelled))
        return effects
    }
}
