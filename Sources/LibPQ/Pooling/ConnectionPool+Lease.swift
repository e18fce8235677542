extension ConnectionPool {
    /// Gets a connection that answers, within the acquire timeout.
    func acquire() async throws(PostgresError) -> Lease {
        guard !Task.isCancelled else { throw .taskCancelled }
        let now = MonotonicTime.now
        let immediate: Lease? = state.withLock { state in
            guard let grant = state.machine.acquireIdle(at: now), let session = state.sessions[grant.connection]
            else { return nil }
            return Lease(session: session, grant: grant)
        }
        var lease: Lease
        let deadline = now + options.acquireTimeout
        if let immediate {
            lease = immediate
        } else {
            lease = try await wait(deadline: deadline, isReturning: false)
        }
        while await isDead(lease) {
            apply { machine in
                machine.healthCheckFailed()
                return machine.release(lease.grant.connection, isReusable: false, at: .now)
            }
            lease = try await wait(deadline: deadline, isReturning: true)
        }
        return lease
    }

    /// An idle connection has nothing to read unless the server hung up; after a longer time it is also asked.
    private func isDead(_ lease: Lease) async -> Bool {
        if lease.session.hasInput { return !(await lease.session.isAlive()) }
        return lease.grant.needsCheck ? !(await lease.session.isAlive()) : false
    }

    private func wait(deadline: MonotonicTime, isReturning: Bool) async throws(PostgresError) -> Lease {
        // Shared with the cancellation handler, which may run before the waiter is in the queue.
        let waiter = state.withLock { $0.machine.makeWaiterID() }
        let handover = await withTaskCancellationHandler {
            await Resumption<Handover>.suspend { resumption in
                apply { state in
                    state.waiting[waiter] = resumption
                    // A cancellation that came too early to find the waiter is seen here.
                    guard !Task.isCancelled else { return state.cancel(waiter) }
                    return state.machine.acquire(waiter, deadline: deadline, isReturning: isReturning, at: .now)
                }
                armTimer()
            }
        } onCancel: {
            let resumption = state.withLock { state in
                state.machine.cancel(waiter) ? state.waiting.removeValue(forKey: waiter) : nil
            }
            resumption?.resume(.refused(.taskCancelled))
        }
        switch handover {
        case .lease(let lease): return lease
        case .refused(let error): throw error
        }
    }

    /// Takes a connection back, rolled back if need be.
    func release(_ lease: Lease) async {
        let isReusable = await lease.session.reset()
        apply { $0.release(lease.grant.connection, isReusable: isReusable, at: .now) }
    }

    /// One timer for all waiters, since they expire in the order they came.
    private func armTimer() {
        let time: MonotonicTime? = state.withLock { state in
            guard let next = state.machine.nextDeadline() else { return nil }
            if let timer = state.timer, timer <= next { return nil }
            state.timer = next
            return next
        }
        guard let time, let poller = try? Poller.shared() else { return }
        _ = poller.schedule(at: time) { [weak self] in
            guard let self else { return }
            self.state.withLock { $0.timer = nil }
            self.apply { $0.expireWaiters(at: .now) }
            self.armTimer()
        }
    }
}
