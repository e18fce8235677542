public import JSON

public import struct FoundationEssentials.UUID

/// A valid statement: its exact bytes, and the typed values the store's columns need.
///
/// By reference, since it has dozens of parts, never changes, and is passed from hand to hand.
public final class ParsedStatement: Sendable {
    /// The statement as received, except that `stored` and `authority`, which are the store's, are cut out, and that
    /// each context activity stands in an array.
    public let payload: [UInt8]
    /// The untouched bytes, when the payload differs from them.
    public let received: [UInt8]?
    /// Which members were sent that the store else supplies.
    public let sent: SentMembers

    /// The `id`, if sent.
    public let id: UUID?
    /// The `timestamp`, if sent, in microseconds since 2000-01-01T00:00:00Z.
    public let timestamp: Int64?
    /// The `version`, if sent.
    public let version: String?

    /// The actor.
    public let actor: AgentIdentity
    /// The verb's IRI, as spelled.
    public let verbIRI: String
    /// The verb's `display` exactly as received, if sent.
    public let verbDisplay: [UInt8]?
    /// The object.
    public let object: StatementObject
    /// The `context.registration`, if sent.
    public let registration: UUID?
    /// The result, if sent.
    public let result: StatementResult?

    /// The statement this one voids, if it is a voiding one.
    public let voidedStatement: UUID?
    /// The Activities it mentions, in the order of the text, the object first.
    public let activities: [RelatedActivity]
    /// The Agents and Groups it mentions, the actor first.
    public let agents: [RelatedAgent]
    /// The statements it refers to.
    public let references: [StatementReference]
    /// What it says about its attachments.
    public let attachments: [AttachmentDeclaration]
    /// What it says in the words of the training scheme's profile.
    public let scheme: SchemeContext

    /// Where its payload stands on the tape of the body that it came in, unless the payload was changed.
    ///
    /// Spares those who look at the payload to scan it again. It keeps the whole body in memory: what outlives the
    /// request has none.
    let source: JSONValue?

    init(
        payload: [UInt8], received: [UInt8]?, sent: SentMembers, id: UUID?, timestamp: Int64?, version: String?,
        actor: AgentIdentity, verbIRI: String, verbDisplay: [UInt8]?, object: StatementObject, registration: UUID?,
        result: consuming StatementResult?, voidedStatement: UUID?, activities: [RelatedActivity],
        agents: [RelatedAgent], references: [StatementReference], attachments: [AttachmentDeclaration],
        scheme: consuming SchemeContext, source: JSONValue?
    ) {
        self.payload = payload
        self.received = received
        self.sent = sent
        self.id = id
        self.timestamp = timestamp
        self.version = version
        self.actor = actor
        self.verbIRI = verbIRI
        self.verbDisplay = verbDisplay
        self.object = object
        self.registration = registration
        self.result = result
        self.voidedStatement = voidedStatement
        self.activities = activities
        self.agents = agents
        self.references = references
        self.attachments = attachments
        self.scheme = scheme
        self.source = source
    }

    /// The statement without the body that it came in.
    public var withoutSource: ParsedStatement {
        ParsedStatement(
            payload: payload, received: received, sent: sent, id: id, timestamp: timestamp, version: version,
            actor: actor, verbIRI: verbIRI, verbDisplay: verbDisplay, object: object, registration: registration,
            result: result, voidedStatement: voidedStatement, activities: activities, agents: agents,
            references: references, attachments: attachments, scheme: scheme, source: nil)
    }

    /// The payload's tape: that of the body, or else one that is scanned now.
    public func payloadValue() throws(JSONError) -> JSONValue {
        if let source { return source }
        return try JSONDocument(statements: payload).root
    }

    /// Whether it voids another statement.
    public var isVoiding: Bool { voidedStatement != nil }
}
