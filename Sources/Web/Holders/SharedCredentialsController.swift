internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird

/// `/v/{token}`: a credential that its holder shows, verified at the moment.
struct SharedCredentialsController {
    let shares: ShareLinkStore
    let verification: Verification
    let files: CredentialFiles
    let pages: Pages

    func addRoutes(to router: RouterGroup<TesseraRequestContext>) {
        router.get("v/:token") { request, context in
            _ = try QueryParameters(request, known: [])
            return try await show(request, context, recipient: nil)
        }
        // Whether it is about the person who shows it: compared here, and kept nowhere.
        router.post("v/:token") { request, context in
            let form = try await SentForm(request, known: ["recipient"])
            return try await show(request, context, recipient: try form.text("recipient", upTo: 500))
        }
        router.get("v/:token/:file", use: file)
    }

    private func show(
        _ request: Request, _ context: TesseraRequestContext, recipient: String?
    ) async throws -> Response {
        let token = try Self.token(context)
        let shared = try await shares.open(token, isOpening: request.method == .get)
        guard case .shown(let id, let showsEvidence, let until, let name) = shared else { return try ended(shared) }
        let issued = try await files.issued(id, naming: name)
        let signed = issued.document ?? Array(issued.jwt.utf8)
        let report = try await verification.verify(signed, recipient: recipient)
        let path = "/v/\(token.text)"
        let page = try SharedCredentialPage(
            ReadableCredential(signed), issued: issued, report: report, url: files.baseURL + path, path: path,
            showsEvidence: showsEvidence, until: until, asked: recipient)
        return try pages.page("shared", page)
    }

    private func file(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try QueryParameters(request, known: [])
        let parts = try context.parameters.require("file").split(separator: ".", maxSplits: 1)
        guard parts.first == "credential", let file = parts.last.flatMap({ CredentialFile(rawValue: String($0)) })
        else {
            throw Problem(.notFound, "not-found", "There is no such file.")
        }
        let token = try Self.token(context)
        let shared = try await shares.open(token, isOpening: false)
        guard case .shown(let id, let showsEvidence, _, let name) = shared else { return try ended(shared) }
        return try await files.file(
            file, of: id, naming: name, link: "\(files.baseURL)/v/\(token.text)", showsEvidence: showsEvidence)
    }

    /// Says that a link shows nothing any more, and nothing of what it showed.
    private func ended(_ shared: SharedCredential?) throws -> Response {
        let reason: String
        switch shared {
        case .revoked: reason = "The person who made this link has taken it back."
        case .expired: reason = "The time for which this link was made is over."
        default: throw Self.unknown
        }
        return try pages.page("share-ended", ["reason": reason], status: .gone)
    }

    private static func token(_ context: TesseraRequestContext) throws -> LinkSecret {
        guard let token = LinkSecret(try context.parameters.require("token")) else { throw unknown }
        return token
    }

    private static let unknown = Problem(
        .notFound, "share-link",
        "There is no such link. Perhaps a part of it is missing: open it again from where you got it.")
}
