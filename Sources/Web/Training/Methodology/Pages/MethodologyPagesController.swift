internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/methodology`: how pilots are evaluated, for people.
struct MethodologyPagesController {
    let keyed: KeyedPages

    func addRoutes(to router: Router<TesseraRequestContext>) {
        let group = keyed.group(of: router)
        group.get("methodology") { request, context in
            let caller = try keyed.reader(request, context)
            return try await page(request, caller, "published methodology") { try await $0.newest() }
        }
        group.get("methodology/:code/:version") { request, context in
            let caller = try keyed.reader(request, context)
            let code = try FrameworkWish.segment("code", context)
            let version = try FrameworkWish.segment("version", context)
            let what = "version \(version.prefix(200)) of a methodology \(code.prefix(200))"
            return try await page(request, caller, what) { try await $0.version(version, of: code) }
        }
    }

    private func page(
        _ request: Request, _ caller: Caller, _ what: String, _ read: (MethodologyStore) async throws -> [UInt8]?
    ) async throws -> Response {
        let methodologies = MethodologyStore(keyed.access.database(for: caller))
        let json = try await keyed.found(read(methodologies), what)
        let list = try await keyed.found(methodologies.methodologies(), "list")
        return try keyed.pages.page(
            "methodology", MethodologyPage(json, list: list, for: caller, path: request.uri.path))
    }
}
