internal import FoundationEssentials
internal import LibPQ
internal import XAPI

/// The statements of one request, stored together or not at all.
///
/// They are encoded where there is time: on the request's own task when all that they name is known, and else by the
/// writer, once it has asked the database. What was encoded is not kept twice.
struct IngestRequest: Sendable {
    /// The statements' ids, in their order.
    let ids: [UUID]
    let authority: Authority
    /// When they were stored, if that was elsewhere; nil for now.
    let stored: LibPQ.Timestamp?
    /// Whether what they say of activities adds to the activities' definitions.
    let definesActivities: Bool
    let byteCount: Int
    /// The statements, as long as they are not encoded.
    private(set) var statements: [IncomingStatement]
    /// The statements encoded for the database.
    private(set) var rows: StatementRows?

    init(
        statements: [IncomingStatement], authority: Authority, stored: LibPQ.Timestamp? = nil,
        definesActivities: Bool = true
    ) {
        self.ids = statements.map(\.id)
        self.statements = statements
        self.authority = authority
        self.stored = stored
        self.definesActivities = definesActivities
        self.byteCount = statements.reduce(0) { $0 + $1.statement.payload.count }
    }

    /// Encodes the statements, unless one names what the dictionary does not know.
    ///
    /// - Parameter isAsked: Whether the database was asked for all that is missing, so that nothing can be new.
    mutating func encode(with keys: KeyDictionary, isAsked: Bool) {
        guard rows == nil, let encoded = StatementRows(self, keys: keys, isAsked: isAsked) else { return }
        rows = encoded
        statements = []
    }
}
