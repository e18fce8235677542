internal import XAPI

extension KeyDictionary {
    /// What requests name and the dictionary does not know yet.
    struct Missing: Sendable {
        private(set) var activities: [ByteString: RelatedActivity] = [:]
        /// What was said of activities before the last definition, in order.
        private(set) var earlierDefinitions: [(iri: String, definition: [UInt8])] = []
        private(set) var agents: [AgentName: Bool] = [:]
        private(set) var verbs: Set<ByteString> = []
        private(set) var authorities: Set<Authority> = []

        /// Whether something new is said of an activity.
        var defines: Bool {
            !earlierDefinitions.isEmpty || activities.values.contains { $0.definition != nil || $0.type != nil }
        }

        var isEmpty: Bool { activities.isEmpty && agents.isEmpty && verbs.isEmpty && authorities.isEmpty }

        fileprivate init(_ requests: [IngestRequest], silent: SilentStatements, dictionary: KeyDictionary) {
            for request in requests {
                if dictionary.authority(request.authority) == nil {
                    authorities.insert(request.authority)
                    agents[AgentName(request.authority.agent)] = false
                }
                note(request.authority.agent, dictionary)
                for member in request.authority.members { note(member, dictionary) }
                for incoming in request.statements {
                    let statement = incoming.statement
                    if dictionary.verb(statement.verbIRI) == nil { verbs.insert(ByteString(statement.verbIRI)) }
                    for related in statement.agents { note(related.identity, dictionary) }
                    let defines = request.definesActivities && !silent.ids.contains(incoming.id)
                    for related in statement.activities { note(defines ? related : related.undefined, dictionary) }
                }
            }
        }

        private mutating func note(_ identity: AgentIdentity, _ dictionary: KeyDictionary) {
            guard identity.kind != .anonymousGroup, dictionary.agent(identity) == nil else { return }
            agents[AgentName(identity)] = identity.isGroup
        }

        private mutating func note(_ activity: RelatedActivity, _ dictionary: KeyDictionary) {
            let name = ByteString(activity.iri)
            let noted = activities[name]
            if noted == nil, dictionary.settledKey(of: activity, defines: true) != nil { return }
            if let earlier = noted?.definition, let definition = activity.definition, earlier != definition {
                earlierDefinitions.append((iri: activity.iri, definition: earlier))
            }
            activities[name] = RelatedActivity(
                iri: activity.iri, role: activity.role, type: activity.type ?? noted?.type,
                definition: activity.definition ?? noted?.definition)
        }
    }

    /// What requests name and the dictionary does not know yet.
    ///
    /// - Parameter silent: Statements that define nothing.
    func missing(for requests: [IngestRequest], silent: SilentStatements = .none) -> Missing {
        Missing(requests, silent: silent, dictionary: self)
    }

    /// Remembers what the database told of what was missing.
    mutating func learn(_ found: FoundKeys, of missing: Missing) {
        for (key, iri, type) in found.activities {
            remember(activity: iri, key: key, type: type, definition: missing.activities[ByteString(iri)]?.definition)
        }
        for (key, kind, identifier, homePage) in found.agents {
            remember(agent: AgentName(kind: kind, identifier: identifier, homePage: homePage), key: key)
        }
        for (key, iri) in found.verbs { remember(verb: iri, key: key) }
        for (authority, key) in found.authorities { remember(authority: authority, key: key) }
    }
}

extension RelatedActivity {
    /// The activity, with nothing said of it.
    fileprivate var undefined: RelatedActivity { RelatedActivity(iri: iri, role: role, type: nil, definition: nil) }
}
