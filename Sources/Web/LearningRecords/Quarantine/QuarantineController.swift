internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import LibPQ
internal import Operations
internal import XAPI

/// `/api/quarantine`: requests whose statements were refused as invalid, of keys that keep them.
///
/// A key that stores statements has its own; an operator's key has all.
struct QuarantineController {
    private static let maximumEntries = 1000

    let quarantine: QuarantineStore
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("quarantine", use: list)
        group.get("quarantine/:id", use: show)
        group.post("quarantine/:id/resubmit", use: resubmit)
        group.delete("quarantine/:id", use: discard)
    }

    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let owner = try Self.owner(context, reading: true)
        let parameters = try QueryParameters(request, known: ["limit", "cursor"])
        let limit =
            try parameters.value("limit", mustBe: "a whole number from 1 to \(Self.maximumEntries)") { text in
                Int(text).flatMap { (1...Self.maximumEntries).contains($0) ? $0 : nil }
            } ?? 100
        let cursor = try parameters.value("cursor", mustBe: "a cursor of an answer", QuarantineCursor.init(text:))
        let entries = try await quarantine.entries(of: owner, after: cursor, limit: limit + 1)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "entries",
                array: { writer in
                    for entry in entries.prefix(limit) { writer.object { entry.writeMembers(to: &$0) } }
                })
            if entries.count > limit {
                writer.member("cursor", string: QuarantineCursor(after: entries[limit - 1]).text)
            }
        }
        return .json(writer.bytes)
    }

    private func show(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let owner = try Self.owner(context, reading: true)
        let entry = try await quarantine.entry(Self.id(context), of: owner)
        let statements = try await quarantine.statements(of: entry)
        let attachments = try await quarantine.attachments(of: entry)
        var writer = JSONWriter()
        writer.object { entry.writeMembers(to: &$0, statements: statements, attachments: attachments) }
        return .json(writer.bytes)
    }

    /// Sends a request again: without a body as it was, with one corrected.
    private func resubmit(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let owner = try Self.owner(context, reading: false)
        let id = try Self.id(context)
        let body = try await request.bytes(upTo: limits.statementBodyBytes)
        guard body.isEmpty || request.mediaType == "application/json" else {
            throw Problem(.unsupportedMediaType, "media-type", "Corrected statements come as application/json.")
        }
        let ids = try await quarantine.resubmit(
            id, body: body.isEmpty ? nil : body, of: owner, actor: context.requireCaller(.statementsWrite).actor)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "statements", array: { writer in for id in ids { writer.string(id.uuidString.lowercased()) } })
        }
        return .json(writer.bytes)
    }

    private func discard(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let owner = try Self.owner(context, reading: false)
        try await quarantine.discard(
            Self.id(context), of: owner, actor: context.requireCaller(.statementsWrite).actor)
        return Response(status: .noContent)
    }

    /// The key whose entries the request may reach; nil for those of every key.
    private static func owner(_ context: TesseraRequestContext, reading: Bool) throws -> UUID? {
        let caller =
            try reading
            ? context.requireCaller(.statementsWrite, .allRead) : context.requireCaller(.statementsWrite)
        if caller.grants(reading ? .allRead : .all), caller.partnerCode == nil { return nil }
        guard let key = caller.keyID else {
            throw Problem(.forbidden, "forbidden", "Only keys have a quarantine of their own; this token has none.")
        }
        return key
    }

    private static func id(_ context: TesseraRequestContext) throws -> UUID {
        let text = try context.parameters.require("id")
        guard let id = UUID(canonical: text) else {
            throw Problem(.badRequest, "query", "id: \"\(text.prefix(200))\" is not a UUID.")
        }
        return id
    }
}
