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
    let files: CredentialFiles
    let pages: Pages

    /// The forms that are drawn, which clients ask for by media type, or by the end of the address.
    private static let drawn: [CredentialFile] = [.png, .svg, .pdf]

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
        let type = try SignedForms.best(for: request)
        var headers = headers
        headers[.contentType] = type
        return .json(type == JWTSecuring.mediaType ? jwt : document, headers: headers)
    }

    private func get(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let text = try context.parameters.require("id")
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let unknown = Problem(.notFound, "not-found", "No credential has this id.")
        guard let id = parts.first, let uuid = UUID(canonical: String(id)) else { throw unknown }
        if parts.count == 2 {
            guard let file = CredentialFile(rawValue: String(parts[1])) else { throw unknown }
            return try await Self.open(files.file(file, of: uuid))
        }
        guard let issued = try await credentials.credential(uuid) else { throw unknown }
        let headers: HTTPFields = [
            .vary: "Accept", .accessControlAllowOrigin: "*", .lastModified: HTTPDate.text(issued.issuedAt),
        ]
        let jwt = Array(issued.jwt.utf8)
        let offered = ["text/html"] + SignedForms.all + Self.drawn.map(\.mediaType)
        let best = Accept(request.headers[.accept]).best(of: offered)
        if let file = Self.drawn.first(where: { $0.mediaType == best }) {
            var response = try await Self.open(files.file(file, of: uuid))
            response.headers[.vary] = "Accept"
            return response
        }
        if best == "text/html" {
            let report = try await verification.verify(issued.document ?? jwt)
            return try pages.credential(
                id: uuid, issued: issued, report: report, base: verification.identity.baseURL, headers: headers)
        }
        // Where the proof is an envelope alone, the JSON form is that envelope: by itself it would prove nothing.
        let document = issued.document ?? EnvelopedCredential(jwt: issued.jwt).json
        return try answer(request, document: document, jwt: jwt, headers: headers)
    }

    /// A file that pages and verifiers of any origin may fetch.
    private static func open(_ response: Response) -> Response {
        var response = response
        response.headers[.accessControlAllowOrigin] = "*"
        return response
    }
}
