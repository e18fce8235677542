internal import LibPQ

extension StatementPageQuery {
    /// What is named and drives a query: the index that has its statements in the order of keys.
    enum Driver: Equatable {
        case registration
        case agent(related: Bool)
        case activity(related: Bool)
        case verb
        case authority

        /// Where the keys of what is named are.
        var names: String {
            switch self {
            case .registration: "registrations"
            case .agent: "agents"
            case .activity: "activities"
            case .verb: "verbs"
            case .authority: "authorities"
            }
        }

        /// The rows of the index.
        var index: String {
            switch self {
            case .registration: "lrs.statement AS l WHERE l.registration = named.key"
            case .verb: "lrs.statement AS l WHERE l.verb_key = named.key"
            case .agent, .authority: "lrs.statement_agent AS l WHERE l.agent_key = named.key AND \(roles)"
            case .activity: "lrs.statement_activity AS l WHERE l.activity_key = named.key AND \(roles)"
            }
        }

        /// As which what is named may stand in the statement.
        var roles: String {
            switch self {
            case .agent(related: false): "l.role IN ('actor', 'actor_member', 'object', 'object_member')"
            case .activity(related: false): "l.role = 'object'"
            case .authority: "l.role = 'authority'"
            default: "TRUE"
            }
        }
    }

    /// What has the fewest statements as a rule.
    ///
    /// Of a registration there are few, of a verb many. An agent anywhere in statements may be the authority of all.
    var driver: Driver? {
        if !filter.ids.isEmpty { return nil }
        if !filter.registrations.isEmpty { return .registration }
        if !filter.agents.isEmpty, !filter.relatedAgents || filter.activities.isEmpty {
            return .agent(related: filter.relatedAgents)
        }
        if !filter.activities.isEmpty { return .activity(related: filter.relatedActivities) }
        if !filter.verbs.isEmpty { return .verb }
        return filter.authority == nil ? nil : .authority
    }
}

extension StatementFilter {
    /// Whether it asks for something that statements say, and not only for a time.
    var looksInside: Bool { !(registrations.isEmpty && verbs.isEmpty && activities.isEmpty && agents.isEmpty) }

    /// The smallest key that a statement stored after `since` can have.
    var firstKey: Int64? { since.map { StatementFilter.firstKey(afterMillisecondOf: $0) } }

    /// The smallest key that a statement stored after `until` can have.
    var endKey: Int64? { until.map { StatementFilter.firstKey(afterMillisecondOf: $0) } }

    /// The smallest key of the millisecond that follows the one of a moment.
    ///
    /// `stored` has whole milliseconds, so what is stored after a moment is stored in a later millisecond.
    /// The same arithmetic as `lrs.first_key_at`.
    private static func firstKey(afterMillisecondOf moment: LibPQ.Timestamp) -> Int64 {
        let (quotient, remainder) = moment.microseconds.quotientAndRemainder(dividingBy: 1000)
        let milliseconds = remainder < 0 ? quotient - 1 : quotient
        let bounded = min(max(milliseconds, -1), (1 << 43) - 2)
        return (bounded + 1) << 20
    }
}
