internal import FoundationEssentials
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import LibPQ
internal import XAPI

/// What the body of `POST /api/statements/query` asks for.
struct StatementQuery {
    /// The most values that a filter takes.
    static let maximumValues = 100
    /// The most ids that are asked for at once.
    static let maximumIDs = 1000

    static let members = [
        "ids", "agent", "related_agents", "verb", "activity", "related_activities", "registration", "since", "until",
        "ascending", "limit", "cursor", "format", "count", "statements",
    ]
    /// What may stand beside `ids`.
    private static let besideIDs = ["ids", "format"]

    /// The statements asked for by id; nil when a filter chooses them.
    private(set) var ids: [UUID]?
    /// The filter, as `GET /xapi/statements` has it, but with lists.
    private(set) var filter = StatementFilter()
    /// The format of the statements.
    private(set) var format = StatementFormat.exact
    /// Whether the number of statements on all pages is asked for.
    private(set) var counts = false
    /// Whether the statements themselves are.
    private(set) var tells = true

    /// Reads a body.
    /// - Throws: A 400 ``Problem`` with every fault.
    init(_ request: Request, upTo limit: Int) async throws {
        try await self.init(BodyReader(request, upTo: limit, kind: "query", members: Self.members))
    }

    /// Reads bytes.
    init(_ bytes: [UInt8]) throws {
        try self.init(BodyReader(bytes, kind: "query", members: Self.members))
    }

    private init(_ reader: BodyReader) throws {
        var body = reader
        readIDs(&body)
        readFilter(&body)
        filter.limit =
            body.value("limit", mustBe: "a whole number from 0 up") { number in
                number.integer.flatMap { Int(exactly: $0) }.flatMap { $0 >= 0 ? $0 : nil }
            } ?? 0
        filter.ascending = body.flag("ascending") ?? false
        filter.cursor = body.value("cursor", mustBe: "a cursor of an answer") {
            $0.string.flatMap(StatementCursor.init(text:))
        }
        format =
            body.value("format", mustBe: "\"ids\", \"exact\" or \"canonical\"") {
                $0.string.flatMap(StatementFormat.init(rawValue:))
            } ?? .exact
        counts = body.flag("count") ?? false
        tells = body.flag("statements") ?? true
        if !tells, !counts {
            body.note("/statements", "statements", "Nothing is left to answer; false goes with \"count\": true.")
        }
        try body.finish()
    }

    private mutating func readIDs(_ body: inout BodyReader) {
        let named = body.values("ids", atMost: Self.maximumIDs, mustBe: "a UUID", Self.uuid)
        guard body.names.contains("ids") else { return }
        ids = named
        for name in body.names where !Self.besideIDs.contains(name) && Self.members.contains(name) {
            body.note("/\(name)", "ids", "Only \(Self.besideIDs[1]) may stand beside ids.")
        }
    }

    private mutating func readFilter(_ body: inout BodyReader) {
        let maximum = Self.maximumValues
        filter.agents = body.values(
            "agent", atMost: maximum, mustBe: "an Agent or identified Group (xAPI 2.0 §4.2.2)"
        ) { (value) throws(StatementRejection) in
            try AgentIdentity.parse(query: Array(value.bytes), version: .v2_0)
        }
        filter.relatedAgents = body.flag("related_agents") ?? false
        filter.verbs = body.values("verb", atMost: maximum, mustBe: "an IRI", Self.iri)
        filter.activities = body.values("activity", atMost: maximum, mustBe: "an IRI", Self.iri)
        filter.relatedActivities = body.flag("related_activities") ?? false
        filter.registrations = body.values("registration", atMost: maximum, mustBe: "a UUID", Self.uuid)
        filter.since = body.value("since", mustBe: "an ISO 8601 timestamp", Self.moment)
        filter.until = body.value("until", mustBe: "an ISO 8601 timestamp", Self.moment)
    }

    private static func uuid(_ value: JSONValue) -> UUID? { value.string.flatMap(UUID.init(canonical:)) }

    private static func iri(_ value: JSONValue) -> String? { value.string.flatMap { IRI.isValid($0) ? $0 : nil } }

    private static func moment(_ value: JSONValue) -> LibPQ.Timestamp? {
        value.string.flatMap(LibPQ.Timestamp.init(query:))
    }
}
