internal import XAPI

/// The keys of what the statements of a request name, one statement after the other.
struct NamedKeys {
    fileprivate private(set) var verbs: [Int32] = []
    fileprivate private(set) var actors: [Int64?] = []
    fileprivate private(set) var activities: [Int64] = []
    /// Where the activities of each statement begin.
    fileprivate private(set) var starts: [Int] = [0]
    /// The actor of the statement whose names are being added; nil for an anonymous group.
    var actor: Int64?

    /// How many statements were added.
    var count: Int { verbs.count }

    /// Adds the next of the activities that the statement mentions.
    mutating func add(activity: Int64) { activities.append(activity) }

    /// Ends a statement.
    mutating func end(verb: Int32) {
        verbs.append(verb)
        actors.append(actor)
        starts.append(activities.count)
        actor = nil
    }
}

/// The keys of what one statement names.
struct StatementKeys {
    let verb: Int32
    /// The actor; nil for an anonymous group.
    let actor: Int64?
    private let mentioned: [RelatedActivity]
    private let keys: ArraySlice<Int64>

    init(_ incoming: IncomingStatement, _ index: Int, _ named: NamedKeys) {
        verb = named.verbs[index]
        actor = named.actors[index]
        mentioned = incoming.statement.activities
        keys = named.activities[named.starts[index]..<named.starts[index + 1]]
    }

    /// The key of an activity that the statement mentions.
    func activity(_ iri: String) -> Int64? {
        let iri = ByteString(iri)
        return mentioned.firstIndex { ByteString($0.iri) == iri }.map { keys[keys.startIndex + $0] }
    }
}
