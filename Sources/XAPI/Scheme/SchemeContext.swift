/// What a statement says in the words of the training scheme's xAPI profile.
///
/// Nothing here is ever a reason to refuse a statement: what is malformed is left out, with a note. Activities sent
/// without `definition.type` are listed as untyped, so that the store can resolve them by the types it knows.
public struct SchemeContext: Sendable, Hashable {
    /// The pilots among `grouping` (or the object of an enrolment or withdrawal).
    public var pilots: [String] = []
    /// The curricula among `grouping`.
    public var curricula: [String] = []
    /// The staff profiles among `grouping`.
    public var staffProfiles: [String] = []
    /// The Activities of `grouping` without a type, in order.
    public var untypedGroupings: [String] = []

    /// The competences among `other`, or the object when it is one.
    public var competences: [String] = []
    /// The Activities of `other` without a type, in order.
    public var untypedOthers: [String] = []

    /// The assessment, survey or self-assessment among `parent`; the object itself when it is one.
    public var instrument: String?
    /// What the instrument is.
    public var instrumentKind: InstrumentKind?
    /// The Activities of `parent` without a type, in order.
    public var untypedParents: [String] = []

    /// The object when it is a single item (`cmi.interaction`).
    public var item: String?
    /// The object when it is an Activity without a type.
    public var untypedObject: String?

    /// The level, 0 to 4.
    public var level: Int?
    /// The IRI of the level's descriptor.
    public var levelID: String?
    /// How the level was found.
    public var levelMethod: LevelMethod?
    /// When in the evaluation's design it was said.
    public var phase: Phase?
    /// Whole months after the pilot's end.
    public var monthsAfter: Int?
    /// The IRI of the framework's version that levels refer to.
    public var frameworkVersion: String?
    /// Why there is no answer.
    public var nonresponse: Nonresponse?
    /// Whether the profile's version is named in `category`.
    public var claimsProfile = false

    /// What is malformed in the scheme's words, for the report on data quality.
    public var notes: [DataQualityNote] = []

    /// The first pilot by type.
    public var pilot: String? { pilots.first }
    /// The first curriculum by type.
    public var curriculum: String? { curricula.first }
    /// The first staff profile by type.
    public var staffProfile: String? { staffProfiles.first }
    /// The first competence by type.
    public var competence: String? { competences.first }

    /// A context in which nothing is said.
    public init() {}
}
