internal import FoundationEssentials
internal import JSON

/// Reads the typed values of statements that have passed all rules, one after the other.
///
/// A struct, so that the compiler sees by itself that no two accesses to its lists overlap.
struct StatementReader {
    let document: JSONDocument
    let version: XAPIVersion
    private(set) var statement = 0
    private var texts: SharedTexts
    var activities: [RelatedActivity] = []
    var agents: [RelatedAgent] = []
    var references: [StatementReference] = []
    var attachments: [AttachmentDeclaration] = []
    /// The nodes of context activities that were sent without an array around them.
    var singleContextActivities: [Int] = []
    var sent: SentMembers = []
    var top = TopLevel()
    /// Whether a version of the scheme's profile is among the categories.
    var claimsProfile = false
    /// What the activities' types are to the scheme, one for each of them.
    var schemeTypes: [SchemeType] = []

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

    /// A reader of a document's statements; for many of them, it shares what they have in common.
    init(document: JSONDocument, version: XAPIVersion, count: Int = 1) {
        self.document = document
        self.version = version
        self.texts = SharedTexts(isSharing: count >= 4)
    }

    /// Everything the store's columns need of the statement at a node.
    mutating func read(_ statement: Int) -> ParsedStatement {
        begin(statement)
        let actor = readActor(top.actor, role: .actor, memberRole: .actorMember)
        let object = readObject(top.object, isSub: false)
        let context = readContext(top.context, isSub: false)
        readAttachments(top.attachments, isSub: false)
        if let authority = top.authority { _ = readActor(authority, role: .authority, memberRole: .authorityMember) }
        let verb = readVerb(top.verb)
        var result: StatementResult?
        let resultExtensions = readResult(top.result, into: &result)
        let served = servedPayload()
        var scheme = SchemeReader(document: document, statement: statement)
        scheme.scheme.claimsProfile = claimsProfile
        scheme.read(activities, types: schemeTypes)
        scheme.read(contextExtensions: context.extensions, resultExtensions: resultExtensions)
        var schemeContext = SchemeContext()
        scheme.finish(into: &schemeContext)
        return ParsedStatement(
            payload: served ?? document.copy(statement),
            received: served == nil ? nil : document.copy(statement),
            sent: sent,
            id: uuid(top.id),
            timestamp: top.timestamp.flatMap(readTimestamp),
            version: top.version.map { document.string($0) },
            actor: actor,
            verbIRI: verb.iri,
            verbDisplay: verb.display,
            object: object,
            registration: uuid(context.registration),
            result: consume result,
            voidedStatement: voided(verb.node, object),
            activities: Self.take(&activities),
            agents: Self.take(&agents),
            references: Self.take(&references),
            attachments: Self.take(&attachments),
            scheme: consume schemeContext,
            source: served == nil ? JSONValue(document: document, node: statement) : nil)
    }

    private mutating func begin(_ statement: Int) {
        self.statement = statement
        top = Self.members(document, statement)
        singleContextActivities.removeAll(keepingCapacity: true)
        schemeTypes.removeAll(keepingCapacity: true)
        claimsProfile = false
        sent = []
        if top.id != nil { sent.insert(.id) }
        if top.timestamp != nil { sent.insert(.timestamp) }
        if top.version != nil { sent.insert(.version) }
        if top.stored != nil { sent.insert(.stored) }
        if top.authority != nil { sent.insert(.authority) }
    }

    /// What a list holds, which is empty afterwards.
    private static func take<Element>(_ list: inout [Element]) -> [Element] {
        var taken: [Element] = []
        swap(&taken, &list)
        return taken
    }

    private mutating func readVerb(_ node: Int?) -> (node: Int?, iri: String, display: [UInt8]?) {
        guard let node else { return (nil, "", nil) }
        var id: Int?
        var display: Int?
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .id: id = value
            case .display: display = value
            default: break
            }
        }
        return (id, shared(id), display.map { shared(slice: $0) })
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

    private func voided(_ verb: Int?, _ object: StatementObject) -> UUID? {
        guard case .statementRef(let id) = object, let verb, document.text(verb, is: Vocabulary.voided) else {
            return nil
        }
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

    /// A string's text, which other statements of the batch may have as well; empty when there is none.
    mutating func shared(_ node: Int?) -> String {
        guard let node else { return "" }
        return texts.string(node, in: document)
    }

    /// A value's bytes, which other statements of the batch may have as well.
    mutating func shared(slice node: Int) -> [UInt8] { texts.slice(node, in: document) }

    /// A string's text; empty when there is none.
    func string(_ node: Int?) -> String {
        node.map { document.string($0) } ?? ""
    }
}
