/// Where things of each kind stand.
extension Site {
    /// What 2.0 adds to contexts.
    static let context2: Draft = Draft.statement
        .with("/context/contextAgents", [["objectType": "contextAgent", "agent": .agent, "relevantTypes": [type]]])
        .with("/context/contextGroups", [["objectType": "contextGroup", "group": .group, "relevantTypes": [type]]])

    private static let type: Draft = "https://example.org/roles/assessor"

    /// A statement with a Group of two as its authority.
    static let pairAuthority: Draft = Draft.statement.with(
        "/authority", ["objectType": "Group", "member": [.account, .agent]])

    static let agents: [Site] =
        everywhere("/actor", "/context/instructor", "/context/team/member/0") + everywhere("/object", in: .agent)
        + everywhere("/object/member/0", in: .group)
        + [
            Site("/actor/member/0", in: Draft.statement.with("/actor", .group)), Site("/authority"),
            Site("/authority/member/1", in: pairAuthority),
            Site("/context/contextAgents/0/agent", in: context2, versions: [.v2_0]),
            Site("/context/contextGroups/0/group/member/0", in: context2, versions: [.v2_0]),
        ]

    static let groups: [Site] =
        everywhere("/actor", "/context/instructor", "/context/team").holding(.group)
        + everywhere("/object", in: .group)
        + [Site("/context/contextGroups/0/group", in: context2, versions: [.v2_0])]

    static let verbs: [Site] = everywhere("/verb")

    static let activities: [Site] =
        everywhere("/object")
        + ["parent", "grouping", "category", "other"].flatMap { everywhere("/context/contextActivities/\($0)/0") }

    static let references: [Site] = everywhere("/context/statement") + everywhere("/object", in: .reference)

    static let results: [Site] = everywhere("/result")

    static let contexts: [Site] = everywhere("/context")

    static let attachments: [Site] = everywhere("/attachments/0")

    static let extensions: [Site] = everywhere(
        "/result/extensions", "/context/extensions", "/object/definition/extensions",
        "/context/contextActivities/category/0/definition/extensions")

    static let timestamps: [Site] = everywhere("/timestamp") + [Site("/stored")]

    static let interactions: [Site] = everywhere("/object/definition")

    /// Maps of languages, but for those of interaction components.
    static let languageMaps: [Site] = everywhere(
        "/verb/display", "/object/definition/name", "/object/definition/description", "/attachments/0/display",
        "/attachments/0/description")

    static let uuids: [Site] = everywhere("/context/registration") + references.at("/id")

    static let iris: [Site] =
        (verbs + activities).at("/id") + everywhere("/object/definition/type", "/attachments/0/usageType")
        + [Site("/context/contextAgents/0/relevantTypes/0", in: context2, versions: [.v2_0])]

    static let irls: [Site] =
        everywhere("/object/definition/moreInfo", "/attachments/0/fileUrl")
        + everywhere("/actor").holding(.account).at("/account/homePage")
}
