internal import JSON

/// Rewrites a statement for `format`: only agents, verbs and activities are looked into, all other bytes are copied.
struct StatementFormatter {
    let document: JSONDocument

    init(_ statement: [UInt8]) throws(StatementRejection) {
        do { document = try JSONDocument(statements: statement, limits: JSONLimits(maximumDepth: 200)) } catch {
            throw StatementRejection(error)
        }
    }

    /// What is done with the parts of a statement that can be told in several forms.
    struct Forms {
        var actor: (JSONDocument, Int, inout JSONWriter) -> Void
        var verb: (JSONDocument, Int, inout JSONWriter) -> Void
        var activity: (JSONDocument, Int, inout JSONWriter) -> Void
    }

    /// The statement with its parts in these forms.
    func rewritten(_ forms: Forms) -> [UInt8] {
        var writer = JSONWriter()
        statement(0, forms, to: &writer)
        return writer.bytes
    }

    private func statement(_ node: Int, _ forms: Forms, to writer: inout JSONWriter) {
        object(node, to: &writer) { property, value, writer in
            switch property {
            case .actor, .authority: forms.actor(document, value, &writer)
            case .verb: forms.verb(document, value, &writer)
            case .object: statementObject(value, forms, to: &writer)
            case .context: context(value, forms, to: &writer)
            default: return false
            }
            return true
        }
    }

    private func statementObject(_ node: Int, _ forms: Forms, to writer: inout JSONWriter) {
        let type = document.member(node, .objectType)
        if type == nil || type.map({ document.text($0, is: "Activity") }) == true {
            forms.activity(document, node, &writer)
        } else if let type, document.text(type, is: "SubStatement") {
            statement(node, forms, to: &writer)
        } else if let type, document.text(type, is: "StatementRef") {
            copy(node, to: &writer)
        } else {
            forms.actor(document, node, &writer)
        }
    }

    private func context(_ node: Int, _ forms: Forms, to writer: inout JSONWriter) {
        object(node, to: &writer) { property, value, writer in
            switch property {
            case .instructor, .team: forms.actor(document, value, &writer)
            case .contextActivities: contextActivities(value, forms, to: &writer)
            case .contextAgents, .contextGroups: contextActors(value, forms, to: &writer)
            default: return false
            }
            return true
        }
    }

    private func contextActivities(_ node: Int, _ forms: Forms, to writer: inout JSONWriter) {
        object(node, to: &writer) { _, value, writer in
            if document.kind(value) == .array {
                writer.array { writer in
                    document.forEachElement(value) { _, element in forms.activity(document, element, &writer) }
                }
            } else {
                forms.activity(document, value, &writer)
            }
            return true
        }
    }

    private func contextActors(_ node: Int, _ forms: Forms, to writer: inout JSONWriter) {
        guard document.kind(node) == .array else { return copy(node, to: &writer) }
        writer.array { writer in
            document.forEachElement(node) { _, element in
                object(element, to: &writer) { property, value, writer in
                    guard property == .agent || property == .group else { return false }
                    forms.actor(document, value, &writer)
                    return true
                }
            }
        }
    }

    /// Writes an object whose members are written by `body`, or copied where it says false.
    func object(
        _ node: Int, to writer: inout JSONWriter, _ body: (Property?, Int, inout JSONWriter) -> Bool
    ) {
        guard document.kind(node) == .object else { return copy(node, to: &writer) }
        writer.object { writer in
            document.forEachMember(node) { key, value in
                writer.key(document.string(key))
                if !body(Property(document, key: key), value, &writer) { copy(value, to: &writer) }
            }
        }
    }

    private func copy(_ node: Int, to writer: inout JSONWriter) {
        writer.raw(document.slice(node))
    }
}
