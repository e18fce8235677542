internal import XAPI

/// The scheme's context of a statement as keys of activities.
///
/// Where a statement leaves out an activity's type, the type that the store knows of the activity decides.
struct SchemeKeys {
    let pilot: Int64?
    let curriculum: Int64?
    let profile: Int64?
    let instrument: Int64?
    let item: Int64?
    let competences: [Int64]

    private static let instrumentTypes = [
        SchemeVocabulary.assessment, SchemeVocabulary.survey, SchemeVocabulary.selfAssessment,
    ]

    init(_ scheme: SchemeContext, named: StatementKeys, dictionary: KeyDictionary) {
        func key(_ iri: String?) -> Int64? { iri.flatMap { named.activity($0) ?? dictionary.activityKey($0) } }
        func key(among candidates: [String], type: String) -> Int64? {
            candidates.isEmpty ? nil : candidates.lazy.compactMap(dictionary.activity).first { $0.type == type }?.key
        }
        let groupings = scheme.untypedGroupings
        let objects = [scheme.untypedObject].compactMap(\.self)
        pilot = key(scheme.pilot) ?? key(among: groupings + objects, type: SchemeVocabulary.pilot)
        curriculum = key(scheme.curriculum) ?? key(among: groupings, type: SchemeVocabulary.curriculum)
        profile = key(scheme.staffProfile) ?? key(among: groupings, type: SchemeVocabulary.staffProfile)
        instrument =
            key(scheme.instrument)
            ?? Self.instrumentTypes.lazy
            .compactMap { key(among: scheme.untypedParents + objects, type: $0) }.first
        item = key(scheme.item) ?? key(among: objects, type: SchemeVocabulary.interaction)
        let typed = scheme.competences.compactMap(key)
        let known = (scheme.untypedOthers + objects).compactMap(dictionary.activity)
            .filter { $0.type == SchemeVocabulary.competency }.map(\.key)
        competences = typed + known.filter { !typed.contains($0) }
    }
}
