internal import LibPQ
internal import XAPI

/// The statements of one request, stored together or not at all.
struct IngestRequest: Sendable {
    let statements: [IncomingStatement]
    let authority: Authority
    /// When they were stored, if that was elsewhere; nil for now.
    let stored: LibPQ.Timestamp?
    /// Whether what they say of activities adds to the activities' definitions.
    let definesActivities: Bool
    let byteCount: Int

    init(
        statements: [IncomingStatement], authority: Authority, stored: LibPQ.Timestamp? = nil,
        definesActivities: Bool = true
    ) {
        self.statements = statements
        self.authority = authority
        self.stored = stored
        self.definesActivities = definesActivities
        self.byteCount = statements.reduce(0) { $0 + $1.statement.payload.count }
    }
}
