internal import Evaluation
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import NIOCore
internal import Operations
internal import Training

/// `/reports/{pilot}` and `/syntheses`: evaluation reports for people, on the screen and in files.
///
/// A report is a page, JSON or a PDF, as the client asks for it or the address ends. Its numbers and tables stand
/// beside it, with a data package that describes them.
struct ReportPagesController {
    let keyed: KeyedPages
    let access: ReportAccess
    let base: String
    let fonts = ReportFonts()

    static let fields: Set<String> = ["form", "text", "language", "author", "narrativesOf"]

    func addRoutes(to router: Router<TesseraRequestContext>) {
        let group = keyed.group(of: router)
        for (path, isSynthesis) in [("reports/:code", false), ("syntheses", true)] {
            @Sendable func subject(_ context: TesseraRequestContext) throws -> ReportSubject {
                isSynthesis ? .synthesis : .pilot(try FrameworkWish.segment("code", context))
            }
            group.get(RouterPath(path)) { request, context in
                try await list(subject(context), request, context)
            }
            group.get(RouterPath(path + "/:number")) { request, context in
                try await show(subject(context), request, context)
            }
            group.get(RouterPath(path + "/:number/datapackage.json")) { request, context -> Response in
                .json(try await report(subject(context), request, context).dataPackage)
            }
            group.get(RouterPath(path + "/:number/numbers.json")) { request, context -> Response in
                let caller = try caller(request, context)
                let (number, subject) = (try Self.number(context), try subject(context))
                return try await .found(access.reports(for: caller).numbers(of: number, subject), "report \(number)")
            }
            group.get(RouterPath(path + "/:number/data/:table")) { request, context in
                try await table(subject(context), request, context)
            }
            addForms(to: group, path, subject)
        }
    }

    private func addForms(
        to group: RouterGroup<TesseraRequestContext>, _ path: String,
        _ subject: @escaping @Sendable (TesseraRequestContext) throws -> ReportSubject
    ) {
        group.post(RouterPath(path)) { request, context in
            let subject = try subject(context)
            return try await send(subject, nil, request, context) { reports, sent, by in
                let made = try await reports.make(subject, ReportDefinitions.report(sent), by: by)
                return ReportLinks.report("\(made.number)", of: subject)
            }
        }
        group.post(RouterPath(path + "/:number/narratives/:section")) { request, context in
            let (subject, number) = (try subject(context), try Self.number(context))
            guard let section = Int64(try context.parameters.require("section")) else {
                throw ReportAccess.missing(number, subject)
            }
            return try await send(subject, number, request, context) { reports, sent, by in
                try await reports.write(
                    ReportDefinitions.narrative(sent), in: section, of: number, subject, by: by)
                return ReportLinks.report("\(number)", of: subject) + "#section-\(section)"
            }
        }
        group.post(RouterPath(path + "/:number/finish")) { request, context in
            let (subject, number) = (try subject(context), try Self.number(context))
            return try await send(subject, number, request, context) { reports, _, by in
                try await reports.finish(number, of: subject, by: by)
                return ReportLinks.report("\(number)", of: subject)
            }
        }
    }

    // MARK: - Reading

    private func list(
        _ subject: ReportSubject, _ request: Request, _ context: TesseraRequestContext,
        status: HTTPResponse.Status = .ok, refused: RefusedForm? = nil
    ) async throws -> Response {
        let caller = try keyed.reader(request, context)
        let json = try await keyed.found(
            access.reports(for: caller).reports(of: subject), "pilot of these reports")
        let model = ReportList(json, of: subject, for: caller, path: request.uri.path, refused: refused)
        return try keyed.pages.page("report-list", model, status: status)
    }

