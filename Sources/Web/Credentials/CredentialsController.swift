internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// `/credentials/{uuid}`: one credential, as a page for people and as data for programs; `/credentials/status/{n}`: the
/// lists of what was revoked.
struct CredentialsController {
    let credentials: CredentialStore
    let verification: Verification
    let pages: Pages

    /// The media types of signed documents, the preferred first.
    private static let forms = ["application/vc", "application/vc+ld+json", "application/json", JWTSecuring.mediaType]

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get("credentials/:id", use: get)
        router.get("credentials/status/:list", use: statusList)
    }

    /// A status list: no cookies, no key, and a copy may be kept for an hour.
    private func statusList(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let number = try context.parameters.require("list")
        guard let list = Int32(number), let published = try await credentials.statusList(list) else {
            throw Problem(.notFound, "not-found", "There is no status list \"\(number.prefix(20))\".")
        }
        let seconds = Int(StatusListPublisher.timeToLive / .seconds(1))
        let headers: HTTPFields = [
            .vary: "Accept", .accessControlAllowOrigin: "*", .lastModified: HTTPDate.text(published.signedAt),
            .cacheControl: "public, max-age=\(seconds)",
        ]
        return try answer(request, document: published.document, jwt: published.jwt, headers: headers)
    }

    /// A signed document in the form that the client would like best.
    private func answer(
        _ request: Request, document: [UInt8], jwt: [UInt8], headers: HTTPFields
    ) throws -> Response {
        guard let type = Accept(request.headers[.accept]).best(of: Self.forms) else {
            throw Problem(.notAcceptable, "not-acceptable", "Served are: \(Self.forms.joined(separator: ", ")).")
        }
        var headers = headers
        headers[.contentType] = type
        return .json(type == JWTSecuring.mediaType ? jwt : document, headers: headers)
    }

    private func get(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let id = try context.parameters.require("id")
        guard let uuid = UUID(canonical: id), let issued = try await credentials.credential(uuid) else {
            throw Problem(.notFound, "not-found", "No credential has this id.")
        }
        let headers: HTTPFields = [
            .vary: "Accept", .accessControlAllowOrigin: "*", .lastModified: HTTPDate.text(issued.issuedAt),
        ]
        let jwt = Array(issued.jwt.utf8)
        let offered = ["text/html"] + Self.forms
        if Accept(request.headers[.accept]).best(of: offered) == "text/html" {
            let report = try await verification.verify(issued.document ?? jwt)
            return try pages.credential(
                id: uuid, issued: issued, report: report, base: verification.identity.baseURL, headers: headers)
        }
        // Where the proof is an envelope alone, the JSON form is that envelope: by itself it would prove nothing.
        let document = issued.document ?? EnvelopedCredential(jwt: issued.jwt).json
        return try answer(request, document: document, jwt: jwt, headers: headers)
    }
}
