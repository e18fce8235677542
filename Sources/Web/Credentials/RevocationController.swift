internal import Awarding
internal import FoundationEssentials
internal import Hummingbird
internal import JSON
internal import Operations

/// `POST /api/credentials/{id}/revocation`: takes a credential back for good.
struct RevocationController {
    let credentials: CredentialStore
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post("credentials/:id/revocation", use: revoke)
    }

    private func revoke(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.credentialsWrite)
        let text = try context.parameters.require("id")
        let unknown = Problem(
            .notFound, "not-found", "There is no credential \"\(text.prefix(50))\", or it is none of your pilots'.")
        guard let id = UUID(canonical: text) else { throw unknown }
        let reason = try Self.reason(in: await request.bytes(upTo: limits.bodyBytes))
        switch try await credentials.revoke(id, reason: reason, by: caller.name, partner: caller.partnerCode) {
        case .revoked: return Response(status: .noContent)
        case .hadBeenRevoked:
            throw Problem(.conflict, "revoked", "The credential had been revoked already; that stands as it is.")
        case .unknown: throw unknown
        }
    }

    private static func reason(in body: [UInt8]) throws -> String {
        let root: JSONValue
        do { root = try JSONDocument(parsing: body).root } catch {
            throw Problem(
                .badRequest, "json", "\(error.pointer): \(error.reason) (line \(error.line), column \(error.column))")
        }
        guard root.kind == .object, root.count == 1, let reason = root["reason"]?.string, !reason.isEmpty,
            reason.unicodeScalars.count <= 2000
        else {
            throw Problem(
                .badRequest, "revocation", "/reason must be a text of up to 2,000 characters, and the only member.")
        }
        return reason
    }
}
