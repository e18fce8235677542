internal import FoundationEssentials
internal import JSON
internal import LibPQ
internal import Schema
internal import XAPI

/// The rows about the statements' conformance to the scheme's profile; none for statements that it does not concern.
struct ProfileColumns {
    private var ids: [UUID] = []
    private var fingerprints: [UUID] = []
    private var pilots: [Int64?] = []
    private var parts: [ProfileKeys.Part] = []
    private var conforms: [Bool] = []
    private var brokenPositions: [Int32] = []
    private var brokenRules: [Int16] = []

    var isEmpty: Bool { ids.isEmpty }

    /// Adds the rows of a statement that declares the profile or belongs to a pilot.
    mutating func append(_ incoming: IncomingStatement, pilot: Int64?, keys dictionary: KeyDictionary) {
        guard let findings = incoming.profileFindings ?? Self.findings(incoming.statement, pilot: pilot) else { return }
        for (version, examination) in findings.examinations {
            let conformance = examination.conformance { iri in dictionary.activity(iri)?.type }
            for match in conformance.matches {
                append(
                    incoming, pilot, ProfileKeys.Part(version: version, template: match.template),
                    brokenRules: match.brokenRules, conforms: match.brokenRules.isEmpty)
            }
            if conformance.isUnmatched {
                append(
                    incoming, pilot, ProfileKeys.Part(version: version, template: nil), brokenRules: [], conforms: false
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
        _ incoming: IncomingStatement, _ pilot: Int64?, _ part: ProfileKeys.Part, brokenRules broken: [Int],
        conforms isConforming: Bool
    ) {
        ids.append(incoming.id)
        fingerprints.append(incoming.fingerprint)
        pilots.append(pilot)
        parts.append(part)
        conforms.append(isConforming)
        for rule in broken {
            brokenPositions.append(Int32(ids.count))
            brokenRules.append(Int16(rule + 1))
        }
    }

    /// The query that stores the rows, once their statements are stored.
    func insert(keys: ProfileKeys) -> Query {
        Queries.learningRecordsInsertProfileConformance(
            ids, fingerprints, pilots, parts.map { keys[$0] }, conforms, brokenPositions, brokenRules)
    }
}
