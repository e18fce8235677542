internal import JSON

extension AgentIdentity {
    /// Reads an Agent or identified Group as a query's parameter names it: one JSON object.
    ///
    /// - Throws: All its faults, with pointers into the object.
    public static func parse(query bytes: [UInt8], version: XAPIVersion) throws(StatementRejection) -> AgentIdentity {
        let limits = StatementLimits()
        let document: JSONDocument
        do { document = try JSONDocument(statements: bytes, limits: limits.json) } catch {
            throw StatementRejection(error)
        }
        let check = StatementCheck(document: document, version: version, limits: limits)
        check.actor(0)
        if let rejection = check.report.rejection { throw rejection }
        var reader = StatementReader(document: document, version: version)
        let identity = reader.readActor(0, role: .actor, memberRole: .actorMember)
        guard identity.kind != .anonymousGroup else {
            throw StatementRejection(violations: [
                Violation(
                    index: nil, pointer: "", rule: "query-agent",
                    reason: "An anonymous Group has no identity to look for; give an identifier.")
            ])
        }
        return identity
    }
}
