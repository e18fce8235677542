internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import LibPQ
internal import NIOCore
internal import Operations
internal import XAPI

extension StatementsController {
    private static let single: Set<String> = ["statementId", "voidedStatementId", "attachments", "format"]
    private static let list: Set<String> = [
        "agent", "verb", "activity", "registration", "related_activities", "related_agents", "since", "until", "limit",
        "format", "attachments", "ascending", "cursor",
    ]

    /// The form in which statements are told.
    private struct Form {
        /// What the reader speaks.
        let version: XAPIVersion
        let format: StatementFormat
        let languages: LanguagePreference
        /// Whether the data of attachments follows.
        let hasAttachments: Bool

        init(_ parameters: QueryParameters, version: XAPIVersion, languages: String?) throws {
            self.version = version
            let format = try parameters.value(
                "format", mustBe: "ids, exact or canonical", StatementFormat.init(rawValue:))
            self.format = format ?? .exact
            self.languages = LanguagePreference(header: languages)
            hasAttachments = try parameters.flag("attachments")
        }
    }

    /// What is told without the data of attachments.
    struct Told {
        let json: ByteBuffer
        let headers: HTTPFields
        /// The statements' keys.
        fileprivate let keys: [Int64]

        fileprivate init(_ json: ByteBuffer, keys: [Int64], through: LibPQ.Timestamp, lastModified: String? = nil) {
            self.json = json
            self.keys = keys
            var headers: HTTPFields = [:]
            headers[.xapiConsistentThrough] = XAPI.Timestamp.text(through.microseconds)
            headers[.lastModified] = lastModified
            self.headers = headers
        }
    }

