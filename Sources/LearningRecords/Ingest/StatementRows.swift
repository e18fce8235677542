internal import FoundationEssentials
internal import LibPQ
internal import XAPI

/// The rows of one request's statements, encoded for the query that stores them.
struct StatementRows: Sendable {
    /// How many fields of `lrs.incoming_statement` are encoded here; the first three are the batch's.
    static let fieldCount = 38

    /// The fields of all statements, one after the other.
    private(set) var fields = PostgresFields()
    /// The bytes in `fields` of each statement.
    private(set) var ranges: [Range<Int>] = []
    private(set) var activities = StatementLinks()
    private(set) var agents = StatementLinks()
    private(set) var profile = ProfileColumns()
    /// Whether some refer to other statements.
    private(set) var refer = false
    /// Those that came with attachments or are signed.
    private(set) var attached: [IncomingStatement] = []

    /// Encodes the statements of a request; nil when one names what is not known, or says something new of an activity.
    ///
    /// - Parameter isAsked: Whether the database was asked for all that is missing, so that nothing can be new.
    init?(_ request: IngestRequest, keys: KeyDictionary, isAsked: Bool) {
        guard let authority = AuthorityKeys(request.authority, keys: keys) else { return nil }
        // All names first, so that little is done in vain.
        var named = NamedKeys()
        for incoming in request.statements {
            let statement = incoming.statement
            let place = Int32(named.count + 1)
            guard
                let verb = keys.verb(statement.verbIRI),
                linkActivities(of: statement, place: place, request, keys: keys, isAsked: isAsked, to: &named),
                linkAgents(of: statement, place: place, authority: authority, keys: keys, to: &named)
            else { return nil }
            named.end(verb: verb)
        }
        fields.reserve(request.byteCount + request.statements.count * 512)
        ranges.reserveCapacity(request.statements.count)
        for (index, incoming) in request.statements.enumerated() {
            append(incoming, request, StatementKeys(incoming, index, named), authority: authority.key, keys: keys)
        }
    }

    private mutating func append(
        _ incoming: IncomingStatement, _ request: IngestRequest, _ named: StatementKeys, authority: Int32,
        keys: KeyDictionary
    ) {
        let scheme = SchemeKeys(incoming.statement.scheme, named: named, dictionary: keys)
        let start = fields.byteCount
        fields.append(request.stored)
        fields.append(incoming, authority: authority, named: named, scheme: scheme, keys: keys)
        ranges.append(start..<fields.byteCount)
        profile.append(incoming, place: Int32(ranges.count), pilot: scheme.pilot, keys: keys)
        refer = refer || incoming.refers
        if !incoming.attachments.isEmpty || !incoming.signatures.isEmpty { attached.append(incoming) }
    }

    private mutating func linkActivities(
        of statement: ParsedStatement, place: Int32, _ request: IngestRequest, keys: KeyDictionary, isAsked: Bool,
        to named: inout NamedKeys
    ) -> Bool {
        for activity in statement.activities {
            let known =
                isAsked
                ? keys.activityKey(activity.iri)
                : keys.settledKey(of: activity, defines: request.definesActivities)
            guard let known else { return false }
            named.add(activity: known)
            activities.append(place: place, key: known, role: activity.role.rawValue)
        }
        return true
    }

    private mutating func linkAgents(
        of statement: ParsedStatement, place: Int32, authority: AuthorityKeys, keys: KeyDictionary,
        to named: inout NamedKeys
    ) -> Bool {
        // Who the client says vouches for it is kept in the received bytes; the store's own word counts.
        for agent in statement.agents where agent.role != .authority && agent.role != .authorityMember {
            guard agent.identity.kind != .anonymousGroup else { continue }
            guard let key = keys.agent(agent.identity) else { return false }
            if agent.role == .actor { named.actor = key }
            agents.append(place: place, key: key, role: agent.role.rawValue)
        }
        agents.append(place: place, key: authority.agent, role: "authority")
        for member in authority.members { agents.append(place: place, key: member, role: "authority_member") }
        return true
    }
}

/// The keys of an authority and of its agents.
private struct AuthorityKeys {
    let key: Int32
    let agent: Int64
    let members: [Int64]

    init?(_ authority: Authority, keys: KeyDictionary) {
        guard let key = keys.authority(authority), let agent = keys.agent(authority.agent) else { return nil }
        let members = authority.members.compactMap(keys.agent)
        guard members.count == authority.members.count else { return nil }
        (self.key, self.agent, self.members) = (key, agent, members)
    }
}
