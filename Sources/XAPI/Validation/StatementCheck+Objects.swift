internal import JSON

/// Verbs and objects.
extension StatementCheck {
    /// What an object is.
    enum ObjectKind {
        case activity, actor, statementRef, subStatement, unknown
    }

    /// Checks a verb.
    func verb(_ node: Int) {
        guard isKind(node, .object, .verbType, "verb") else { return }
        var id: Int?
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .id:
                id = value
                iri(value, .verbID)
            case .display: languageMap(value, .verbDisplay)
            default: unknown(key, [.id, .display])
            }
        }
        require(id, "id", of: node, .verbID)
    }

    /// Checks an object by its `objectType`.
    func checkObject(_ node: Int, isSub: Bool) -> ObjectKind {
        guard isKind(node, .object, .objectType, "object") else { return .unknown }
        guard let type = document.member(node, .objectType) else {
            activity(node)
            return .activity
        }
        guard isKind(type, .string, .objectTypeText, "objectType") else { return .unknown }
        if document.text(type, is: "Activity") {
            activity(node)
            return .activity
        }
        if document.text(type, is: "Agent") || document.text(type, is: "Group") {
            actor(node)
            return .actor
        }
        if document.text(type, is: "StatementRef") {
            statementRef(node, .statementRefType)
            return .statementRef
        }
        if document.text(type, is: "SubStatement") {
            if isSub {
                report.add(.subStatementNested, node, "A SubStatement has no SubStatement of its own.")
            } else {
                subStatement(node)
            }
            return .subStatement
        }
        report.add(
            .objectType, type,
            "\(quoted(type)) is none of \"Activity\", \"Agent\", \"Group\", \"StatementRef\", \"SubStatement\".")
        return .unknown
    }

    /// Checks a StatementRef.
    func statementRef(_ node: Int, _ rule: Rule) {
        guard isKind(node, .object, rule, "A StatementRef") else { return }
        var (id, type): (Int?, Int?)
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .id:
                id = value
                uuid(value, .statementRefID)
            case .objectType:
                type = value
                constant(value, "StatementRef", .statementRefType)
            default: unknown(key, [.id, .objectType])
            }
        }
        require(id, "id", of: node, .statementRefID)
        require(type, "objectType", of: node, .statementRefType)
    }

    /// Checks a string that may have only one value.
    @inline(__always)
    func constant(_ node: Int, _ expected: StaticString, _ rule: @autoclosure () -> Rule) {
        guard isKind(node, .string, rule(), "objectType") else { return }
        if !document.text(node, is: expected) {
            report.add(rule(), node, "\(quoted(node)) has to be \"\(expected)\".")
        }
    }

    private func subStatement(_ node: Int) {
        var parts = StatementParts()
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .objectType: break
            case .id, .stored, .version, .authority:
                report.add(.subStatementProperty, key, "A SubStatement has no \(document.string(key)).")
            case let property: commonMember(property, key, value, &parts)
            }
        }
        complete(node, parts, isSub: true)
    }
}
