internal import JSON

/// Reads what a valid statement says in the words of the training scheme's profile.
struct SchemeReader {
    let document: JSONDocument
    let statement: Int
    let top: StatementReader.TopLevel
    /// The Activities the statement mentions.
    let activities: [RelatedActivity]
    var scheme = SchemeContext()

    /// A reader of a statement's members and of what has been read of them.
    init(document: JSONDocument, statement: Int, top: StatementReader.TopLevel, activities: [RelatedActivity]) {
        self.document = document
        self.statement = statement
        self.top = top
        self.activities = activities
    }

    /// The scheme's part of the statement.
    mutating func read() -> SchemeContext {
        for activity in activities {
            switch activity.role {
            case .grouping: readGrouping(activity)
            case .other: readOther(activity)
            case .parent: readParent(activity)
            case .category:
                if activity.iri.hasPrefix(SchemeVocabulary.versions) { scheme.claimsProfile = true }
            default: break
            }
        }
        for activity in activities where activity.role == .object { readObject(activity) }
        if let extensions = top.context.flatMap({ document.member($0, .extensions) }) {
            readContextExtensions(extensions)
        }
        if let extensions = top.result.flatMap({ document.member($0, .extensions) }) {
            readResultExtensions(extensions)
        }
        return scheme
    }

    private mutating func readGrouping(_ activity: RelatedActivity) {
        switch activity.type {
        case SchemeVocabulary.pilot: scheme.pilots.append(activity.iri)
        case SchemeVocabulary.curriculum: scheme.curricula.append(activity.iri)
        case SchemeVocabulary.staffProfile: scheme.staffProfiles.append(activity.iri)
        case nil: scheme.untypedGroupings.append(activity.iri)
        default: break
        }
    }

    private mutating func readOther(_ activity: RelatedActivity) {
        switch activity.type {
        case SchemeVocabulary.competency: scheme.competences.append(activity.iri)
        case nil: scheme.untypedOthers.append(activity.iri)
        default: break
        }
    }

    private mutating func readParent(_ activity: RelatedActivity) {
        guard let type = activity.type else { return scheme.untypedParents.append(activity.iri) }
        guard scheme.instrument == nil, let kind = Self.instrumentKind(type) else { return }
        (scheme.instrument, scheme.instrumentKind) = (activity.iri, kind)
    }

    private mutating func readObject(_ activity: RelatedActivity) {
        switch activity.type {
        case SchemeVocabulary.competency:
            scheme.competences.removeAll { $0 == activity.iri }
            scheme.competences.insert(activity.iri, at: 0)
        case SchemeVocabulary.interaction: scheme.item = activity.iri
        case SchemeVocabulary.pilot: scheme.pilots.insert(activity.iri, at: 0)
        case nil: scheme.untypedObject = activity.iri
        case let type?:
            guard let kind = Self.instrumentKind(type) else { return }
            (scheme.instrument, scheme.instrumentKind) = (activity.iri, kind)
        }
    }

    private static func instrumentKind(_ type: String) -> SchemeContext.InstrumentKind? {
        switch type {
        case SchemeVocabulary.assessment: .assessment
        case SchemeVocabulary.survey: .survey
        case SchemeVocabulary.selfAssessment: .selfAssessment
        default: nil
        }
    }
}
