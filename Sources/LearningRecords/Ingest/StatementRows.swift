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
        for (position, statement) in request.statements.lazy.map(\.statement).enumerated() {
            let place = Int32(position + 1)
            guard
                keys.verb(statement.verbIRI) != nil,
                linkActivities(
                    of: statement, place: place,
                    key: { activity in
                        isAsked
                            ? keys.activityKey(activity.iri)
                            : keys.settledKey(of: activity, defines: request.definesActivities)
                    }),
                linkAgents(of: statement, place: place, authority: authority, keys: keys)
            else { return nil }
        }
        fields.reserve(request.byteCount + request.statements.count * 512)
        ranges.reserveCapacity(request.statements.count)
        for incoming in request.statements { append(incoming, request: request, authority: authority.key, keys: keys) }
    }

    private mutating func append(
        _ incoming: IncomingStatement, request: IngestRequest, authority: Int32, keys: KeyDictionary
    ) {
        let scheme = SchemeKeys(incoming.statement.scheme, dictionary: keys)
        let start = fields.byteCount
        fields.append(request.stored)
        fields.append(incoming, authority: authority, scheme: scheme, keys: keys)
        ranges.append(start..<fields.byteCount)
        profile.append(incoming, place: Int32(ranges.count), pilot: scheme.pilot, keys: keys)
        refer = refer || incoming.refers
        if !incoming.attachments.isEmpty || !incoming.signatures.isEmpty { attached.append(incoming) }
    }

    private mutating func linkActivities(
        of statement: ParsedStatement, place: Int32, key: (RelatedActivity) -> Int64?
    ) -> Bool {
        for activity in statement.activities {
            guard let key = key(activity) else { return false }
            activities.append(place: place, key: key, role: activity.role.rawValue)
        }
        return true
    }

    private mutating func linkAgents(
        of statement: ParsedStatement, place: Int32, authority: AuthorityKeys, keys: KeyDictionary
    ) -> Bool {
        // Who the client says vouches for it is kept in the received bytes; the store's own word counts.
        for agent in statement.agents where agent.role != .authority && agent.role != .authorityMember {
            guard agent.identity.kind != .anonymousGroup else { continue }
            guard let key = keys.agent(agent.identity) else { return false }
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
