internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// `/credentials/{uuid}`: one credential, as a page for people and as data for programs.
struct CredentialsController {
    let credentials: CredentialStore
    let verification: Verification
    let pages: Pages

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get("credentials/:id", use: get)
    }

    private func get(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let id = try context.parameters.require("id")
        guard let uuid = UUID(canonical: id), let issued = try await credentials.credential(uuid) else {
            throw Problem(.notFound, "not-found", "No credential has this id.")
        }
        var headers: HTTPFields = [
            .vary: "Accept", .accessControlAllowOrigin: "*", .lastModified: HTTPDate.text(issued.issuedAt),
        ]
        let offered = [
            "text/html", JWTSecuring.mediaType, "application/vc", "application/vc+ld+json", "application/json",
        ]
        guard let type = Accept(request.headers[.accept]).best(of: offered) else {
            throw Problem(.notAcceptable, "not-acceptable", "Served are: \(offered.joined(separator: ", ")).")
        }
        switch type {
        case JWTSecuring.mediaType:
            headers[.contentType] = type
            return .json(Array(issued.jwt.utf8), headers: headers)
        case "text/html":
            let report = try await verification.verify(Array(issued.jwt.utf8))
            return try pages.credential(
                id: uuid, issued: issued, report: report, base: verification.identity.baseURL, headers: headers)
        default:
            // The proof is the envelope, so that the JSON form is the envelope too: by itself it would prove nothing.
            headers[.contentType] = type
            return .json(EnvelopedCredential(jwt: issued.jwt).json, headers: headers)
        }
    }
}
