internal import Awarding
internal import Hummingbird
internal import Operations

/// `POST /api/holders/erasure`: removes what a person left as the holder of credentials.
struct HolderErasureController {
    let eraser: HolderEraser
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post("holders/erasure", use: forget)
    }

    private func forget(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.credentialsWrite)
        _ = try QueryParameters(request, known: [])
        // The person's links may be another partner's, too.
        guard caller.partnerCode == nil else {
            throw Problem(
                .forbidden, "partner", "A partner's key forgets nobody: what people hold is not one partner's.")
        }
        let person = try await request.definition(upTo: limits.bodyBytes)
        return .json(try await eraser.forget(person, by: caller.name), headers: [.cacheControl: "no-store"])
    }
}
