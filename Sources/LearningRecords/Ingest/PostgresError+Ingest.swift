internal import LibPQ

extension PostgresError {
    private var sqlClass: Substring? { sqlState?.rawValue.prefix(2) }

    /// Whether the database took offence at the data of a statement, so that its neighbours must be stored without it.
    ///
    /// Classes 22 (data exception), 23 (integrity constraint) and 54 (program limit exceeded).
    var concernsOneStatement: Bool { sqlClass.map { ["22", "23", "54"].contains($0) } ?? false }

    /// Whether another try may succeed: the database is away, busy or ends; anything else is a fault of ours.
    ///
    /// No SQLSTATE (libpq or the pool), and classes 08 (connection), 25 (read-only: a standby), 40 (rollback),
    /// 53 (resources), 55 (not in the required state), 57 (intervention) and 58 (system).
    private var mayPass: Bool { sqlClass.map { ["08", "25", "40", "53", "55", "57", "58"].contains($0) } ?? true }

    /// The error as the store tells it.
    var asUnavailable: any Error {
        mayPass ? LearningRecordError.unavailable(String(describing: self)) : self
    }
}
