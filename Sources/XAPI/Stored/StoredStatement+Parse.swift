internal import JSON

extension StoredStatement {
    /// Reads and checks a statement as it was served, by the rules of its own version.
    ///
    /// - Throws: All its faults, `stored-statement` among them where a member is missing that a store sets.
    public static func parse(
        bytes: [UInt8], limits: StatementLimits = StatementLimits()
    ) throws(StatementRejection) -> StoredStatement {
        let document: JSONDocument
        do { document = try JSONDocument(statements: bytes, limits: limits.json) } catch {
            throw StatementRejection(error)
        }
        let version = document.member(0, .version).flatMap { XAPIVersion(header: document.lexemeText($0)) }
        do {
            return try parse(document, version: version ?? .v1_0_3, limits: limits)
        } catch {
            // A statement of 1.0.x that came in a request of 2.0 has kept to the rules of that.
            guard version != .v2_0, let newer = try? parse(document, version: .v2_0, limits: limits) else {
                throw error
            }
            return newer
        }
    }

    private static func parse(
        _ document: JSONDocument, version: XAPIVersion, limits: StatementLimits
    ) throws(StatementRejection) -> StoredStatement {
        guard document.kind(0) == .object else { throw missing("", "A line is one statement, a JSON object.") }
        let check = StatementCheck(document: document, version: version, limits: limits)
        _ = check.body()
        if let rejection = check.report.rejection { throw rejection }
        var reader = StatementReader(document: document, version: version)
        let served = reader.read(0)
        guard let id = served.id else { throw missing("/id") }
        guard let storedNode = reader.top.stored,
            let stored = document.withText(storedNode, { Timestamp.parse($0, version: version) })
        else { throw missing("/stored") }
        let members = served.agents.filter { $0.role == .authorityMember }.map(\.identity)
        guard let authorityNode = reader.top.authority,
            var authority = served.agents.first(where: { $0.role == .authority })?.identity
        else { throw missing("/authority") }
        if authority.kind == .anonymousGroup {
            guard let application = members.first(where: { $0.kind == .account }) ?? members.first else {
                throw missing("/authority/member")
            }
            authority = application
        }
        return StoredStatement(
            statement: try sent(document, stored: stored, version: version, limits: limits) ?? served, id: id,
            version: served.version ?? version.assumedStatementVersion, stored: stored, authority: authority,
            authorityMembers: members, authorityDocument: document.copy(authorityNode))
    }

    /// The statement as it was sent to the store that served it; nil where that cannot be told.
    private static func sent(
        _ document: JSONDocument, stored: Int64, version: XAPIVersion, limits: StatementLimits
    ) throws(StatementRejection) -> ParsedStatement? {
        guard let payload = ServedStatement.payload(of: document, stored: stored) else { return nil }
        return try StatementBatch.parse(bytes: payload, version: version, limits: limits).statements.first
    }

    private static func missing(
        _ pointer: String, _ reason: String = "A statement that was stored has this member."
    ) -> StatementRejection {
        StatementRejection(violations: [
            Violation(index: nil, pointer: pointer, rule: "stored-statement", reason: reason)
        ])
    }
}

extension JSONDocument {
    /// A string's text; empty for another value.
    fileprivate func lexemeText(_ node: Int) -> String { kind(node) == .string ? string(node) : "" }
}
