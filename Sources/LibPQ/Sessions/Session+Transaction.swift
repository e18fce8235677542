import CLibPQ

extension Session {
    func commit() async throws(PostgresError) {
        let result: PostgresResult
        do throws(PostgresError) {
            result = try await performSimple("COMMIT")
        } catch {
            await rollBack()
            throw error
        }
        guard result.commandTag == "COMMIT" else {
            throw PostgresError(
                .transactionAborted, "the transaction was rolled back, because a statement in it had failed")
        }
    }

    /// Ends an open transaction, cancelled task or not; a connection where that fails is given up.
    func rollBack() async {
        guard !isBroken, transactionStatus != .idle else { return }
        do throws(PostgresError) {
            _ = try await performSimple("ROLLBACK", shielded: true)
        } catch {
            giveUp()
        }
    }

    func rollBackToSavepoint() async {
        guard !isBroken, transactionStatus != .idle else { return }
        do throws(PostgresError) {
            _ = try await performSimple("ROLLBACK TO SAVEPOINT libpq; RELEASE SAVEPOINT libpq", shielded: true)
        } catch {
            giveUp()
        }
    }

    /// Brings the session back to where a new lease may start; false when it is only good for closing.
    func reset() async -> Bool {
        dropNotifications()
        if !isBroken, !isBusy, transactionStatus != .idle { await rollBack() }
        return !isBroken && !isBusy && transactionStatus == .idle
    }

    /// One round trip, to see whether the server still answers.
    func isAlive() async -> Bool {
        do throws(PostgresError) {
            _ = try await performSimple("", shielded: true)
            return true
        } catch {
            giveUp()
            return false
        }
    }

    var processID: Int32 { unsafe PQbackendPID(link.connection) }
    var serverVersion: Int { unsafe Int(PQserverVersion(link.connection)) }
    var isEncrypted: Bool { unsafe PQsslInUse(link.connection) == 1 }
}
