internal import JSON

extension StatementReader {
    /// Reads what a context mentions.
    ///
    /// - Returns: Where its registration and its extensions stand.
    mutating func readContext(_ context: Int?, isSub: Bool) -> (registration: Int?, extensions: Int?) {
        guard let context else { return (nil, nil) }
        var registration: Int?
        var extensions: Int?
        document.forEachMember(context) { key, value in
            switch Property(document, key: key) {
            case .registration: registration = value
            case .extensions: extensions = value
            case .instructor:
                _ = readActor(
                    value, role: isSub ? .subInstructor : .instructor,
                    memberRole: isSub ? .subInstructorMember : .instructorMember)
            case .team:
                _ = readActor(
                    value, role: isSub ? .subTeam : .team, memberRole: isSub ? .subTeamMember : .teamMember)
            case .contextActivities: readContextActivities(value, isSub: isSub)
            case .contextAgents:
                document.forEachElement(value) { _, element in
                    guard let agent = document.member(element, .agent) else { return }
                    let role: RelatedAgent.Role = isSub ? .subContextAgent : .contextAgent
                    _ = readActor(agent, role: role, memberRole: role)
                }
            case .contextGroups:
                document.forEachElement(value) { _, element in
                    guard let group = document.member(element, .group) else { return }
                    _ = readActor(
                        group, role: isSub ? .subContextGroup : .contextGroup,
                        memberRole: isSub ? .subContextGroupMember : .contextGroupMember)
                }
            case .statement: readReference(value, role: isSub ? .subContext : .context)
            default: break
            }
        }
        return (registration, extensions)
    }

    private mutating func readContextActivities(_ node: Int, isSub: Bool) {
        document.forEachMember(node) { key, value in
            let role: RelatedActivity.Role
            switch Property(document, key: key) {
            case .parent: role = isSub ? .subParent : .parent
            case .grouping: role = isSub ? .subGrouping : .grouping
            case .category: role = isSub ? .subCategory : .category
            default: role = isSub ? .subOther : .other
            }
            if document.kind(value) == .array {
                document.forEachElement(value) { _, activity in readActivity(activity, role: role) }
            } else {
                singleContextActivities.append(value)
                readActivity(value, role: role)
            }
        }
    }
}
