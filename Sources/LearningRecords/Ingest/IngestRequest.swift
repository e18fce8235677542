internal import XAPI

/// The statements of one request, stored together or not at all.
struct IngestRequest: Sendable {
    let statements: [IncomingStatement]
    let authority: Authority
    let byteCount: Int

    init(statements: [IncomingStatement], authority: Authority) {
        self.statements = statements
        self.authority = authority
        self.byteCount = statements.reduce(0) { $0 + $1.statement.payload.count }
    }
}
