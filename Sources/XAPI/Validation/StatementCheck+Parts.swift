internal import JSON

/// What statements and sub-statements have in common.
extension StatementCheck {
    /// The members of a statement that depend on each other.
    struct StatementParts {
        var actor: Int?
        var verb: Int?
        var object: Int?
        var context: Int?
    }

    /// Checks a member that statements and sub-statements share.
    func commonMember(_ property: Property?, _ key: Int, _ value: Int, _ parts: inout StatementParts) {
        switch property {
        case .actor:
            parts.actor = value
            actor(value)
        case .verb:
            parts.verb = value
            verb(value)
        case .object: parts.object = value
        case .result: result(value)
        case .context: parts.context = value
        case .timestamp: timestamp(value, .timestamp)
        case .attachments: attachments(value)
        default: unknown(key, Self.statementProperties)
        }
    }

    /// Checks what needs all members to be known: the required ones, the object, the context, voiding.
    func complete(_ node: Int, _ parts: StatementParts, isSub: Bool) {
        if parts.actor == nil { report.add(.missingActor, node, "actor is missing.") }
        if parts.verb == nil { report.add(.missingVerb, node, "verb is missing.") }
        let kind: ObjectKind
        if let object = parts.object {
            kind = checkObject(object, isSub: isSub)
        } else {
            report.add(.missingObject, node, "object is missing.")
            kind = .unknown
        }
        if let context = parts.context { self.context(context, objectKind: kind) }
        guard let verb = parts.verb, kind != .statementRef, kind != .unknown, document.kind(verb) == .object,
            let id = document.member(verb, .id), document.kind(id) == .string,
            document.text(id, is: Vocabulary.voided)
        else { return }
        report.add(.voiding, parts.object ?? node, "A voiding statement needs a StatementRef as object.")
    }

    static let statementProperties: [Property] = [
        .id, .actor, .verb, .object, .result, .context, .timestamp, .stored, .authority, .version, .attachments,
    ]
}
