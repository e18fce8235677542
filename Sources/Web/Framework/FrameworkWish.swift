internal import HTTPTypes
internal import Hummingbird

/// Which page of which framework a reader would like, in which language.
struct FrameworkWish {
    let code: String
    let version: String
    /// The code of an item; empty where the page is not of one.
    let item: String
    /// The request's path.
    let path: String
    /// BCP 47 tags, the favourite first.
    let languages: [String]
    /// Where the pages of the framework are, in the language of the address.
    let links: FrameworkLinks
    private let pairs: [(name: String, value: String)]

    /// The wish behind the address `/framework/{code}/{version}…`.
    init(_ request: Request, _ context: TesseraRequestContext, known: Set<String> = []) throws {
        try self.init(
            request, code: Self.segment("code", context), version: Self.segment("version", context),
            item: context.parameters.get("item") == nil ? "" : Self.segment("item", context), known: known)
    }

    /// A wish for a framework that the address does not name.
    init(_ request: Request, code: String, version: String, item: String = "", known: Set<String> = []) throws {
        pairs = try QueryParameters.pairs(of: (request.uri.query ?? "")[...])
        let known = known.union(["lang"])
        if let pair = pairs.first(where: { !known.contains($0.name) }) {
            throw Problem(
                .badRequest, "query",
                "\(pair.name): no such parameter here. Known: \(known.sorted().joined(separator: ", ")).")
        }
        let asked = pairs.last { $0.name == "lang" && !$0.value.isEmpty }?.value
        if let asked, !AcceptLanguage.isTag(asked) {
            throw Problem(
                .badRequest, "query",
                "lang: \"\(asked.prefix(200))\" is no tag of a language, such as fr or de-AT (BCP 47).")
        }
        self.code = code
        self.version = version
        self.item = item
        path = request.uri.path
        languages = asked.map(AcceptLanguage.lookup) ?? AcceptLanguage(request.headers[.acceptLanguage]).tags
        links = FrameworkLinks(code: code, version: version, language: asked)
    }

    /// A parameter's values: one after the other, or several in one with commas between.
    func list(_ name: String) -> [String] {
        var seen: Set<String> = []
        return pairs.filter { $0.name == name }.flatMap { $0.value.split(separator: ",").map(String.init) }
            .filter { seen.insert($0).inserted }
    }

    /// A parameter's value; empty when it is not given.
    func text(_ name: String) -> String { pairs.last { $0.name == name }?.value ?? "" }

    /// A part of the path, as the text that it stands for.
    static func segment(_ name: String, _ context: TesseraRequestContext) throws -> String {
        let text = try context.parameters.require(name)
        guard let segment = PathSegment.decoded(text), !segment.unicodeScalars.contains("\0") else {
            throw Problem(.badRequest, "path", "\(text.prefix(200)): this is not percent-encoded UTF-8.")
        }
        return segment
    }
}
