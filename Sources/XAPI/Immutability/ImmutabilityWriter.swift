internal import JSON

/// Writes the levelled parts of a valid statement.
struct ImmutabilityWriter {
    let document: JSONDocument

    /// A statement or sub-statement.
    func statement(_ node: Int, skipsTimestamp: Bool, isSub: Bool = false) -> [UInt8] {
        object(node, defaultType: isSub ? "SubStatement" : nil) { property, value in
            switch property {
            case .stored, .authority, .version: nil
            case .timestamp: skipsTimestamp ? nil : instant(value)
            case .id: lowercased(value)
            case .actor: agent(value)
            case .verb: verb(value)
            case .object: anyObject(value)
            case .context: context(value)
            case .result: result(value)
            case .attachments: sortedArray(value, attachment)
            default: plain(value)
            }
        }
    }

    private func verb(_ node: Int) -> [UInt8] {
        object(node) { property, value in property == .display ? nil : plain(value) }
    }

    private func anyObject(_ node: Int) -> [UInt8] {
        guard let type = document.member(node, "objectType") else { return activity(node) }
        if document.text(type, is: "Agent") || document.text(type, is: "Group") { return agent(node) }
        if document.text(type, is: "StatementRef") { return reference(node) }
        if document.text(type, is: "SubStatement") { return statement(node, skipsTimestamp: false, isSub: true) }
        return activity(node)
    }

    private func activity(_ node: Int) -> [UInt8] {
        object(node, defaultType: "Activity") { property, value in property == .definition ? nil : plain(value) }
    }

    private func reference(_ node: Int) -> [UInt8] {
        object(node) { property, value in property == .id ? lowercased(value) : plain(value) }
    }

    private func agent(_ node: Int) -> [UInt8] {
        object(node, defaultType: "Agent") { property, value in
            switch property {
            case .member: sortedArray(value, agent)
            case .mbox: mailbox(value)
            case .mboxSHA1Sum: lowercased(value)
            default: plain(value)
            }
        }
    }

    private func context(_ node: Int) -> [UInt8] {
        object(node) { property, value in
            switch property {
            case .registration: lowercased(value)
            case .instructor, .team: agent(value)
            case .statement: reference(value)
            case .contextActivities: object(value) { _, list in sortedArray(list, activity) }
            case .contextAgents, .contextGroups: sortedArray(value, contextAgent)
            default: plain(value)
            }
        }
    }

    private func contextAgent(_ node: Int) -> [UInt8] {
        object(node) { property, value in
            switch property {
            case .agent, .group: agent(value)
            case .relevantTypes: sortedArray(value, plain)
            default: plain(value)
            }
        }
    }

    private func result(_ node: Int) -> [UInt8] {
        object(node) { property, value in
            property == .duration ? quoted(DurationText.comparable(document.text(value))) : plain(value)
        }
    }

    private func attachment(_ node: Int) -> [UInt8] {
        object(node) { property, value in property == .sha2 ? lowercased(value) : plain(value) }
    }
}
