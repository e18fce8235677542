internal import Crypto
public import FoundationEssentials
internal import JSON
internal import XAPI

extension QuarantineStore {
    /// Sends a request again, as it was or corrected: its statements are checked and stored as if its key had sent them
    /// now, and it leaves the quarantine.
    ///
    /// - Parameters:
    ///   - body: The corrected body; the one received when it is nil.
    ///   - key: Only if it is of this key.
    /// - Returns: The ids of its statements, in order.
    /// - Throws: ``QuarantineError``; a `StatementRejection` or ``LearningRecordError``, and then it stays as it is.
    public func resubmit(
        _ id: UUID, body: [UInt8]? = nil, of key: UUID?, actor: String
    ) async throws -> [UUID] {
        let entry = try await entry(id, of: key)
        let bytes: [UInt8]
        if let body { bytes = body } else { bytes = Self.body(entry, try await statements(of: entry)) }
        let incoming = try await incoming(bytes, entry)
        try await statements.store(
            incoming, authority: Authority(document: entry.authority), definesActivities: entry.definesActivities)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("corrected", boolean: body != nil)
            writer.member(
                "statements",
                array: { writer in
                    for statement in incoming { writer.string(statement.id.uuidString.lowercased()) }
                })
        }
        try await release(id, of: key, actor: actor, action: "quarantine.resubmit", detail: writer.bytes)
        return incoming.map(\.id)
    }

    /// The statements of a body, with the data that had come along.
    private func incoming(_ bytes: [UInt8], _ entry: QuarantineEntry) async throws -> [IncomingStatement] {
        let batch = try StatementBatch.parse(bytes: bytes, version: entry.version)
        // What was a PUT stays one statement, under the id of its URL.
        if let id = entry.targetID { try batch.requireOne(id: id) }
        let contents = Dictionary(
            try await attachments(of: entry).map { ($0.sha2, $0) }, uniquingKeysWith: { first, _ in first })
        try AttachmentManifest(batch).requireData(besides: Set(contents.keys))
        var incoming: [IncomingStatement] = []
        var violations: [Violation] = []
        for (position, parsed) in batch.statements.enumerated() {
            var statement = try IncomingStatement(
                parsed, id: entry.targetID ?? entry.statementID(at: position), version: entry.version)
            violations += try await binder.bind(
                &statement, to: contents, version: entry.version, index: batch.isArray ? position : nil, at: Date())
            incoming.append(statement)
        }
        guard violations.isEmpty else { throw StatementRejection(violations: violations) }
        return incoming
    }

    /// The body as received, but for what stood between the statements of an array.
    private static func body(_ entry: QuarantineEntry, _ statements: [QuarantinedStatement]) -> [UInt8] {
        let joined = Array(statements.map(\.received).joined(separator: [UInt8(ascii: ",")]))
        return entry.isBatch ? [UInt8(ascii: "[")] + joined + [UInt8(ascii: "]")] : joined
    }
}

extension QuarantineEntry {
    /// The id of a statement that was sent without one: always the same, so that a resubmission that was cut off before
    /// its end, or is sent twice, stores the statement once.
    fileprivate func statementID(at position: Int) -> UUID {
        let digest = Array(SHA256.hash(data: Array("\(id.uuidString) \(position)".utf8)))
        // A UUID of version 8 (RFC 9562 §5.8).
        return UUID(
            uuid: (
                digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6] & 0x0F | 0x80, digest[7],
                digest[8] & 0x3F | 0x80, digest[9], digest[10], digest[11], digest[12], digest[13], digest[14],
                digest[15]
            ))
    }
}
