internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/api/pilots/{code}/findings`: what the evaluation of a pilot found, and what is proposed about it.
struct FindingsController {
    private static let list = RouterPath("pilots/:code/findings")
    private static let one = RouterPath("pilots/:code/findings/:number")

    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get(Self.list, use: list)
        group.post(Self.list, use: note)
        group.get(Self.one) { request, context -> Response in
            let findings = FindingStore(access.database(for: try context.requireCaller(.trainingRead)))
            _ = try QueryParameters(request, known: [])
            let (pilot, number) = try Self.place(context)
            return try await .found(findings.finding(number, of: pilot), "finding \(number) of the pilot \(pilot)")
        }
        group.post("pilots/:code/findings/:number/rejection", use: reject)
        group.post("pilots/:code/findings/:number/actions", use: propose)
    }

    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let findings = FindingStore(access.database(for: try context.requireCaller(.trainingRead)))
        let lacking = try QueryParameters(request, known: ["lacking"]).flag("lacking")
        let pilot = try context.parameters.require("code")
        return try await .found(findings.findings(of: pilot, lacking: lacking), "pilot \(pilot)")
    }

    private func note(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let (caller, findings) = try writer(request, context)
        let pilot = try context.parameters.require("code")
        let body = try await request.definition(upTo: limits.bodyBytes)
        let number = try await findings.note(body, of: pilot, by: caller.name)
        return .created("number", number, at: "/api/pilots/\(PathSegment.encoded(pilot))/findings/\(number)")
    }

    private func reject(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let (caller, findings) = try writer(request, context)
        let (pilot, number) = try Self.place(context)
        let body = try await request.definition(upTo: limits.bodyBytes)
        try await findings.reject(number, of: pilot, body, by: caller.name)
        return Response(status: .noContent)
    }

    private func propose(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let (caller, findings) = try writer(request, context)
        let (pilot, number) = try Self.place(context)
        let body = try await request.definition(upTo: limits.bodyBytes)
        let action = try await findings.propose(body, about: number, of: pilot, by: caller.name)
        return .created("id", action, at: "/api/actions/\(action)")
    }

    /// Who changes something, if it may, and the findings that it may see.
    private func writer(_ request: Request, _ context: TesseraRequestContext) throws -> (Caller, FindingStore) {
        let caller = try context.requireCaller(.pilotsWrite)
        _ = try QueryParameters(request, known: [])
        return (caller, FindingStore(access.database(for: caller)))
    }

    private static func place(_ context: TesseraRequestContext) throws -> (pilot: String, number: Int64) {
        (try context.parameters.require("code"), try context.number("number", of: "a finding"))
    }
}

extension TesseraRequestContext {
    /// A number that the address names.
    func number(_ name: String, of what: String) throws -> Int64 {
        let text = try parameters.require(name)
        guard let number = Int64(text), number > 0, String(number) == text else {
            throw Problem(.notFound, "not-found", "\"\(text.prefix(200))\" is no number of \(what).")
        }
        return number
    }
}

extension Response {
    /// Something new, by the number that names it and its address.
    static func created(_ member: String, _ number: some BinaryInteger, at address: String) -> Response {
        var writer = JSONWriter()
        writer.object { $0.member(member, number: number) }
        return .json(writer.bytes, status: .created, headers: [.location: address])
    }
}
