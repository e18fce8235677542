internal import LibPQ
internal import Operations
internal import Training

/// The way of the controllers under `/api` to what is defined of the training: only as the caller may see it.
struct TrainingAccess {
    private let pool: ConnectionPool

    init(pool: ConnectionPool) {
        self.pool = pool
    }

    /// The database on behalf of a caller.
    func database(for caller: Caller) -> CallerDatabase {
        CallerDatabase(pool: pool, partner: caller.partnerCode)
    }
}
