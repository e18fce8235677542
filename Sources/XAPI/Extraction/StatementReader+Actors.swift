internal import JSON

extension StatementReader {
    /// Reads an Agent or Group, and notes it and its members as mentioned.
    mutating func readActor(
        _ node: Int?, role: RelatedAgent.Role, memberRole: RelatedAgent.Role
    ) -> AgentIdentity {
        guard let node else { return AgentIdentity(kind: .anonymousGroup, identifier: "", isGroup: true) }
        var member: Int?
        let identity = readIdentity(node, member: &member)
        agents.append(RelatedAgent(identity: identity, role: role))
        if let member {
            var unused: Int?
            document.forEachElement(member) { _, agent in
                agents.append(RelatedAgent(identity: readIdentity(agent, member: &unused), role: memberRole))
            }
        }
        return identity
    }

    private mutating func readIdentity(_ node: Int, member: inout Int?) -> AgentIdentity {
        var kind = AgentIdentity.Kind.anonymousGroup
        var identifier = ""
        var homePage: String?
        var isGroup = false
        var name: String?
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .mbox:
                (kind, identifier) = (.mbox, document.string(value))
            case .mboxSHA1Sum:
                let digest = lowercased(value)
                (kind, identifier) = (.mboxSHA1, String(decoding: digest, as: UTF8.self))
            case .openID:
                (kind, identifier) = (.openID, document.string(value))
            case .account:
                kind = .account
                (identifier, homePage) = readAccount(value)
            case .objectType: isGroup = document.text(value, is: "Group")
            case .name: name = document.string(value)
            case .member: member = value
            default: break
            }
        }
        return AgentIdentity(kind: kind, identifier: identifier, homePage: homePage, isGroup: isGroup, name: name)
    }

    private mutating func readAccount(_ node: Int) -> (name: String, homePage: String) {
        var name: Int?
        var homePage: Int?
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .name: name = value
            case .homePage: homePage = value
            default: break
            }
        }
        return (string(name), shared(homePage))
    }
}
