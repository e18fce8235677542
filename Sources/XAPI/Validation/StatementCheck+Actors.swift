internal import JSON

/// Agents, Groups, authority.
extension StatementCheck {
    /// What an actor may be.
    enum ActorKind {
        case agent, group
    }

    /// Checks an Agent or Group, by its `objectType`.
    func actor(_ node: Int, _ rule: @autoclosure () -> Rule = .actorType) {
        guard isKind(node, .object, rule(), "An Agent or Group") else { return }
        switch actorKind(node, rule()) {
        case .agent: agent(node)
        case .group: group(node)
        case nil: break
        }
    }

    /// Checks what has to be a Group.
    func onlyGroup(_ node: Int, _ rule: Rule) {
        guard isKind(node, .object, rule, "A Group") else { return }
        switch actorKind(node, rule) {
        case .group: group(node)
        case .agent: report.add(rule, node, "A Group is needed, with \"objectType\": \"Group\".")
        case nil: break
        }
    }

    /// Checks what has to be an Agent.
    func onlyAgent(_ node: Int, _ rule: Rule) {
        guard isKind(node, .object, rule, "An Agent") else { return }
        switch actorKind(node, rule) {
        case .agent: agent(node)
        case .group: report.add(rule, node, "A Group stands where an Agent is needed.")
        case nil: break
        }
    }

    /// Checks the authority a client sends along: an Agent, or a Group of exactly two.
    func authority(_ node: Int) {
        guard isKind(node, .object, .authority, "authority") else { return }
        switch actorKind(node, .authority) {
        case .agent: agent(node)
        case .group:
            if group(node) > 0 {
                report.add(.authority, node, "A Group as authority is anonymous: two Agents, and no identifier.")
            }
            let member = document.member(node, .member)
            let count = member.map { document.kind($0) == .array ? document.count($0) : 0 } ?? 0
            if count != 2 {
                report.add(.authorityGroup, node, "A Group as authority has two members, not \(count).")
            }
        case nil: break
        }
    }

    /// What the `objectType` says; an Agent without one; nil with a fault for any other.
    @inline(__always)
    private func actorKind(_ node: Int, _ rule: @autoclosure () -> Rule) -> ActorKind? {
        guard let type = document.member(node, .objectType) else { return .agent }
        guard isKind(type, .string, .objectTypeText, "objectType") else { return nil }
        if document.text(type, is: "Agent") { return .agent }
        if document.text(type, is: "Group") { return .group }
        report.add(rule(), type, "\(quoted(type)) is neither \"Agent\" nor \"Group\".")
        return nil
    }

    private func agent(_ node: Int) {
        var identifiers = 0
        document.forEachMember(node) { key, value in
            let property = Property(document, key: key)
            if property == .member {
                report.add(.memberOfAgent, key, "An Agent has no members.")
            } else {
                actorMember(property, key, value, &identifiers, Self.agentProperties)
            }
        }
        if identifiers != 1 {
            report.add(
                .agentIdentifier, node,
                "An Agent has exactly one of mbox, mbox_sha1sum, openid, account, not \(identifiers).")
        }
    }

    /// Checks a Group; returns how many identifiers it has.
    @discardableResult
    private func group(_ node: Int) -> Int {
        var identifiers = 0
        var hasMember = false
        document.forEachMember(node) { key, value in
            let property = Property(document, key: key)
            if property == .member {
                hasMember = true
                members(value)
            } else {
                actorMember(property, key, value, &identifiers, Self.groupProperties)
            }
        }
        if identifiers > 1 {
            report.add(.groupIdentifier, node, "A Group has at most one identifier, not \(identifiers).")
        }
        if identifiers == 0 && !hasMember {
            report.add(.groupMember, node, "A Group without an identifier needs members.")
        }
        return identifiers
    }

    private func members(_ node: Int) {
        guard isKind(node, .array, .memberType, "member") else { return }
        document.forEachElement(node) { _, agent in onlyAgent(agent, .memberType) }
    }

    @inline(__always)
    private func actorMember(
        _ property: Property?, _ key: Int, _ value: Int, _ identifiers: inout Int,
        _ allowed: @autoclosure () -> [Property]
    ) {
        switch property {
        case .objectType: break
        case .name: text(value, .agentName)
        case .mbox:
            identifiers += 1
            mailto(value, .mbox)
        case .mboxSHA1Sum:
            identifiers += 1
            sha1(value, .mboxSHA1Sum)
        case .openID:
            identifiers += 1
            uri(value, .openID)
        case .account:
            identifiers += 1
            account(value)
        default: unknown(key, allowed())
        }
    }

    private func account(_ node: Int) {
        guard isKind(node, .object, .account, "account") else { return }
        var (homePage, name): (Int?, Int?)
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .homePage:
                homePage = value
                irl(value, .accountHomePage)
            case .name:
                name = value
                text(value, .accountName)
                if document.kind(value) == .string { identifierLength(value) }
            default: unknown(key, [.homePage, .name])
            }
        }
        require(homePage, "homePage", of: node, .accountHomePage)
        require(name, "name", of: node, .accountName)
    }

    private static let agentProperties: [Property] = [.objectType, .name, .mbox, .mboxSHA1Sum, .openID, .account]
    private static let groupProperties: [Property] = agentProperties + [.member]
}
