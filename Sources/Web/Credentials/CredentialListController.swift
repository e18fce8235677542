internal import Awarding
internal import FoundationEssentials
internal import Hummingbird
internal import JSON
internal import Operations

/// `GET /api/credentials?pilot=CODE`: the credentials of a pilot, for the partners that run it.
struct CredentialListController {
    let credentials: CredentialStore
    let identity: IssuerIdentity

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("credentials", use: list)
    }

    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.allRead)
        let parameters = try QueryParameters(request, known: ["pilot"])
        guard let pilot = parameters["pilot"] else {
            throw Problem(.badRequest, "query", "pilot: missing; name a pilot by its code.")
        }
        // In this order: what is listed then lacks nothing that was stored before.
        let isSettled = try await credentials.isSettled()
        let listed = try await credentials.credentials(ofPilot: pilot, partner: caller.partnerCode)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "credentials",
                array: { writer in
                    for credential in listed { write(credential, to: &writer) }
                })
            writer.member("settled", boolean: isSettled)
        }
        return .json(writer.bytes)
    }

    private func write(_ credential: ListedCredential, to writer: inout JSONWriter) {
        let id = credential.id.uuidString.lowercased()
        writer.object { writer in
            writer.member("id", string: id)
            writer.member("url", string: "\(identity.baseURL)/credentials/\(id)")
            writer.member("competence", string: credential.competence)
            writer.member("level", number: credential.level)
            writer.member("issuedAt", string: credential.issuedAt.formatted(.iso8601))
        }
    }
}
