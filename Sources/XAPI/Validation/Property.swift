internal import JSON

/// The names the specification gives to properties, so that a member's name is looked at once.
enum Property: UInt8, CaseIterable {
    // Statement
    case id, actor, verb, object, result, context, timestamp, stored, authority, version, attachments
    // Agent, Group, account
    case objectType, name, mbox, mboxSHA1Sum, openID, account, member, homePage
    // Verb, Activity
    case display, definition, description, type, moreInfo, extensions, interactionType,
        correctResponsesPattern, choices, scale, source, target, steps
    // Result
    case score, success, completion, response, duration, scaled, raw, min, max
    // Context
    case registration, instructor, team, contextActivities, contextAgents, contextGroups, revision, platform,
        language, statement, parent, grouping, category, other, agent, group, relevantTypes
    // Attachment
    case usageType, contentType, length, sha2, fileURL

    /// The name as it stands in a statement.
    var name: StaticString {
        switch self {
        case .id: "id"
        case .actor: "actor"
        case .verb: "verb"
        case .object: "object"
        case .result: "result"
        case .context: "context"
        case .timestamp: "timestamp"
        case .stored: "stored"
        case .authority: "authority"
        case .version: "version"
        case .attachments: "attachments"
        case .objectType: "objectType"
        case .name: "name"
        case .mbox: "mbox"
        case .mboxSHA1Sum: "mbox_sha1sum"
        case .openID: "openid"
        case .account: "account"
        case .member: "member"
        case .homePage: "homePage"
        case .display: "display"
        case .definition: "definition"
        case .description: "description"
        case .type: "type"
        case .moreInfo: "moreInfo"
        case .extensions: "extensions"
        case .interactionType: "interactionType"
        case .correctResponsesPattern: "correctResponsesPattern"
        case .choices: "choices"
        case .scale: "scale"
        case .source: "source"
        case .target: "target"
        case .steps: "steps"
        case .score: "score"
        case .success: "success"
        case .completion: "completion"
        case .response: "response"
        case .duration: "duration"
        case .scaled: "scaled"
        case .raw: "raw"
        case .min: "min"
        case .max: "max"
        case .registration: "registration"
        case .instructor: "instructor"
        case .team: "team"
        case .contextActivities: "contextActivities"
        case .contextAgents: "contextAgents"
        case .contextGroups: "contextGroups"
        case .revision: "revision"
        case .platform: "platform"
        case .language: "language"
        case .statement: "statement"
        case .parent: "parent"
        case .grouping: "grouping"
        case .category: "category"
        case .other: "other"
        case .agent: "agent"
        case .group: "group"
        case .relevantTypes: "relevantTypes"
        case .usageType: "usageType"
        case .contentType: "contentType"
        case .length: "length"
        case .sha2: "sha2"
        case .fileURL: "fileUrl"
        }
    }

    /// The property a member's name stands for; nil for any other name, one in another case included.
    @inline(__always)
    init?(_ document: JSONDocument, key: Int) {
        let fingerprint = document.entry(key).fingerprint
        guard let candidate = Self.table[Self.slot(fingerprint)], candidate.fingerprint == fingerprint,
            document.text(key, is: candidate.name)
        else { return nil }
        self = candidate.property
    }

    private struct Candidate {
        var property: Property
        var fingerprint: UInt32
        var name: StaticString
    }

    /// A place in `table` that no two properties share.
    @inline(__always)
    private static func slot(_ fingerprint: UInt32) -> Int { Int((fingerprint &* 0x1327_3161) >> 24) }

    private static let table: [Candidate?] = {
        var table = [Candidate?](repeating: nil, count: 256)
        for property in allCases {
            let fingerprint = JSONNode.fingerprint(of: String(describing: property.name))
            precondition(table[slot(fingerprint)]?.property == nil, "Two properties share a place.")
            table[slot(fingerprint)] = Candidate(property: property, fingerprint: fingerprint, name: property.name)
        }
        return table
    }()
}
