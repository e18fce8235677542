internal import FoundationEssentials
internal import LearningRecords
internal import XAPI

/// What a request to store statements brought.
struct SentStatements {
    /// The JSON of the statements, byte for byte.
    let body: [UInt8]
    /// The statements, or all that is wrong with them and with the data that came along.
    let statements: Result<StatementBatch, StatementRejection>
    /// The data of attachments that came along, by the digest that names it.
    var contents: [String: ReceivedAttachment] = [:]

    /// The statements as the store takes them, with their attachments, and signatures checked.
    ///
    /// - Parameter id: The id from the URL of a PUT, under which it is one statement.
    /// - Throws: A `StatementRejection` of everything that is wrong.
    func incoming(id: UUID?, binder: AttachmentBinder) async throws -> [IncomingStatement] {
        let batch = try statements.get()
        if let id { try batch.requireOne(id: id) }
        let moment = Date()
        var incoming: [IncomingStatement] = []
        var violations: [Violation] = []
        for (index, parsed) in batch.statements.enumerated() {
            var statement = try IncomingStatement(parsed, id: id, version: batch.version)
            violations += try await binder.bind(
                &statement, to: contents, version: batch.version, index: batch.isArray ? index : nil, at: moment)
            incoming.append(statement)
        }
        guard violations.isEmpty else { throw StatementRejection(violations: violations) }
        return incoming
    }
}
