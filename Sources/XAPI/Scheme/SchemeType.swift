internal import JSON

/// What an activity is to the scheme, by its type.
enum SchemeType: UInt8, CaseIterable {
    case pilot = 1
    case curriculum, staffProfile, selfAssessment, survey, assessment, interaction, competency
    /// Of another type.
    case other
    /// Without a type.
    case untyped

    /// What the type at a node makes of an activity.
    init(_ document: JSONDocument, _ type: Int?) {
        guard let type else {
            self = .untyped
            return
        }
        self = SchemeType(rawValue: UInt8(truncatingIfNeeded: document.number(type, among: Self.names))) ?? .other
    }

    /// The kind of instrument that it is, if it is one.
    var instrumentKind: SchemeContext.InstrumentKind? {
        switch self {
        case .assessment: .assessment
        case .survey: .survey
        case .selfAssessment: .selfAssessment
        default: nil
        }
    }

    /// The types in the order of the cases.
    private static let names = JSONNames([
        SchemeVocabulary.pilot, SchemeVocabulary.curriculum, SchemeVocabulary.staffProfile,
        SchemeVocabulary.selfAssessment, SchemeVocabulary.survey, SchemeVocabulary.assessment,
        SchemeVocabulary.interaction, SchemeVocabulary.competency,
    ])
}
