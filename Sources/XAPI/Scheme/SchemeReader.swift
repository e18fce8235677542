internal import JSON

/// Reads what a valid statement says in the words of the training scheme's profile.
struct SchemeReader {
    let document: JSONDocument
    let statement: Int
    var scheme = SchemeContext()

    /// Where the IRIs of the profile's versions begin: ``SchemeVocabulary/versions``, to be compared with bytes.
    static let versions: StaticString = "https://w3id.org/xapi/iust/v"

    /// A reader of a statement.
    init(document: JSONDocument, statement: Int) {
        self.document = document
        self.statement = statement
    }

    /// Reads what the activities tell that the statement mentions; the types are one for each of them.
    mutating func read(_ activities: [RelatedActivity], types: [SchemeType]) {
        for index in activities.indices {
            let type = types[index]
            switch activities[index].role {
            case .grouping: readGrouping(activities[index].iri, type)
            case .other: readOther(activities[index].iri, type)
            case .parent: readParent(activities[index].iri, type)
            default: break
            }
        }
        for index in activities.indices where activities[index].role == .object {
            readObject(activities[index].iri, types[index])
        }
    }

    /// Hands over what has been read.
    mutating func finish(into context: inout SchemeContext) { swap(&context, &scheme) }

    /// Reads the extensions of the context and of the result.
    mutating func read(contextExtensions: Int?, resultExtensions: Int?) {
        if let contextExtensions { readContextExtensions(contextExtensions) }
        if let resultExtensions { readResultExtensions(resultExtensions) }
    }

    private mutating func readGrouping(_ iri: String, _ type: SchemeType) {
        switch type {
        case .pilot: scheme.pilots.append(iri)
        case .curriculum: scheme.curricula.append(iri)
        case .staffProfile: scheme.staffProfiles.append(iri)
        case .untyped: scheme.untypedGroupings.append(iri)
        default: break
        }
    }

    private mutating func readOther(_ iri: String, _ type: SchemeType) {
        switch type {
        case .competency: scheme.competences.append(iri)
        case .untyped: scheme.untypedOthers.append(iri)
        default: break
        }
    }

    private mutating func readParent(_ iri: String, _ type: SchemeType) {
        if type == .untyped { return scheme.untypedParents.append(iri) }
        guard scheme.instrument == nil, let kind = type.instrumentKind else { return }
        (scheme.instrument, scheme.instrumentKind) = (iri, kind)
    }

    private mutating func readObject(_ iri: String, _ type: SchemeType) {
        switch type {
        case .competency:
            scheme.competences.removeAll { $0 == iri }
            scheme.competences.insert(iri, at: 0)
        case .interaction: scheme.item = iri
        case .pilot: scheme.pilots.insert(iri, at: 0)
        case .untyped: scheme.untypedObject = iri
        default:
            guard let kind = type.instrumentKind else { return }
            (scheme.instrument, scheme.instrumentKind) = (iri, kind)
        }
    }
}
