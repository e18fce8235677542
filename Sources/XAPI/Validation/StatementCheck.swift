internal import JSON

/// Checks a body of statements against every rule on structure and data types, without reading its values.
///
/// A class, so that the closures that walk the tape share the report, and no reference is counted on the way.
final class StatementCheck {
    let document: JSONDocument
    let version: XAPIVersion
    let limits: StatementLimits
    var report: ViolationReport

    /// A check of a parsed body.
    init(document: JSONDocument, version: XAPIVersion, limits: StatementLimits) {
        self.document = document
        self.version = version
        self.limits = limits
        self.report = ViolationReport(document: document, maximum: limits.maximumViolations)
    }

    /// Checks the whole body; returns the nodes of its statements.
    func body() -> [Int] {
        switch document.kind(0) {
        case .object:
            statement(0)
            return [0]
        case .array:
            return batch()
        default:
            report.add(.statementType, 0, "The body is neither a statement nor an array of statements.")
            return []
        }
    }

    private func batch() -> [Int] {
        let count = document.count(0)
        guard count <= limits.maximumStatements else {
            report.add(.batchSize, 0, "The batch holds \(count) statements, more than \(limits.maximumStatements).")
            return []
        }
        var nodes: [Int] = []
        nodes.reserveCapacity(count)
        var firstPlaces: [UUIDText.Bits: Int] = [:]
        document.forEachElement(0) { position, node in
            report.index = position
            report.statement = node
            nodes.append(node)
            statement(node)
            checkUnique(node, position, &firstPlaces)
        }
        return nodes
    }

    private func checkUnique(_ node: Int, _ position: Int, _ firstPlaces: inout [UUIDText.Bits: Int]) {
        guard let member = document.member(node, "id"), document.kind(member) == .string,
            let id = document.withText(member, UUIDText.bits)
        else { return }
        if let first = firstPlaces.updateValue(position, forKey: id) {
            report.add(.uniqueIDs, member, "Statement \(first) of the batch has the same id.")
        }
    }

    /// Checks a statement.
    private func statement(_ node: Int) {
        guard isKind(node, .object, .statementType, "A statement") else { return }
        var parts = StatementParts()
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .id: uuid(value, .statementID)
            case .stored: timestamp(value, .stored)
            case .authority: authority(value)
            case .version: statementVersion(value)
            case let property: commonMember(property, key, value, &parts)
            }
        }
        complete(node, parts, isSub: false)
    }

    private func statementVersion(_ node: Int) {
        guard isKind(node, .string, .version, "version") else { return }
        if !document.withText(node, version.accepts(statementVersion:)) {
            report.add(.version, node, "The version isn't one that \(version.header) accepts.")
        }
    }
}
