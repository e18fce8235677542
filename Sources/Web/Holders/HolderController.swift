internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// `/holder`: what a person holds, and whom they show it to.
struct HolderController {
    let access: HolderAccess
    let shares: ShareLinkStore
    let files: CredentialFiles
    let pages: Pages
    let baseURL: String

    func addRoutes(to router: RouterGroup<TesseraRequestContext>) {
        router.get("holder", use: show)
        router.post("holder/sign-out", use: signOut)
        router.post("holder/credentials/:id/links", use: share)
        router.post("holder/credentials/:id/certificate", use: certificate)
        router.post("holder/credentials/:id/named", use: named)
        router.post("holder/links/:id/revocation", use: revoke)
        router.post("holder/links/:id/name-removal", use: removeName)
    }

    private func show(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try QueryParameters(request, known: [])
        guard let holder = try await access.holder(of: request) else { return try stranger(request) }
        let json = try JSONDocument(parsing: try await access.holders.credentials(of: holder)).root
        return try pages.page("holder", HolderPage(json, of: holder, baseURL: baseURL))
    }

    /// Says how to be let in: by a page to people, by a problem to programs.
    private func stranger(_ request: Request) throws -> Response {
        guard Accept(request.headers[.accept]).best(of: ["application/json", "text/html"]) == "text/html" else {
            throw HolderAccess.refusal
        }
        return try pages.page(
            "no-holder", [String: String](), status: HolderAccess.refusal.status, headers: HolderAccess.refusal.headers)
    }

    private func signOut(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        try access.requireOwnForm(request)
        if let session = access.session(of: request) { try await access.holders.close(session) }
        return try pages.page("signed-out", [String: String](), headers: [.setCookie: access.clearCookie])
    }

    /// Makes a link, and shows it this once.
    private func share(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let (holder, form) = try await change(request, known: ["label", "days", "evidence", "name"])
        let id = try Self.id(context, "credential")
        let wish = try Self.wish(form)
        guard try await access.holders.holds(id, holder) else { throw Self.unknown("credential") }
        guard let token = try await shares.make(wish, of: id, by: holder) else {
            throw Problem(
                .conflict, "too-many-links",
                "There are \(ShareLinkStore.maximumLinks) links to this credential already; take some back first.")
        }
        let made = try await SharedLinkPage(token, of: files.readable(id), wish: wish, baseURL: baseURL)
        return try pages.page("share-made", made, status: .created)
    }

    private func revoke(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let (holder, _) = try await change(request, known: [])
        guard try await shares.revoke(try Self.id(context, "link"), by: holder) else { throw Self.unknown("link") }
        return Response(status: .seeOther, headers: [.location: "/holder"])
    }

    private func removeName(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let (holder, _) = try await change(request, known: [])
        guard try await shares.removeName(from: try Self.id(context, "link"), by: holder) else {
            throw Self.unknown("link")
        }
        return Response(status: .seeOther, headers: [.location: "/holder"])
    }

    /// The credential with the name that the holder gives in it, signed now; it is kept nowhere.
    private func named(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let (holder, form) = try await change(request, known: ["name", "form"])
        let id = try Self.id(context, "credential")
        guard try await access.holders.holds(id, holder) else { throw Self.unknown("credential") }
        guard let name = try form.name("name") else {
            throw Problem(.badRequest, "form", "name must be given: the credential without it is there already.")
        }
        let forms = CredentialFile.allCases.map(\.rawValue).joined(separator: ", ")
        guard let file = CredentialFile(rawValue: form["form"] ?? "json") else {
            throw Problem(.badRequest, "form", "form must be one of \(forms).")
        }
        return try await files.file(file, of: id, naming: name)
    }

    /// The certificate on paper, with the name that the holder gives; the name is kept nowhere.
    private func certificate(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let (holder, form) = try await change(request, known: ["name"])
        let id = try Self.id(context, "credential")
        guard try await access.holders.holds(id, holder) else { throw Self.unknown("credential") }
        let name = try form.text("name", upTo: 100)
        return try await files.certificate(id, name: name, link: "\(baseURL)/credentials/\(id.uuidString.lowercased())")
    }

    /// Who changes something by a form of ours, and what the form says.
    private func change(_ request: Request, known: Set<String>) async throws -> (Holder, SentForm) {
        try access.requireOwnForm(request)
        let holder = try await access.requireHolder(of: request)
        return (holder, try await SentForm(request, known: known))
    }

    private static func wish(_ form: SentForm) throws -> ShareWish {
        let days: Int?
        switch form["days"] {
        case nil, "": days = nil
        case let text?:
            guard let number = Int(text), (1...3660).contains(number) else {
                throw Problem(.badRequest, "form", "days must be a whole number from 1 to 3660.")
            }
            days = number
        }
        return ShareWish(
            label: try form.text("label", upTo: 100), days: days, showsEvidence: form["evidence"] == "yes",
            name: try form.name("name"))
    }

    private static func id(_ context: TesseraRequestContext, _ what: String) throws -> UUID {
        guard let id = UUID(canonical: try context.parameters.require("id")) else { throw unknown(what) }
        return id
    }

    private static func unknown(_ what: String) -> Problem {
        Problem(.notFound, "not-found", "You have no such \(what).")
    }
}
