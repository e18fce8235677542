internal import CompetenceFramework
internal import Frameworks
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Operations

/// `/api/frameworks`: frameworks in as files, their versions, and what differs between these.
struct FrameworksController {
    let exchange: FrameworkExchange
    let reader: FrameworkReader
    let limits: RequestLimits

    private static let published: HTTPFields = [.cacheControl: "no-cache", .accessControlAllowOrigin: "*"]
    /// What depends on the languages that the reader would like.
    private static let spoken: HTTPFields = [
        .cacheControl: "no-cache", .accessControlAllowOrigin: "*", .vary: "Accept-Language",
    ]

    /// What needs no key.
    func addReading(to group: RouterGroup<TesseraRequestContext>) {
        group.get("frameworks", use: list)
        group.get("frameworks/:code/:version", use: show)
        group.get("frameworks/:code/:version/difference", use: difference)
    }

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.post("frameworks", use: take)
        group.post("frameworks/:code/:version/derivations", use: derive)
        group.put("frameworks/:code/:version/status", use: setStatus)
    }

    // MARK: - Reading

    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let wish = try FrameworkWish(request, code: "", version: "")
        let documents = try await reader.documents(languages: wish.languages)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("frameworks", array: { writer in for document in documents { document.write(to: &writer) } })
        }
        return .json(writer.bytes, headers: Self.spoken)
    }

    /// A version in the language that fits the reader best; what is not translated is in the document's language.
    private func show(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let wish = try FrameworkWish(request, context)
        guard let json = try await reader.json(wish.code, wish.version, languages: wish.languages) else {
            throw Problem.noFramework(wish.code, wish.version)
        }
        return .json(json, headers: Self.spoken)
    }

    private func difference(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let parameters = try QueryParameters(request, known: ["from"])
        let (code, version) = try Self.document(context)
        guard let old = try parameters.value("from", mustBe: "a version of the framework", { $0 }) else {
            throw Problem(.badRequest, "query", "from: which version to compare with is missing.")
        }
        let new = try await published(code, version)
        let difference = new.difference(from: try await published(code, old))
        return .json(difference.json(), headers: Self.published)
    }

    /// A version that anybody may see.
    private func published(_ code: String, _ version: String) async throws -> CFPackage {
        guard let package = try await exchange.package(code, version),
            package.document.adoptionStatus != AdoptionStatus.privateDraft.rawValue
        else { throw Problem.noFramework(code, version) }
        return package
    }

    // MARK: - Writing

    private func take(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try context.requireCaller(.frameworkWrite)
        let parameters = try QueryParameters(
            request, known: ["dryRun", "force", "code", "version", "title", "creator", "derive"])
        let isTrial = try parameters.flag("dryRun")
        let isForced = try parameters.flag("force")
        func text(_ name: String) throws -> String? {
            try parameters.value(name, mustBe: "a text of up to 500 characters") {
                $0.isEmpty || $0.count > 500 ? nil : $0
            }
        }
        guard let format = request.mediaType.flatMap(FrameworkFile.Format.init(mediaType:)) else {
            let types = FrameworkFile.Format.allCases.map(\.mediaType).joined(separator: ", ")
            throw Problem(.unsupportedMediaType, "media-type", "A framework comes as one of \(types).")
        }
        let file = FrameworkFile(
            bytes: try await request.bytes(upTo: limits.bodyBytes), format: format, code: try text("code"),
            version: try text("version"), title: try text("title"), creator: try text("creator"))
        let reading = try await exchange.read(file)
        guard var package = reading.package else {
            throw Problem(FrameworkImportReport(reading, nil, isTrial: isTrial))
        }
        if let version = try text("derive") {
            package = package.derived(version: version, base: exchange.caseBase, at: FrameworkExchange.now)
        }
        let outcome = try await refusing { try await exchange.take(package, isTrial: isTrial, isForced: isForced) }
        var writer = JSONWriter()
        let report = FrameworkImportReport(reading, outcome, isTrial: isTrial)
        writer.object { report.writeMembers(to: &$0) }
        return .json(writer.bytes)
    }

    private func derive(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try context.requireCaller(.frameworkWrite)
        let (code, version) = try Self.document(context)
        let new = try await member("version", of: request)
        guard new.count <= 100, !new.contains(where: \.isWhitespace) else {
            throw Problem(.badRequest, "framework", "/version must have 1 to 100 characters, and no spaces.") {
                $0.member("pointer", string: "/version")
            }
        }
        let report = try await refusing { try await exchange.derive(code, from: version, to: new) }
        guard let report else { throw Problem.noFramework(code, version) }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("identifier", string: report.package.document.identifier)
            writer.member("code", string: code)
            writer.member("version", string: new)
        }
        let segments = [code, new].map(PathSegment.encoded).joined(separator: "/")
        return .json(writer.bytes, status: .created, headers: [.location: "/framework/\(segments)"])
    }

    private func setStatus(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        _ = try context.requireCaller(.frameworkWrite)
        let (code, version) = try Self.document(context)
        guard let status = AdoptionStatus(rawValue: try await member("status", of: request)) else {
            let names = AdoptionStatus.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(.badRequest, "framework", "/status must be one of \(names).")
        }
        guard try await refusing({ try await exchange.set(status, of: code, version) }) else {
            throw Problem.noFramework(code, version)
        }
        return Response(status: .noContent)
    }

    // MARK: - What requests are made of

    private static func document(_ context: TesseraRequestContext) throws -> (code: String, version: String) {
        (try FrameworkWish.segment("code", context), try FrameworkWish.segment("version", context))
    }

    /// The one member of a body that is a JSON object.
    private func member(_ name: String, of request: Request) async throws -> String {
        let document = try await request.json(upTo: limits.bodyBytes)
        guard document.root.count == 1,
            let text = document.root[name]?.string, !text.isEmpty
        else {
            throw Problem(.badRequest, "framework", "/\(name) must be a text, and the only member.")
        }
        return text
    }

    private func refusing<Result>(_ body: () async throws -> Result) async throws -> Result {
        do { return try await body() } catch let refusal as FrameworkRefusal {
            throw Problem(
                .conflict, "framework-conflict",
                refusal.hint.map { "\(refusal.message). \($0)" } ?? refusal.message)
        }
    }
}

extension FrameworkFile.Format {
    /// The format's media type.
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv"
        }
    }

    init?(mediaType: String) {
        guard let format = Self.allCases.first(where: { $0.mediaType == mediaType }) else { return nil }
        self = format
    }
}

extension Problem {
    /// Why a file with a framework is refused: all of its faults.
    fileprivate init(_ report: FrameworkImportReport) {
        let faults = report.reading.faults
        self.init(
            .badRequest, "framework-file",
            "The file has \(faults.count) faults; nothing was imported. "
                + (faults.first.map { "\($0)" } ?? "")
        ) { report.writeMembers(to: &$0) }
    }
}
