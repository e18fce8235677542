internal import FoundationEssentials

/// What became of a request's statements.
struct IngestOutcome {
    /// A statement whose id was there already.
    struct Known {
        let id: UUID
        /// Whether it says the same.
        let isSame: Bool
    }

    /// How many statements were stored.
    let stored: Int
    /// How many were there already, and say the same.
    let alreadyStored: Int
    /// The ids of those that are there and say something else; then none of the request is stored.
    let conflicts: [UUID]

    init(_ request: IngestRequest, known: [Known]) {
        conflicts = known.filter { !$0.isSame }.map(\.id)
        alreadyStored = known.count - conflicts.count
        stored = conflicts.isEmpty ? request.ids.count - known.count : 0
    }
}
