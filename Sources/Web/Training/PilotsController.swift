internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/api/pilots`: defining pilots and who is enrolled in them.
struct PilotsController {
    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.put("pilots/:code", use: put)
    }

    /// Defines a pilot, or brings its definition up to date; sending the same again changes nothing.
    private func put(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.pilotsWrite)
        guard request.mediaType == "application/json" else {
            throw Problem(.unsupportedMediaType, "media-type", "A pilot comes as application/json.")
        }
        let code = try context.parameters.require("code")
        let body = try await request.bytes(upTo: limits.bodyBytes)
        let document: JSONDocument
        do { document = try JSONDocument(parsing: body) } catch {
            throw Problem(
                .badRequest, "json", "\(error.pointer): \(error.reason) (line \(error.line), column \(error.column))")
        }
        guard document.root["code"]?.string == code else {
            throw Problem(.badRequest, "pilot", "code: it must be the one in the URL, \"\(code)\".")
        }
        // A partner's key defines that partner's pilots only.
        if let partner = caller.partnerCode {
            let partners = document.root["partners"]?.elements.map { $0["code"]?.string } ?? []
            guard partners.contains(partner) else {
                throw Problem(
                    .forbidden, "forbidden", "partners: this key defines pilots of the partner \(partner) only.")
            }
        }
        try await PilotStore(access.database(for: caller)).define(body)
        return Response(status: .noContent)
    }
}
