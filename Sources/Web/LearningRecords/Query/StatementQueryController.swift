internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import LibPQ
internal import Operations
internal import XAPI

/// `POST /api/statements/query`: what `GET /xapi/statements` answers, for more than a URL can ask.
struct StatementQueryController {
    let resource: StatementsController

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post("statements/query", use: post)
    }

    /// What is answered.
    private struct Answer {
        var statements: ServedStatements?
        var missing: [UUID] = []
        var next: StatementCursor?
        var count: Int?
    }

    private func post(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.statementsRead, .statementsReadMine)
        _ = try QueryParameters(request, known: [])
        let query = try await StatementQuery(request, upTo: resource.limits.bodyBytes)
        let authority = caller.grants(.statementsRead) ? nil : resource.authority(of: caller)
        // Asked first: what is committed in between is only more than is promised.
        let through = try await resource.store.consistentThrough()
        var answer = try await answer(query, of: authority)
        if let statements = answer.statements {
            answer.statements = try await resource.store.formatted(
                statements, as: query.format, languages: LanguagePreference(header: request.headers[.acceptLanguage]))
        }
        return .json(Self.body(answer, consistentThrough: XAPI.Timestamp.text(through.microseconds)))
    }

    private func answer(_ query: StatementQuery, of authority: Authority?) async throws -> Answer {
        let store = resource.store
        if let ids = query.ids {
            let found = try await store.statements(ids, of: authority)
            return Answer(
                statements: ServedStatements(found.compactMap(\.self)),
                missing: zip(ids, found).filter { $0.1 == nil }.map(\.0))
        }
        var filter = query.filter
        filter.authority = authority
        switch (query.tells, query.counts) {
        case (true, true):
            let (page, count) = try await store.countedPage(filter)
            return Answer(statements: page.statements, next: page.next, count: count)
        case (false, true):
            return Answer(count: try await store.count(filter))
        default:
            let page = try await store.page(filter)
            return Answer(statements: page.statements, next: page.next)
        }
    }

    private static func body(_ answer: Answer, consistentThrough: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            if let statements = answer.statements {
                writer.member("statements", array: { writer in for bytes in statements { writer.raw(bytes) } })
            }
            if !answer.missing.isEmpty {
                writer.member(
                    "missing",
                    array: { writer in for id in answer.missing { writer.string(id.uuidString.lowercased()) } })
            }
            writer.member("cursor", stringIfPresent: answer.next?.text)
            if let count = answer.count { writer.member("count", number: count) }
            writer.member("consistentThrough", string: consistentThrough)
        }
        return writer.bytes
    }
}
