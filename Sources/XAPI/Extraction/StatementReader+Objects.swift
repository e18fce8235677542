internal import FoundationEssentials
internal import JSON

extension StatementReader {
    /// Reads an object of whichever kind.
    mutating func readObject(_ node: Int?, isSub: Bool) -> StatementObject {
        guard let node else { return .subStatement }
        let type = document.member(node, .objectType)
        if let type, document.text(type, is: "Agent") || document.text(type, is: "Group") {
            let role: RelatedAgent.Role = isSub ? .subObject : .object
            return .agent(readActor(node, role: role, memberRole: isSub ? .subObjectMember : .objectMember))
        }
        if let type, document.text(type, is: "StatementRef") {
            return .statementRef(readReference(node, role: isSub ? .subObject : .object))
        }
        if let type, document.text(type, is: "SubStatement") {
            readSubStatement(node)
            return .subStatement
        }
        readActivity(node, role: isSub ? .subObject : .object)
        return .activity(iri: activities.last?.iri ?? "")
    }

    private mutating func readSubStatement(_ node: Int) {
        let members = Self.members(document, node)
        _ = readActor(members.actor, role: .subActor, memberRole: .subActorMember)
        _ = readObject(members.object, isSub: true)
        _ = readContext(members.context, isSub: true)
        readAttachments(members.attachments, isSub: true)
    }

    /// Reads an Activity and notes it as mentioned.
    mutating func readActivity(_ node: Int, role: RelatedActivity.Role) {
        var id: Int?
        var definition: Int?
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .id: id = value
            case .definition: definition = value
            default: break
            }
        }
        let type = definition.flatMap { document.member($0, .type) }
        if activities.isEmpty { activities.reserveCapacity(6) }
        activities.append(
            RelatedActivity(
                iri: shared(id), role: role, type: type.map { shared($0) },
                definition: definition.map { shared(slice: $0) }))
        if role == .category, let id, document.text(id, hasPrefix: SchemeReader.versions) { claimsProfile = true }
        schemeTypes.append(SchemeType(document, type))
    }

    /// Reads a StatementRef and notes it.
    @discardableResult
    mutating func readReference(_ node: Int, role: StatementReference.Role) -> UUID {
        let id = uuid(document.member(node, .id))
        guard let id else { return UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }
        references.append(StatementReference(id: id, role: role))
        return id
    }
}
