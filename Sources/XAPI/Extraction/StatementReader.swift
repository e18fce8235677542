internal import FoundationEssentials
internal import JSON

/// Reads the typed values of a statement that has passed all rules.
///
/// A class, so that the closures that walk the tape share the lists.
final class StatementReader {
    let document: JSONDocument
    let version: XAPIVersion
    let statement: Int
    var activities: [RelatedActivity] = []
    var agents: [RelatedAgent] = []
    var references: [StatementReference] = []
    var attachments: [AttachmentDeclaration] = []
    /// The nodes of context activities that were sent without an array around them.
    var singleContextActivities: [Int] = []
    var sent: SentMembers = []
    var top = TopLevel()

    /// The nodes of a statement's (or sub-statement's) members.
    struct TopLevel {
        var id: Int?
        var actor: Int?
        var verb: Int?
        var object: Int?
        var result: Int?
        var context: Int?
        var timestamp: Int?
        var version: Int?
        var stored: Int?
        var authority: Int?
        var attachments: Int?
    }

    /// A reader of the statement at a node.
    init(document: JSONDocument, version: XAPIVersion, statement: Int) {
        self.document = document
        self.version = version
        self.statement = statement
        self.top = Self.members(document, statement)
    }

    /// Everything the store's columns need.
    func read() -> ParsedStatement {
        markSent()
        let actor = readActor(top.actor, role: .actor, memberRole: .actorMember)
        let object = readObject(top.object, isSub: false)
        readContext(top.context, isSub: false)
        readAttachments(top.attachments, isSub: false)
        if let authority = top.authority { _ = readActor(authority, role: .authority, memberRole: .authorityMember) }
        let verb = string(top.verb.flatMap { document.member($0, .id) })
        let served = servedPayload()
        var schemeReader = SchemeReader(
            document: document, statement: statement, top: top, activities: activities)
        return ParsedStatement(
            payload: served ?? Array(document.slice(statement)),
            received: served == nil ? nil : Array(document.slice(statement)),
            sent: sent,
            id: uuid(top.id),
            timestamp: top.timestamp.flatMap(readTimestamp),
            version: top.version.map { document.string($0) },
            actor: actor,
            verbIRI: verb,
            verbDisplay: top.verb.flatMap { document.member($0, .display) }.map { Array(document.slice($0)) },
            object: object,
            registration: uuid(top.context.flatMap { document.member($0, .registration) }),
            result: top.result.map(readResult),
            voidedStatement: voided(verb, object),
            activities: activities,
            agents: agents,
            references: references,
            attachments: attachments,
            scheme: schemeReader.read())
    }

    static func members(_ document: JSONDocument, _ statement: Int) -> TopLevel {
        var members = TopLevel()
        document.forEachMember(statement) { key, value in
            switch Property(document, key: key) {
            case .id: members.id = value
            case .actor: members.actor = value
            case .verb: members.verb = value
            case .object: members.object = value
            case .result: members.result = value
            case .context: members.context = value
            case .timestamp: members.timestamp = value
            case .version: members.version = value
            case .stored: members.stored = value
            case .authority: members.authority = value
            case .attachments: members.attachments = value
            default: break
            }
        }
        return members
    }

    private func markSent() {
        if top.id != nil { sent.insert(.id) }
        if top.timestamp != nil { sent.insert(.timestamp) }
        if top.version != nil { sent.insert(.version) }
        if top.stored != nil { sent.insert(.stored) }
        if top.authority != nil { sent.insert(.authority) }
    }

    private func voided(_ verb: String, _ object: StatementObject) -> UUID? {
        guard case .statementRef(let id) = object, verb == String(describing: Vocabulary.voided) else { return nil }
        return id
    }

    private func readTimestamp(_ node: Int) -> Int64? {
        document.withText(node) { Timestamp.parse($0, version: version) }
    }

    /// A UUID, where there is one.
    func uuid(_ node: Int?) -> UUID? {
        node.flatMap { document.withText($0, UUIDText.parse) }
    }

    /// A string's bytes in lower case.
    func lowercased(_ node: Int) -> [UInt8] {
        document.withText(node) { $0.lowercased($0.indices) }
    }

    /// A string's text; empty when there is none.
    func string(_ node: Int?) -> String {
        node.map { document.string($0) } ?? ""
    }
}
