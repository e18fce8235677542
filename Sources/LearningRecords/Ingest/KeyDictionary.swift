internal import XAPI

/// What the writer remembers of the dictionaries: keys never change, so what is remembered stays true.
///
/// Only that an activity has no type yet may become untrue; it is remembered for a few seconds. A batch asks the database
/// only for what is new to it: in the long run, for nothing.
struct KeyDictionary: Sendable {
    /// What is known of an activity; by reference, for it is looked at much more often than learned.
    final class Activity: Sendable {
        let key: Int64
        let type: String?
        let definition: [UInt8]?
        let learned: ContinuousClock.Instant

        init(key: Int64, type: String?, definition: [UInt8]?) {
            self.key = key
            self.type = type
            self.definition = definition
            self.learned = .now
        }

        /// Whether its type should be asked for again: another process, or the definition of a pilot, may have told it.
        var mayHaveType: Bool { type == nil && learned.duration(to: .now) > .seconds(5) }
    }

    /// The identity of an agent, as the dictionary has it.
    struct AgentName: Hashable, Sendable {
        let kind: ByteString
        let identifier: ByteString
        let homePage: ByteString

        init(kind: String, identifier: String, homePage: String) {
            self.kind = ByteString(kind)
            self.identifier = ByteString(identifier)
            self.homePage = ByteString(homePage)
        }

        init(_ identity: AgentIdentity) {
            self.init(kind: identity.kind.rawValue, identifier: identity.identifier, homePage: identity.homePage ?? "")
        }
    }

    let capacity: Int
    private var activities: [ByteString: Activity] = [:]
    private var agents: [AgentName: Int64] = [:]
    private var verbs: [ByteString: Int32] = [:]
    private var authorities: [[UInt8]: Int32] = [:]

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// What is known of the activity with an IRI.
    func activity(_ iri: String) -> Activity? { activities[ByteString(iri)] }

    /// The key of the activity with an IRI.
    func activityKey(_ iri: String) -> Int64? { activities[ByteString(iri)]?.key }

    /// The key of an activity of which nothing new is said; nil when the database must be asked.
    ///
    /// - Parameter defines: Whether what is said of it counts.
    func settledKey(of activity: RelatedActivity, defines: Bool) -> Int64? {
        guard let known = self.activity(activity.iri), !known.mayHaveType else { return nil }
        if !defines || (activity.definition == nil && activity.type == nil) { return known.key }
        return activity.definition == known.definition ? known.key : nil
    }

    /// The key of an agent; nil for an anonymous group, which has no identity.
    func agent(_ identity: AgentIdentity) -> Int64? { agents[AgentName(identity)] }

    /// The key of a verb.
    func verb(_ iri: String) -> Int32? { verbs[ByteString(iri)] }

    /// The key of an authority.
    func authority(_ authority: Authority) -> Int32? { authorities[authority.document] }

    mutating func remember(activity iri: String, key: Int64, type: String?, definition: [UInt8]?) {
        activities[ByteString(iri)] = Activity(key: key, type: type, definition: definition)
    }

    mutating func remember(agent name: AgentName, key: Int64) { agents[name] = key }

    mutating func remember(verb iri: String, key: Int32) { verbs[ByteString(iri)] = key }

    mutating func remember(authority: Authority, key: Int32) { authorities[authority.document] = key }

    /// Forgets a dictionary that has outgrown what may be remembered; it fills again from what is in use.
    mutating func forgetIfFull() {
        if activities.count > capacity { activities.removeAll() }
        if agents.count > capacity { agents.removeAll() }
        if verbs.count > capacity { verbs.removeAll() }
        if authorities.count > capacity { authorities.removeAll() }
    }
}
