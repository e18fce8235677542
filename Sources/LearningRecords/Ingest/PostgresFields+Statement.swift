internal import FoundationEssentials
internal import LibPQ
internal import XAPI

extension PostgresFields {
    /// Adds a statement: the fields of `lrs.incoming_statement` after the time of storing, in their order.
    mutating func append(
        _ incoming: IncomingStatement, authority: Int32, named: StatementKeys, scheme: SchemeKeys, keys: KeyDictionary
    ) {
        let statement = incoming.statement
        let result = ResultFields(statement.result)
        append(incoming.id)
        append(incoming.fingerprint)
        append(statement.timestamp.map(LibPQ.Timestamp.init(microseconds:)))
        append(statement.id != nil)
        append(statement.version != nil)
        append(incoming.version)
        append(named.verb)
        append(authority)
        append(named.actor)
        append(statement.object, named: named, keys: keys)
        append(statement.registration)
        append(result)
        append(scheme, of: statement.scheme)
        append(ArrayNotation.text(of: statement.scheme.notes.map { "\($0.pointer): \($0.reason)" } + result.notes))
        append(JSONText(statement.payload))
        append(statement.received.map { JSONText($0) })
    }

    private mutating func append(_ object: StatementObject, named: StatementKeys, keys: KeyDictionary) {
        var (activity, agent): (Int64?, Int64?)
        var target: UUID?
        let kind: String
        switch object {
        case .activity(let iri):
            kind = "activity"
            activity = named.activity(iri)
        case .agent(let identity):
            kind = identity.isGroup ? "group" : "agent"
            agent = keys.agent(identity)
        case .statementRef(let id):
            kind = "statement_ref"
            target = id
        case .subStatement:
            kind = "sub_statement"
        }
        append(kind)
        append(activity)
        append(agent)
        append(target)
    }

    private mutating func append(_ result: ResultFields) {
        append(result.scaled)
        append(result.raw)
        append(result.minimum)
        append(result.maximum)
        append(result.success)
        append(result.completion)
        append(result.response)
        append(result.duration)
    }

    private mutating func append(_ keys: SchemeKeys, of scheme: SchemeContext) {
        append(keys.pilot)
        append(keys.curriculum)
        append(keys.profile)
        append(keys.instrument)
        append(keys.item)
        append(keys.competences.first)
        append(ArrayNotation.text(of: keys.competences.dropFirst()))
        append(scheme.phase?.rawValue)
        append(scheme.level.flatMap(Int16.init(exactly:)))
        append(scheme.levelMethod?.rawValue)
        append(scheme.monthsAfter.flatMap(Int16.init(exactly:)))
        append(scheme.nonresponse?.rawValue)
    }
}
