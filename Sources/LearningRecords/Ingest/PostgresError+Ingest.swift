internal import LibPQ

extension PostgresError {
    /// Whether the database took offence at the data of a statement, so that its neighbours must be stored without it.
    ///
    /// Classes 22 (data exception), 23 (integrity constraint) and 54 (program limit exceeded).
    var concernsOneStatement: Bool {
        guard let state = sqlState?.rawValue else { return false }
        return state.hasPrefix("22") || state.hasPrefix("23") || state.hasPrefix("54")
    }

    /// The error as the store tells it: unavailable, unless it concerns the data.
    var asUnavailable: any Error {
        concernsOneStatement ? self : LearningRecordError.unavailable(String(describing: self))
    }
}
