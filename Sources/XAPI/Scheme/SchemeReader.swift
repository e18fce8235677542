internal import JSON

/// Reads what a valid statement says in the words of the training scheme's profile.
struct SchemeReader {
    let document: JSONDocument
    let statement: Int
    let top: StatementReader.TopLevel
    var scheme = SchemeContext()

    /// A reader of a statement's members.
    init(document: JSONDocument, statement: Int, top: StatementReader.TopLevel) {
        self.document = document
        self.statement = statement
        self.top = top
    }

    /// The scheme's part of the statement.
    mutating func read() -> SchemeContext {
        if let activities = top.context.flatMap({ document.member($0, "contextActivities") }) {
            readGrouping(document.member(activities, "grouping"))
            readOther(document.member(activities, "other"))
            readParent(document.member(activities, "parent"))
            readCategory(document.member(activities, "category"))
        }
        readObject()
        if let extensions = top.context.flatMap({ document.member($0, "extensions") }) {
            readContextExtensions(extensions)
        }
        if let extensions = top.result.flatMap({ document.member($0, "extensions") }) {
            readResultExtensions(extensions)
        }
        return scheme
    }

    private mutating func readGrouping(_ node: Int?) {
        for (iri, type) in activities(node) {
            switch type {
            case SchemeVocabulary.pilot: scheme.pilots.append(iri)
            case SchemeVocabulary.curriculum: scheme.curricula.append(iri)
            case SchemeVocabulary.staffProfile: scheme.staffProfiles.append(iri)
            case nil: scheme.untypedGroupings.append(iri)
            default: break
            }
        }
    }

    private mutating func readOther(_ node: Int?) {
        for (iri, type) in activities(node) {
            switch type {
            case SchemeVocabulary.competency: scheme.competences.append(iri)
            case nil: scheme.untypedOthers.append(iri)
            default: break
            }
        }
    }

    private mutating func readParent(_ node: Int?) {
        for (iri, type) in activities(node) {
            if let kind = type.flatMap(Self.instrumentKind) {
                guard scheme.instrument == nil else { continue }
                (scheme.instrument, scheme.instrumentKind) = (iri, kind)
            } else if type == nil {
                scheme.untypedParents.append(iri)
            }
        }
    }

    private mutating func readCategory(_ node: Int?) {
        scheme.claimsProfile = activities(node).contains { iri, _ in iri.hasPrefix(SchemeVocabulary.base + "/v") }
    }

    private mutating func readObject() {
        guard let object = top.object else { return }
        if let type = document.member(object, "objectType"), !document.text(type, is: "Activity") { return }
        guard let (iri, type) = activities(object).first else { return }
        switch type {
        case SchemeVocabulary.competency:
            scheme.competences.removeAll { $0 == iri }
            scheme.competences.insert(iri, at: 0)
        case SchemeVocabulary.interaction: scheme.item = iri
        case SchemeVocabulary.pilot: scheme.pilots.insert(iri, at: 0)
        case nil: scheme.untypedObject = iri
        case let type?:
            guard let kind = Self.instrumentKind(type) else { return }
            (scheme.instrument, scheme.instrumentKind) = (iri, kind)
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

    /// The IRI and type of one Activity or of each in an array.
    private func activities(_ node: Int?) -> [(iri: String, type: String?)] {
        guard let node else { return [] }
        var result: [(iri: String, type: String?)] = []
        if document.kind(node) == .array {
            document.forEachElement(node) { _, activity in result.append(self.activity(activity)) }
        } else {
            result.append(activity(node))
        }
        return result
    }

    private func activity(_ node: Int) -> (iri: String, type: String?) {
        let type = document.member(node, "definition").flatMap { document.member($0, "type") }
        return (document.member(node, "id").map { document.string($0) } ?? "", type.map { document.string($0) })
    }
}
