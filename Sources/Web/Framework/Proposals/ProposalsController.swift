internal import Frameworks
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Operations

/// `/api/frameworks/{code}/{version}/proposals`: changing a draft of the framework by discussion.
///
/// Whatever a key does is done in the name of its partner; a key without one stands for the scheme itself.
struct ProposalsController {
    let proposals: ProposalStore
    let limits: RequestLimits

    private static let path = RouterPath("frameworks/:code/:version/proposals")
    private static let one = RouterPath("frameworks/:code/:version/proposals/:number")

    /// What needs no key.
    func addReading(to group: RouterGroup<TesseraRequestContext>) {
        group.get(Self.path, use: list)
        group.get(Self.one, use: show)
    }

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post(Self.path, use: make)
        group.post("frameworks/:code/:version/proposals/:number/comments", use: comment)
        group.put("frameworks/:code/:version/proposals/:number/endorsement") { request, context in
            try await endorse(context, true)
        }
        group.delete("frameworks/:code/:version/proposals/:number/endorsement") { request, context in
            try await endorse(context, false)
        }
        group.post("frameworks/:code/:version/proposals/:number/withdrawal", use: withdraw)
        group.post("frameworks/:code/:version/proposals/:number/decision", use: decide)
    }

    // MARK: - Reading

    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let parameters = try QueryParameters(request, known: ["status"])
        let statuses = ProposalStatus.allCases.map(\.rawValue).joined(separator: ", ")
        let status = try parameters.value("status", mustBe: "one of \(statuses)", ProposalStatus.init(rawValue:))
        let (code, version) = try Self.document(context)
        guard let json = try await proposals.list(code, version, status: status) else {
            throw Problem.noFramework(code, version)
        }
        return .json(json, headers: Self.published)
    }

    private func show(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try QueryParameters(request, known: [])
        let place = try Self.place(context)
        guard let json = try await proposals.proposal(at: place) else { throw Problem.noProposal(place) }
        return .json(json, headers: Self.published)
    }

    private static let published: HTTPFields = [.cacheControl: "no-cache", .accessControlAllowOrigin: "*"]

    // MARK: - Writing

    private func make(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.frameworkPropose, .frameworkWrite)
        let (code, version) = try Self.document(context)
        let body = try await body(request)
        let number = try await refusing {
            try await proposals.make(body, for: code, version, by: caller.partnerCode)
        }
        let segments = [code, version].map(PathSegment.encoded).joined(separator: "/")
        return Self.created(number, at: "/api/frameworks/\(segments)/proposals/\(number)")
    }

    private func comment(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.frameworkPropose, .frameworkWrite)
        let place = try Self.place(context)
        let body = try await body(request)
        let number = try await refusing { try await proposals.comment(body, on: place, by: caller.partnerCode) }
        return Self.created(number)
    }

    private func endorse(_ context: TesseraRequestContext, _ endorses: Bool) async throws -> Response {
        let caller = try context.requireCaller(.frameworkPropose)
        guard let partner = caller.partnerCode else {
            throw Problem(
                .forbidden, "forbidden", "Partners endorse proposals; this key is of no partner, it is the scheme's.")
        }
        let place = try Self.place(context)
        try await refusing { try await proposals.endorse(place, by: partner, endorses: endorses) }
        return Response(status: .noContent)
    }

    private func withdraw(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.frameworkPropose, .frameworkWrite)
        let place = try Self.place(context)
        let body = try await body(request)
        try await refusing { try await proposals.withdraw(place, reason: body, by: caller.partnerCode) }
        return Response(status: .noContent)
    }

    private func decide(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.frameworkWrite)
        let place = try Self.place(context)
        let body = try await body(request)
        try await refusing { try await proposals.decide(place, decision: body, by: caller.partnerCode) }
        return Response(status: .noContent)
    }

    // MARK: - What requests are made of

    private static func document(_ context: TesseraRequestContext) throws -> (code: String, version: String) {
        (try FrameworkWish.segment("code", context), try FrameworkWish.segment("version", context))
    }

    private static func place(_ context: TesseraRequestContext) throws -> ProposalStore.Place {
        let (code, version) = try document(context)
        return try ProposalStore.Place(code: code, version: version, number: number(context))
    }

    /// The number that the address names.
    static func number(_ context: TesseraRequestContext) throws -> Int64 {
        let text = try context.parameters.require("number")
        guard let number = Int64(text), number > 0, String(number) == text else {
            throw Problem(.notFound, "not-found", "\"\(text.prefix(200))\" is no number of a proposal.")
        }
        return number
    }

    /// The body, which is JSON.
    private func body(_ request: Request) async throws -> [UInt8] {
        try await request.json(upTo: limits.bodyBytes).bytes
    }

    private func refusing<Result>(_ body: () async throws -> Result) async throws -> Result {
        do { return try await body() } catch let refusal as ProposalRefusal { throw Problem(refusal) }
    }

    private static func created(_ number: Int32, at address: String? = nil) -> Response {
        var writer = JSONWriter()
        writer.object { $0.member("number", number: number) }
        var headers: HTTPFields = [:]
        headers[.location] = address
        return .json(writer.bytes, status: .created, headers: headers)
    }
}
