internal import Evaluation
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Operations

/// `/api/pilots/{code}/reports` and `/api/syntheses`: evaluation reports, their frozen numbers, and what authors write.
struct ReportsController {
    let access: ReportAccess
    let limits: RequestLimits
    let base: String

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        for (path, isSynthesis) in [("pilots/:code/reports", false), ("syntheses", true)] {
            @Sendable func subject(_ context: TesseraRequestContext) throws -> ReportSubject {
                isSynthesis ? .synthesis : .pilot(try context.parameters.require("code"))
            }
            addReading(to: group, path, subject)
            addWriting(to: group, path, subject)
        }
    }

    private func addReading(
        to group: RouterGroup<TesseraRequestContext>, _ path: String,
        _ subject: @escaping @Sendable (TesseraRequestContext) throws -> ReportSubject
    ) {
        group.get(RouterPath(path)) { request, context -> Response in
            let caller = try reader(request, context)
            let subject = try subject(context)
            return try await .found(access.reports(for: caller).reports(of: subject), "pilot of these reports")
        }
        group.get(RouterPath(path + "/:number")) { request, context -> Response in
            let caller = try reader(request, context)
            let report = try await access.report(Self.number(context), of: subject(context), for: caller)
            return .json(report.json(schema: base + ReportLinks.schema))
        }
        group.get(RouterPath(path + "/:number/numbers")) { request, context -> Response in
            let caller = try reader(request, context)
            let (number, subject) = (try Self.number(context), try subject(context))
            return try await .found(
                access.reports(for: caller).numbers(of: number, subject), "report \(number)")
        }
        group.get(RouterPath(path + "/:number/narratives/:section")) { request, context -> Response in
            let caller = try reader(request, context)
            let (number, section) = (try Self.number(context), try Self.section(context))
            return try await .found(
                access.reports(for: caller).history(of: section, in: number, of: subject(context)),
                "report \(number)")
        }
    }

    private func addWriting(
        to group: RouterGroup<TesseraRequestContext>, _ path: String,
        _ subject: @escaping @Sendable (TesseraRequestContext) throws -> ReportSubject
    ) {
        group.post(RouterPath(path)) { request, context -> Response in
            let caller = try writer(request, context)
            let subject = try subject(context)
            let body = try await request.definition(upTo: limits.bodyBytes)
            let made = try await access.reports(for: caller).make(subject, body, by: caller.name)
            let address = "\(ReportLinks.api(subject))/\(made.number)"
            return made.isNew
                ? .created("number", made.number, at: address)
                : .json(Self.known(made.number), headers: [.contentLocation: address])
        }
        group.put(RouterPath(path + "/:number/narratives/:section")) { request, context -> Response in
            let caller = try writer(request, context)
            let (number, section) = (try Self.number(context), try Self.section(context))
            let body = try await request.definition(upTo: limits.bodyBytes)
            try await access.reports(for: caller).write(
                body, in: section, of: number, subject(context), by: caller.name)
            return Response(status: .noContent)
        }
        group.post(RouterPath(path + "/:number/finish")) { request, context -> Response in
            let caller = try writer(request, context)
            try await access.reports(for: caller).finish(
                Self.number(context), of: subject(context), by: caller.name)
            return Response(status: .noContent)
        }
    }

    private func reader(_ request: Request, _ context: TesseraRequestContext) throws -> Caller {
        let caller = try context.requireCaller(.trainingRead)
        _ = try QueryParameters(request, known: [])
        return caller
    }

    private func writer(_ request: Request, _ context: TesseraRequestContext) throws -> Caller {
        let caller = try context.requireCaller(.pilotsWrite)
        _ = try QueryParameters(request, known: [])
        return caller
    }

    private static func number(_ context: TesseraRequestContext) throws -> Int64 {
        try context.number("number", of: "a report")
    }

    /// The number of a section, which is counted from 0.
    private static func section(_ context: TesseraRequestContext) throws -> Int64 {
        let text = try context.parameters.require("section")
        guard text != "0" else { return 0 }
        return try context.number("section", of: "a section")
    }

    private static func known(_ number: Int32) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { $0.member("number", number: number) }
        return writer.bytes
    }
}
