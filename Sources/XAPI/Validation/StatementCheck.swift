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
        firstPlaces.reserveCapacity(count)
        document.forEachElement(0) { position, node in
            report.index = position
            report.statement = node
            nodes.append(node)
            guard let id = statement(node), let first = firstPlaces.updateValue(position, forKey: id.bits) else {
                return
            }
            report.add(.uniqueIDs, id.node, "Statement \(first) of the batch has the same id.")
        }
        return nodes
    }

    /// A statement's id.
    private struct StatementID {
        var node: Int
        var bits: UUIDText.Bits
    }

    /// Checks a statement; returns its id, when it has a valid one.
    @discardableResult
    private func statement(_ node: Int) -> StatementID? {
        guard isKind(node, .object, .statementType, "A statement") else { return nil }
        var parts = StatementParts()
        var id: StatementID?
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .id: id = statementID(value)
            case .stored: timestamp(value, .stored)
            case .authority: authority(value)
            case .version: statementVersion(value)
            case let property: commonMember(property, key, value, &parts)
            }
        }
        complete(node, parts, isSub: false)
        return id
    }

    private func statementID(_ node: Int) -> StatementID? {
        guard isKind(node, .string, .statementID, "id") else { return nil }
        if let bits = document.withText(node, UUIDText.bits) { return StatementID(node: node, bits: bits) }
        report.add(.statementID, node, "\(quoted(node)) is not a UUID.")
        return nil
    }

    private func statementVersion(_ node: Int) {
        guard isKind(node, .string, .version, "version") else { return }
        if !document.withText(node, version.accepts(statementVersion:)) {
            report.add(.version, node, "The version isn't one that \(version.header) accepts.")
        }
    }
}