    /// A report in the form that the address ends with, or the client would like.
    private func show(
        _ subject: ReportSubject, _ request: Request, _ context: TesseraRequestContext
    ) async throws -> Response {
        let name = try context.parameters.require("number")
        let form = try ReportForm(name, accept: request.headers[.accept])
        let number = try Self.number(String(name.prefix { $0 != "." }))
        let caller = try caller(request, context)
        let report = try await access.report(number, of: subject, for: caller)
        var headers: HTTPFields = [.vary: "Accept"]
        switch form {
        case .page:
            return try await page(subject, report, for: caller, path: request.uri.path)
        case .json:
            return .json(report.json(schema: base + ReportLinks.schema), headers: headers)
        case .pdf:
            headers[.contentType] = "application/pdf"
            headers[.contentDisposition] = "inline; filename=\"\(Self.file(subject, number)).pdf\""
            let pdf = try await fonts.pdf(of: report, link: base + ReportLinks.report("\(number)", of: subject))
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: pdf)))
        }
    }

    private func page(
        _ subject: ReportSubject, _ report: FrozenReport, for caller: Caller, path: String,
        status: HTTPResponse.Status = .ok, refused: RefusedForm? = nil
    ) async throws -> Response {
        let model = ReportPage(
            report, ReportPage.Links(report.number, of: subject), shell: TrainingShell(caller, path: path),
            mayWrite: caller.grants(.pilotsWrite), refused: refused)
        return try keyed.pages.page("report", model, status: status, headers: [.vary: "Accept"])
    }

    private func table(
        _ subject: ReportSubject, _ request: Request, _ context: TesseraRequestContext
    ) async throws -> Response {
        let report = try await report(subject, request, context)
        let file = try context.parameters.require("table")
        guard file.hasSuffix(".csv"), let table = report.table(String(file.dropLast(4))) else {
            throw Problem(.notFound, "not-found", "The report has no table \"\(file.prefix(200))\".")
        }
        let headers: HTTPFields = [
            .contentType: "text/csv; charset=utf-8; header=present",
            .contentDisposition: "attachment; filename=\"\(table.name).csv\"",
        ]
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: table.csv)))
    }

    private func report(
        _ subject: ReportSubject, _ request: Request, _ context: TesseraRequestContext
    ) async throws -> FrozenReport {
        try await access.report(Self.number(context), of: subject, for: caller(request, context))
    }

    private func caller(_ request: Request, _ context: TesseraRequestContext) throws -> Caller {
        _ = try QueryParameters(request, known: [])
        return try context.requireCaller(.trainingRead)
    }

    // MARK: - Writing

    /// Does what a form asks for and leads to the page that shows it; what is refused comes back with the reason.
    private func send(
        _ subject: ReportSubject, _ number: Int64?, _ request: Request, _ context: TesseraRequestContext,
        _ act: (ReportStore, [String: String], String) async throws -> String
    ) async throws -> Response {
        _ = try keyed.reader(request, context)
        let caller = try context.requireCaller(.pilotsWrite)
        let form = try await SentForm(request, known: Self.fields, upTo: 128 << 10)
        var sent: [String: String] = [:]
        for field in Self.fields {
            guard let text = form[field]?.replacing("\r\n", with: "\n").trimmingSpaces, !text.isEmpty else { continue }
            sent[field] = text
        }
        do {
            let address = try await act(access.reports(for: caller), sent, caller.name)
            return Response(status: .seeOther, headers: [.location: address])
        } catch let error as DefinitionError where error.kind != .missing {
            let problem = Problem(error)
            let refused = RefusedForm(
                sent: SentPageForm(form: sent["form"] ?? "", values: sent, pointer: error.pointer),
                reason: problem.detail)
            guard let number else {
                return try await list(subject, request, context, status: problem.status, refused: refused)
            }
            let report = try await access.report(number, of: subject, for: caller)
            return try await page(
                subject, report, for: caller, path: request.uri.path, status: problem.status, refused: refused)
        }
    }

    private static func number(_ context: TesseraRequestContext) throws -> Int64 {
        try context.number("number", of: "a report")
    }

    private static func number(_ text: String) throws -> Int64 {
        guard let number = Int64(text), number > 0, String(number) == text else {
            throw Problem(.notFound, "not-found", "\"\(text.prefix(200))\" is no number of a report.")
        }
        return number
    }

    private static func file(_ subject: ReportSubject, _ number: Int64) -> String {
        switch subject {
        case .pilot(let code):
            "report-\(code.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })-\(number)"
        case .synthesis: "synthesis-\(number)"
        }
    }
}

/// A form in which a report is served.
private enum ReportForm: String, CaseIterable {
    case page = "text/html"
    case json = "application/json"
    case pdf = "application/pdf"

    /// - Parameter name: The number, perhaps with `.json` or `.pdf`, which goes before what the client would like.
    init(_ name: String, accept: String?) throws {
        if name.hasSuffix(".json") {
            self = .json
        } else if name.hasSuffix(".pdf") {
            self = .pdf
        } else if let best = Accept(accept).best(of: Self.allCases.map(\.rawValue)),
            let form = ReportForm(rawValue: best)
        {
            self = form
        } else {
            throw Problem(
                .notAcceptable, "not-acceptable",
                "Served are: \(Self.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }
}

/// The documents that the forms of reports make.
enum ReportDefinitions {
    static func report(_ sent: [String: String]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            if let earlier = sent["narrativesOf"].flatMap({ Int($0) }) {
                writer.member("narrativesOf", number: earlier)
            }
        }
        return writer.bytes
    }

    static func narrative(_ sent: [String: String]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("text", stringIfPresent: sent["text"])
            writer.member("language", stringIfPresent: sent["language"])
            writer.member("author", stringIfPresent: sent["author"])
        }
        return writer.bytes
    }
}