    /// GET: one statement by its id, or a page of statements; both say through when they are complete.
    ///
    /// A refusal says it too: see ``ConsistencyMiddleware``.
    func get(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.statementsRead, .statementsReadMine)
        let query = request.uri.query ?? ""
        let parameters = try QueryParameters(of: query[...], known: Self.single.union(Self.list))
        let form = try Form(
            parameters, version: context.requireVersion(), languages: request.headers[.acceptLanguage])
        let told = try await tell(parameters, caller: caller, form: form, query: query)
        guard form.hasAttachments else { return .json(told.json, headers: told.headers) }
        return .multipart(
            told.json, attachments: try await attachments.attachments(of: told.keys), store: attachments,
            headers: told.headers)
    }

    /// What ``get(_:_:)`` tells a caller who may read, for what stands behind the question mark; nil when the data of
    /// attachments is asked for.
    /// - Throws: What ``get(_:_:)`` throws.
    func told(of query: Substring, caller: Caller, version: XAPIVersion, languages: String?) async throws -> Told? {
        let parameters = try QueryParameters(of: query, known: Self.single.union(Self.list))
        let form = try Form(parameters, version: version, languages: languages)
        return form.hasAttachments
            ? nil : try await tell(parameters, caller: caller, form: form, query: String(query))
    }

    private func tell(
        _ parameters: QueryParameters, caller: Caller, form: Form, query: String
    ) async throws -> Told {
        if parameters["statementId"] != nil || parameters["voidedStatementId"] != nil {
            return try await one(parameters, caller: caller, form: form)
        }
        return try await page(parameters, caller: caller, form: form, query: query)
    }

    private func one(_ parameters: QueryParameters, caller: Caller, form: Form) async throws -> Told {
        let unfit = parameters.names.subtracting(Self.single).sorted()
        guard unfit.isEmpty, parameters["statementId"] == nil || parameters["voidedStatementId"] == nil else {
            throw Problem(
                .badRequest, "query",
                "statementId and voidedStatementId each stand alone; only attachments and format may join them.")
        }
        let wanted = try parameters.value("statementId", mustBe: "a UUID", UUID.init(canonical:))
        let voided = try parameters.value("voidedStatementId", mustBe: "a UUID", UUID.init(canonical:))
        let missing = Problem(.notFound, "not-found", "No such statement is stored here.")
        guard let id = wanted ?? voided else { throw missing }
        let (found, through) = try await store.consistentStatement(
            id, voided: voided != nil, of: caller.grants(.statementsRead) ? nil : authority(of: caller))
        guard let statement = found else { throw missing }
        let told = try await store.formatted(
            ServedStatements([statement.bytes]), as: form.format, languages: form.languages, version: form.version)
        return Told(
            ByteBuffer(bytes: told.bytes), keys: [statement.key], through: through,
            lastModified: HTTPDate.text(statement.stored))
    }

    private func page(
        _ parameters: QueryParameters, caller: Caller, form: Form, query: String
    ) async throws -> Told {
        var filter = try StatementFilter(parameters, version: form.version)
        if !caller.grants(.statementsRead) { filter.authority = authority(of: caller) }
        let (page, through) = try await store.consistentPage(filter)
        let statements = try await store.formatted(
            page.statements, as: form.format, languages: form.languages, version: form.version)
        var more: [UInt8] = []
        JSONWriter.append(string: (page.next.map { Self.more($0, of: query) } ?? "").utf8, to: &more)
        var body = ByteBuffer()
        body.reserveCapacity(statements.bytes.count + more.count + 32)
        body.writeStaticString(#"{"statements":["#)
        body.writeBytes(statements.bytes)
        body.writeStaticString(#"],"more":"#)
        body.writeBytes(more)
        body.writeStaticString("}")
        return Told(body, keys: page.keys, through: through)
    }

    /// The same query with another place to begin at: a relative IRL, which needs nobody's memory.
    private static func more(_ cursor: StatementCursor, of query: String) -> String {
        let others = query.split(separator: "&").filter { !$0.hasPrefix("cursor=") }
        return "/xapi/statements?" + (others + ["cursor=\(cursor.text)"]).joined(separator: "&")
    }
}

extension StatementFilter {
    /// The filter that a query asks for.
    fileprivate init(_ parameters: QueryParameters, version: XAPIVersion) throws {
        self.init()
        do {
            agents =
                try parameters["agent"].map { [try AgentIdentity.parse(query: Array($0.utf8), version: version)] } ?? []
        } catch let error as StatementRejection {
            throw Problem(.badRequest, "query", "agent: \(error.summary)")
        }
        relatedAgents = try parameters.flag("related_agents")
        verbs = try parameters.value("verb", mustBe: "an IRI") { IRI.isValid($0) ? [$0] : nil } ?? []
        activities = try parameters.value("activity", mustBe: "an IRI") { IRI.isValid($0) ? [$0] : nil } ?? []
        relatedActivities = try parameters.flag("related_activities")
        registrations =
            try parameters.value("registration", mustBe: "a UUID") { UUID(canonical: $0).map { [$0] } } ?? []
        since = try parameters.instant("since", version)
        until = try parameters.instant("until", version)
        limit =
            try parameters.value("limit", mustBe: "a whole number from 0 up") { Int($0).flatMap { $0 >= 0 ? $0 : nil } }
            ?? 0
        ascending = try parameters.flag("ascending")
        cursor = try parameters.value("cursor", mustBe: "a cursor of a more link", StatementCursor.init(text:))
    }
}

extension LibPQ.Timestamp {
    /// The moment that a query names.
    init?(query text: String, version: XAPIVersion) {
        guard let microseconds = XAPI.Timestamp.parse(query: text, version: version) else { return nil }
        self.init(microseconds: microseconds)
    }

    /// The moment that a query names where no version is spoken.
    init?(query text: String) { self.init(query: text, version: .v1_0_3) }
}

extension QueryParameters {
    /// A moment, by the rules of the request's version.
    func instant(_ name: String, _ version: XAPIVersion) throws -> LibPQ.Timestamp? {
        try value(name, mustBe: version == .v2_0 ? "an RFC 3339 timestamp" : "an ISO 8601 timestamp") {
            LibPQ.Timestamp(query: $0, version: version)
        }
    }
}
