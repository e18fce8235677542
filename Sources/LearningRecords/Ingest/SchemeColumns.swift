internal import XAPI

/// The columns of the scheme's context.
struct SchemeColumns {
    /// Something malformed that was stored all the same.
    struct Note {
        let position: Int32
        let text: String
    }

    private(set) var pilots: [Int64?] = []
    private(set) var curricula: [Int64?] = []
    private(set) var profiles: [Int64?] = []
    private(set) var instruments: [Int64?] = []
    private(set) var items: [Int64?] = []
    private(set) var competences: [Int64?] = []
    private(set) var furtherPositions: [Int32] = []
    private(set) var furtherCompetences: [Int64] = []
    private(set) var phases: [String?] = []
    private(set) var levels: [Int16?] = []
    private(set) var methods: [String?] = []
    private(set) var monthsAfter: [Int16?] = []
    private(set) var nonresponses: [String?] = []
    var notes: [Note] = []

    mutating func append(_ scheme: SchemeContext, position: Int32, keys dictionary: KeyDictionary) {
        let keys = SchemeKeys(scheme, dictionary: dictionary)
        pilots.append(keys.pilot)
        curricula.append(keys.curriculum)
        profiles.append(keys.profile)
        instruments.append(keys.instrument)
        items.append(keys.item)
        competences.append(keys.competences.first)
        for key in keys.competences.dropFirst() {
            furtherPositions.append(position)
            furtherCompetences.append(key)
        }
        phases.append(scheme.phase?.rawValue)
        levels.append(scheme.level.flatMap(Int16.init(exactly:)))
        methods.append(scheme.levelMethod?.rawValue)
        monthsAfter.append(scheme.monthsAfter.flatMap(Int16.init(exactly:)))
        nonresponses.append(scheme.nonresponse?.rawValue)
        for note in scheme.notes { notes.append(Note(position: position, text: "\(note.pointer): \(note.reason)")) }
    }
}
