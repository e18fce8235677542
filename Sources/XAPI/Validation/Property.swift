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
        let entry = document.nodes[key]
        if entry.isEscaped {
            self.init(escaped: document.string(key))
            return
        }
        let (start, end) = (Int(entry.start) + 1, Int(entry.end) - 1)
        guard end - start >= 2, end - start < 32 else { return nil }
        let bytes = document.bytes
        let slot = Self.slot(bytes[start], bytes[Swift.max(end - 3, start)], bytes[end - 1], end - start)
        guard let candidate = Property(rawValue: Self.table[slot]), document.text(key, is: candidate.name) else {
            return nil
        }
        self = candidate
    }

    private init?(escaped name: String) {
        guard let match = Self.allCases.first(where: { String(describing: $0.name).utf8.elementsEqual(name.utf8) })
        else {
            return nil
        }
        self = match
    }

    /// A place in `table` that no two properties share: a hash of three of the name's bytes and its length.
    @inline(__always)
    private static func slot(_ first: UInt8, _ thirdLast: UInt8, _ last: UInt8, _ length: Int) -> Int {
        let packed = UInt32(first) | UInt32(thirdLast) << 8 | UInt32(last) << 16 | UInt32(length) << 24
        return Int((packed &* 0xD617_2ADF) >> 24)
    }

    private static let table: [UInt8] = {
        var table = [UInt8](repeating: UInt8.max, count: 256)
        for property in allCases {
            let name = Array(String(describing: property.name).utf8)
            let place = slot(name[0], name[Swift.max(name.count - 3, 0)], name[name.count - 1], name.count)
            precondition(table[place] == UInt8.max, "The hash of property names isn't free of collisions.")
            table[place] = property.rawValue
        }
        return table
    }()
}
