internal import JSON
internal import XAPI

/// The rows about the statements' conformance to the scheme's profile; none for statements that it does not concern.
struct ProfileColumns: Sendable {
    /// The statements' places in their request, from 1.
    private(set) var places: [Int32] = []
    private(set) var pilots: [Int64?] = []
    private(set) var parts: [ProfileKeys.Part] = []
    private(set) var conforms: [Bool] = []
    /// Of each row the numbers of the broken rules, from 1, as an array in PostgreSQL's notation.
    private(set) var brokenRules: [String?] = []

    var isEmpty: Bool { places.isEmpty }

    /// Adds the rows of a request that comes after so many statements of others.
    mutating func append(_ other: ProfileColumns, after count: Int32) {
        for place in other.places { places.append(place + count) }
        pilots.append(contentsOf: other.pilots)
        parts.append(contentsOf: other.parts)
        conforms.append(contentsOf: other.conforms)
        brokenRules.append(contentsOf: other.brokenRules)
    }

    /// Adds the rows of a statement that declares the profile or belongs to a pilot.
    mutating func append(_ incoming: IncomingStatement, place: Int32, pilot: Int64?, keys dictionary: KeyDictionary) {
        guard let findings = incoming.profileFindings ?? Self.findings(incoming.statement, pilot: pilot) else { return }
        for (version, examination) in findings.examinations {
            let conformance = examination.conformance { iri in dictionary.activity(iri)?.type }
            for match in conformance.matches {
                append(
                    place, pilot, ProfileKeys.Part(version: version, template: match.template),
                    brokenRules: match.brokenRules, conforms: match.brokenRules.isEmpty)
            }
            if conformance.isUnmatched {
                append(
                    place, pilot, ProfileKeys.Part(version: version, template: nil), brokenRules: [], conforms: false
                )
            }
        }
    }

    /// The findings about a statement that leaves it to the store to know that its pilot is one.
    private static func findings(_ statement: ParsedStatement, pilot: Int64?) -> ProfileFindings? {
        guard pilot != nil, let payload = try? statement.payloadValue() else { return nil }
        return ProfileFindings(statement, payload: payload)
    }

    private mutating func append(
        _ place: Int32, _ pilot: Int64?, _ part: ProfileKeys.Part, brokenRules broken: [Int],
        conforms isConforming: Bool
    ) {
        places.append(place)
        pilots.append(pilot)
        parts.append(part)
        conforms.append(isConforming)
        brokenRules.append(ArrayNotation.text(of: broken.map { Int64($0 + 1) }))
    }
}
