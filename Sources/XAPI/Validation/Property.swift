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

    /// All names; statements are scanned with them, so that each name is looked up once.
    static let names = JSONNames(allCases.map { String(describing: $0.name) })

    /// The number of the name among ``names``.
    @inline(__always)
    var number: Int { Int(rawValue) &+ 1 }

    /// The property a member's name stands for; nil for any other name, one in another case included.
    @inline(__always)
    init?(_ document: JSONDocument, key: Int) {
        let number = document.entry(key).name
        if number == 0 && document.names == nil {
            guard let property = Self.lookedUp(document, key: key) else { return nil }
            self = property
        } else {
            guard number != 0 else { return nil }
            // The names are numbered from 1 on in the order of the cases, whose raw values begin with 0.
            self = unsafe unsafeBitCast(UInt8(truncatingIfNeeded: number &- 1), to: Property.self)
        }
    }

    /// The property in a document that was scanned without the names.
    @inline(never)
    private static func lookedUp(_ document: JSONDocument, key: Int) -> Property? {
        Property(rawValue: UInt8(truncatingIfNeeded: document.number(key, among: names) &- 1))
    }
}

extension JSONDocument {
    /// Scans what a statement is made of, so that names are known as properties.
    convenience init(statements bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(parsing: bytes, limits: limits, names: Property.names)
    }

    /// The node of an object's property.
    @inline(__always)
    func member(_ object: Int, _ property: Property) -> Int? {
        guard kind(object) == .object else { return nil }
        guard names != nil else { return member(object, property.name) }
        let end = next(object)
        var key = object &+ 1
        while key < end {
            if entry(key).name == property.number { return key &+ 1 }
            key = next(key &+ 1)
        }
        return nil
    }
}
