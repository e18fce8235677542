internal import FoundationEssentials
internal import Frameworks
internal import HTTPTypes
internal import Hummingbird

/// `/framework`: the competence framework for people, in the language that they read.
///
/// No key is needed.
struct FrameworkController {
    let reader: FrameworkReader
    let proposals: ProposalStore
    let frameworks: PublishedFrameworks
    let pages: Pages

    func addRoutes(to router: Router<TesseraRequestContext>) {
        let group = router.group("framework").add(middleware: ProblemPages(pages: pages))
        group.get(use: home)
        // A framework whose code is `items` would have no pages of its own.
        group.get("items/:item", use: item)
        addTemplates(to: group)
        group.get(":code", use: newest)
        group.get(":code/:version") { request, context in
            if let file = try await file(request, context) { return file }
            let wish = try FrameworkWish(request, context)
            let content = try await content(of: wish, levels: .none)
            return try page("framework", FrameworkOverview(content, wish.links, path: wish.path), for: request)
        }
        group.get(":code/:version/areas/:item") { request, context in
            let wish = try FrameworkWish(request, context)
            let content = try await content(of: wish, levels: .of(wish.item))
            let area = FrameworkArea(content, wish.links, code: wish.item, path: wish.path)
            return try page("framework-area", known(area, .area, wish), for: request)
        }
        group.get(":code/:version/competences/:item") { request, context in
            let wish = try FrameworkWish(request, context)
            let content = try await content(of: wish, levels: .of(wish.item))
            let competence = FrameworkCompetence(content, wish.links, code: wish.item, path: wish.path)
            return try page("framework-competence", known(competence, .competence, wish), for: request)
        }
        group.get(":code/:version/profiles/:item") { request, context in
            let wish = try FrameworkWish(request, context)
            let content = try await content(of: wish, levels: .all)
            let profile = FrameworkProfile(content, wish.links, code: wish.item, path: wish.path)
            return try page("framework-profile", known(profile, .profile, wish), for: request)
        }
        group.get(":code/:version/print") { request, context in
            let wish = try FrameworkWish(request, context)
            let content = try await content(of: wish, levels: .all)
            return try page("framework-print", FrameworkBook(content, wish.links, path: wish.path), for: request)
        }
        group.get(":code/:version/search", use: search)
        group.get(":code/:version/compare", use: compare)
        group.get(":code/:version/changes", use: changes)
        addProposals(to: group)
    }

    // MARK: - Pages

    /// All frameworks, and the newest of them.
    private func home(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let wanted = try FrameworkWish(request, code: "", version: "")
        let documents = try await reader.documents(languages: wanted.languages)
        guard let newest = documents.first else {
            throw Problem(.notFound, "not-found", "No framework is published here yet.")
        }
        let wish = try FrameworkWish(request, code: newest.code, version: newest.version)
        let content = try await content(of: wish, levels: .none)
        let overview = FrameworkOverview(content, wish.links, path: wish.path, documents: documents)
        return try page("framework", overview, for: request)
    }

    private func search(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let wish = try FrameworkWish(request, context, known: ["q"])
        let text = wish.text("q")
        guard text.count <= FrameworkSearch.maximumLength else {
            throw Problem(
                .badRequest, "query", "q: is longer than \(FrameworkSearch.maximumLength) characters.")
        }
        let content = try await content(of: wish, levels: .all)
        let search = FrameworkSearch(content, wish.links, text: text, path: wish.path)
        return try page("framework-search", search, for: request)
    }

    private func compare(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let wish = try FrameworkWish(request, context, known: ["profiles"])
        let content = try await content(of: wish, levels: .none)
        let chosen = wish.list("profiles")
        if let unknown = chosen.first(where: { content.item(.profile, $0) == nil }) {
            throw Problem(
                .badRequest, "query",
                "profiles: \"\(unknown.prefix(200))\" is no profile of \(wish.code) \(wish.version). There are "
                    + content.items(.profile).map(\.code).joined(separator: ", ") + ".")
        }
        guard chosen.count <= FrameworkComparison.maximum else {
            throw Problem(
                .badRequest, "query",
                "profiles: \(chosen.count) are too many; at most \(FrameworkComparison.maximum) can be compared.")
        }
        let comparison = FrameworkComparison(content, wish.links, chosen: chosen, path: wish.path)
        return try page("framework-compare", comparison, for: request)
    }

    private func changes(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let wish = try FrameworkWish(request, context, known: ["from"])
        let content = try await content(of: wish, levels: .none)
        let document = content.document
        // Unasked, with what it was made from, or else the version that is listed after it.
        let older = document.versions.drop { $0 != document.version }.dropFirst().first
        let base =
            wish.list("from").first ?? document.derivedFrom ?? older
            ?? document.versions.first { $0 != document.version }
        var changes: FrameworkChanges?
        if let base {
            changes = try await reader.changes(wish.code, from: base, to: wish.version)
            if changes == nil {
                throw Problem(
                    .notFound, "not-found", "from: framework \(wish.code) has no version \"\(base.prefix(200))\" here.")
            }
        }
        let versions = FrameworkVersions(content, wish.links, base: base, changes: changes, path: wish.path)
        return try page("framework-changes", versions, for: request)
    }

    // MARK: - Ways to pages

    /// From a framework's code to its newest version.
    private func newest(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let code = try FrameworkWish.segment("code", context)
        let wish = try FrameworkWish(request, code: code, version: "")
        guard let document = try await reader.documents().first(where: { $0.code == code }) else {
            throw Problem(.notFound, "not-found", "There is no framework \"\(code.prefix(200))\" here.")
        }
        return Self.redirect(to: wish.links.version(document.version))
    }

    /// From an item's identifier to its page.
    private func item(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let text = try context.parameters.require("item")
        guard let identifier = UUID(uuidString: text), let place = try await reader.place(of: identifier) else {
            throw Problem(.notFound, "not-found", "No item of a framework has the identifier \"\(text.prefix(200))\".")
        }
        let wish = try FrameworkWish(request, code: place.code, version: place.version)
        return Self.redirect(to: wish.links.item(place.kind, place.item, parent: place.parent))
    }

    private static func redirect(to address: String) -> Response {
        Response(status: .found, headers: [.location: address, .cacheControl: "public, max-age=300"])
    }

    // MARK: - What they are made of

    func content(of wish: FrameworkWish, levels: FrameworkReader.Levels) async throws -> FrameworkContent {
        guard
            let content = try await reader.content(
                wish.code, wish.version, languages: wish.languages, levels: levels)
        else {
            throw Problem.noFramework(wish.code, wish.version)
        }
        return content
    }

    private func known<Model>(_ model: Model?, _ kind: FrameworkContent.Kind, _ wish: FrameworkWish) throws -> Model {
        guard let model else {
            throw Problem(
                .notFound, "not-found",
                "Framework \(wish.code) \(wish.version) has no \(kind.rawValue) \"\(wish.item.prefix(200))\".")
        }
        return model
    }

    func page(_ template: String, _ model: Any, for request: Request) throws -> Response {
        guard Accept(request.headers[.accept]).best(of: ["text/html"]) != nil else {
            throw Problem(.notAcceptable, "not-acceptable", "Served is: text/html.")
        }
        return try pages.cached(pages.html(template, model), for: request, vary: "Accept, Accept-Language")
    }
}
