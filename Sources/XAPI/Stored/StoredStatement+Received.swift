extension StoredStatement {
    /// The same statement, with the bytes in which a client had sent it to the store that served it.
    ///
    /// - Throws: The faults of the bytes; `received-statement` when it was not made of them.
    public func asReceived(
        _ bytes: [UInt8], limits: StatementLimits = StatementLimits()
    ) throws(StatementRejection) -> StoredStatement {
        let batch = try Self.batch(bytes, version: XAPIVersion(header: version) ?? .v1_0_3, limits: limits)
        guard !batch.isArray, let sent = batch.statements.first,
            Self.withoutLineEnds(sent.payload) == Self.withoutLineEnds(statement.payload)
        else {
            throw StatementRejection(violations: [
                Violation(
                    index: nil, pointer: "", rule: "received-statement",
                    reason: "The statement is not the one that the line before says was received.")
            ])
        }
        return StoredStatement(
            statement: sent, id: id, version: version, stored: stored, authority: authority,
            authorityMembers: authorityMembers, authorityDocument: authorityDocument)
    }

    /// A statement of 1.0.x may have come in a request of 2.0, and keeps to the rules of that then.
    private static func batch(
        _ bytes: [UInt8], version: XAPIVersion, limits: StatementLimits
    ) throws(StatementRejection) -> StatementBatch {
        do { return try StatementBatch.parse(bytes: bytes, version: version, limits: limits) } catch {
            guard version != .v2_0,
                let newer = try? StatementBatch.parse(bytes: bytes, version: .v2_0, limits: limits)
            else { throw error }
            return newer
        }
    }

    /// Where statements stand on lines, line ends within them have become spaces.
    private static func withoutLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? UInt8(ascii: " ") : $0 }
    }
}
