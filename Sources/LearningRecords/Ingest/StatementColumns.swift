internal import FoundationEssentials
internal import LibPQ
internal import Schema
internal import XAPI

/// The statements of a merged batch, turned from rows into the columns that one INSERT takes.
struct StatementColumns {
    private(set) var ids: [UUID] = []
    private(set) var requests: [Int32] = []
    private(set) var fingerprints: [UUID] = []
    private(set) var payloads: [JSONText] = []
    private(set) var received: [JSONText?] = []
    private(set) var timestamps: [LibPQ.Timestamp?] = []
    private(set) var idSent: [Bool] = []
    private(set) var versionSent: [Bool] = []
    private(set) var versions: [String] = []
    private(set) var verbs: [Int32?] = []
    private(set) var authorities: [Int32?] = []
    private(set) var objectKinds: [String] = []
    private(set) var actors: [Int64?] = []
    private(set) var objectActivities: [Int64?] = []
    private(set) var objectAgents: [Int64?] = []
    private(set) var targets: [UUID?] = []
    private(set) var registrations: [UUID?] = []
    private(set) var kept = KeptTimes()
    private(set) var results = ResultColumns()
    private(set) var scheme = SchemeColumns()
    private(set) var activityLinks = Links()
    private(set) var agentLinks = Links()
    private(set) var profile = ProfileColumns()

    /// Rows of a table between a statement and something that it names.
    struct Links {
        var positions: [Int32] = []
        var keys: [Int64] = []
        var roles: [String] = []

        mutating func append(position: Int32, key: Int64, role: String) {
            // A statement may name the same thing twice in one role; the table has it once.
            var index = positions.count - 1
            while index >= 0, positions[index] == position {
                if keys[index] == key, roles[index] == role { return }
                index -= 1
            }
            positions.append(position)
            keys.append(key)
            roles.append(role)
        }
    }

    init(_ requests: [IngestRequest], keys: KeyDictionary) {
        for (position, request) in requests.enumerated() {
            let authority = keys.authority(request.authority)
            let authorityAgent = keys.agent(request.authority.agent)
            let authorityMembers = request.authority.members.compactMap(keys.agent)
            for incoming in request.statements {
                append(incoming, request: Int32(position), authority: authority, keys: keys)
                if let authorityAgent {
                    agentLinks.append(position: Int32(ids.count), key: authorityAgent, role: "authority")
                }
                for member in authorityMembers {
                    agentLinks.append(position: Int32(ids.count), key: member, role: "authority_member")
                }
                kept.append(request.stored)
            }
        }
    }

    private mutating func append(
        _ incoming: IncomingStatement, request: Int32, authority: Int32?, keys: KeyDictionary
    ) {
        let statement = incoming.statement
        ids.append(incoming.id)
        let position = Int32(ids.count)
        requests.append(request)
        fingerprints.append(incoming.fingerprint)
        payloads.append(JSONText(statement.payload))
        received.append(statement.received.map(JSONText.init))
        timestamps.append(statement.timestamp.map(LibPQ.Timestamp.init(microseconds:)))
        idSent.append(statement.id != nil)
        versionSent.append(statement.version != nil)
        versions.append(incoming.version)
        verbs.append(keys.verb(statement.verbIRI))
        authorities.append(authority)
        actors.append(keys.agent(statement.actor))
        appendObject(statement.object, keys: keys)
        registrations.append(statement.registration)
        results.append(statement.result, notes: &scheme.notes, position: position)
        scheme.append(statement.scheme, position: position, keys: keys)
        profile.append(incoming, pilot: scheme.pilots.last ?? nil, keys: keys)
        for activity in statement.activities {
            guard let key = keys.activity(activity.iri)?.key else { continue }
            activityLinks.append(position: position, key: key, role: activity.role.rawValue)
        }
        // Who the client says vouches for it is kept in the received bytes; the store's own word counts.
        for agent in statement.agents where agent.role != .authority && agent.role != .authorityMember {
            guard let key = keys.agent(agent.identity) else { continue }
            agentLinks.append(position: position, key: key, role: agent.role.rawValue)
        }
    }

    private mutating func appendObject(_ object: StatementObject, keys: KeyDictionary) {
        var activity: Int64?
        var agent: Int64?
        var target: UUID?
        switch object {
        case .activity(let iri):
            activity = keys.activity(iri)?.key
            objectKinds.append("activity")
        case .agent(let identity):
            agent = keys.agent(identity)
            objectKinds.append(identity.isGroup ? "group" : "agent")
        case .statementRef(let id):
            target = id
            objectKinds.append("statement_ref")
        case .subStatement:
            objectKinds.append("sub_statement")
        }
        objectActivities.append(activity)
        objectAgents.append(agent)
        targets.append(target)
    }
}

extension StatementColumns {
    /// The query that stores the batch and answers with what was there already.
    var insert: Query {
        Queries.learningRecordsInsertStatements(
            ids, requests, fingerprints, payloads, received,
            timestamps, idSent, versionSent, versions, verbs, authorities, objectKinds,
            actors, objectActivities, objectAgents, targets, registrations,
            results.scaled, results.raw, results.minimum, results.maximum,
            results.success, results.completion, results.responses, results.durations,
            scheme.pilots, scheme.curricula, scheme.profiles, scheme.instruments, scheme.items, scheme.competences,
            scheme.phases, scheme.levels, scheme.methods, scheme.monthsAfter, scheme.nonresponses,
            activityLinks.positions, activityLinks.keys, activityLinks.roles,
            agentLinks.positions, agentLinks.keys, agentLinks.roles,
            scheme.furtherPositions, scheme.furtherCompetences,
            scheme.notes.map(\.position), scheme.notes.map(\.text),
            kept.times, kept.numbers)
    }
}
