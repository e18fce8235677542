internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/pilots`, `/curricula` and `/partners`: what partners have in the scheme, for people.
///
/// Browsers ask for the name and secret of a key by themselves; what it may read is what its pages show.
struct TrainingPagesController {
    let keyed: KeyedPages

    private var access: TrainingAccess { keyed.access }
    private var pages: Pages { keyed.pages }

    func addRoutes(to router: Router<TesseraRequestContext>) {
        let group = keyed.group(of: router)
        group.get("pilots") { request, context in
            let caller = try keyed.reader(request, context)
            let json = try await found(reader(caller).overview(), "list")
            return try pages.page("pilots", PilotList(json, for: caller, path: request.uri.path))
        }
        group.get("pilots/:code", use: pilot)
        group.get("curricula/:code", use: newest)
        group.get("curricula/:code/:version", use: curriculum)
        group.get("partners/:code") { request, context in
            let caller = try keyed.reader(request, context)
            let code = try FrameworkWish.segment("code", context)
            let json = try await found(reader(caller).partner(code), "page of a partner \(code.prefix(200))")
            return try pages.page("partner", PartnerPage(json, for: caller, path: request.uri.path))
        }
    }

    private func pilot(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try keyed.reader(request, context)
        let code = try FrameworkWish.segment("code", context)
        let json = try await found(reader(caller).pilot(code), "pilot \(code.prefix(200))")
        var coverage: JSONValue?
        if let curriculum = json["curriculum"]?["code"]?.string, let version = json["curriculum"]?["version"]?.string {
            coverage = try await self.coverage(curriculum, version, for: caller)
        }
        return try pages.page("pilot", PilotPage(json, coverage: coverage, for: caller, path: request.uri.path))
    }

    /// Leads to the version that was published last, or where none was, to the last draft.
    private func newest(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try keyed.reader(request, context)
        let code = try FrameworkWish.segment("code", context)
        let curricula = CurriculumStore(access.database(for: caller))
        let json = try await found(curricula.curriculum(code), "curriculum \(code.prefix(200))")
        let versions = json.entries("versions")
        let newest = versions.last(where: { $0.said("state") == "published" }) ?? versions.last
        guard let version = newest?["version"]?.string else {
            throw Problem(.notFound, "not-found", "The curriculum \(code.prefix(200)) has no version yet.")
        }
        return Response(status: .found, headers: [.location: TrainingLinks.curriculum(code, version)])
    }

    private func curriculum(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try keyed.reader(request, context)
        let code = try FrameworkWish.segment("code", context)
        let version = try FrameworkWish.segment("version", context)
        let what = "version \(version.prefix(200)) of curriculum \(code.prefix(200))"
        let json = try await found(reader(caller).curriculum(code, version), what)
        let coverage = try await self.coverage(code, version, for: caller)
        return try pages.page(
            "curriculum", CurriculumPage(json, coverage: coverage, for: caller, path: request.uri.path))
    }

    private func coverage(_ code: String, _ version: String, for caller: Caller) async throws -> JSONValue? {
        let document = try await CurriculumStore(access.database(for: caller)).coverage(of: version, of: code)
        return try document.map { try JSONDocument(parsing: $0).root }
    }

    private func reader(_ caller: Caller) -> TrainingReader { TrainingReader(access.database(for: caller)) }

    private func found(_ document: [UInt8]?, _ what: String) throws -> JSONValue { try keyed.found(document, what) }
}
