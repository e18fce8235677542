internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import LearningRecords
internal import Operations
internal import Training
internal import XAPI

/// `/api/pilots/{code}/launch-contexts`: what a platform gives to courses that it launches, so that their statements name
/// the pilot.
struct LaunchContextsController {
    private static let lines = "application/x-ndjson"
    private static let maximumMonths = 60

    let access: TrainingAccess
    /// Where the IRIs of this installation begin.
    let base: String

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("pilots/:code/launch-contexts", use: list)
        group.get("pilots/:code/enrolments/:registration/launch-context", use: show)
    }

    /// One person's: the document alone, to be kept as a file.
    private func show(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.trainingRead)
        let text = try context.parameters.require("registration")
        guard let registration = UUID(canonical: text) else {
            throw Problem(.badRequest, "query", "registration: \"\(text.prefix(200))\" is not a UUID.")
        }
        let (wish, form, _) = try Self.wish(request, known: [], registration: registration)
        guard let found = try await contexts(of: context, caller, wish).first else {
            throw Problem(.notFound, "not-found", "Nobody is enrolled with the registration \(text).")
        }
        let name = "launch-context-\(text.lowercased())-\(wish.phase).json"
        return .json(
            found.document(as: form), headers: [.contentDisposition: "attachment; filename=\"\(name)\""])
    }

    /// Everybody's, as one document or a line each.
    private func list(_ request: Request, _ context: TesseraRequestContext) async throws -> Response {
        let caller = try context.requireCaller(.trainingRead)
        let (wish, form, parameters) = try Self.wish(request, known: ["format"], registration: nil)
        let format = try parameters.value("format", mustBe: "json or ndjson") {
            ["json", "ndjson"].contains($0) ? $0 : nil
        }
        let found = try await contexts(of: context, caller, wish)
        var writer = JSONWriter()
        guard format == "ndjson" else {
            writer.object { writer in
                writer.member(
                    "launchContexts",
                    array: { writer in
                        for entry in found { writer.object { entry.writeEntry(as: form, to: &$0) } }
                    })
            }
            return .json(writer.bytes)
        }
        var bytes: [UInt8] = []
        for entry in found {
            var writer = JSONWriter()
            writer.object { entry.writeEntry(as: form, to: &$0) }
            bytes += writer.bytes + [UInt8(ascii: "\n")]
        }
        return .json(bytes, headers: [.contentType: Self.lines])
    }

    private func contexts(
        of context: TesseraRequestContext, _ caller: Caller, _ wish: LaunchContextWish
    ) async throws -> [LaunchContext] {
        try await PilotStore(access.database(for: caller)).launchContexts(
            of: context.parameters.require("code"), wish, base: base,
            profile: PublishedProfile.all.last?.profile.version ?? "")
    }

    private static func wish(
        _ request: Request, known: Set<String>, registration: UUID?
    ) throws -> (LaunchContextWish, LaunchContext.Form, QueryParameters) {
        let parameters = try QueryParameters(
            request, known: known.union(["form", "phase", "instrument", "monthsAfter"]))
        let form = try parameters.value("form", mustBe: "cmi5 or xapi", LaunchContext.Form.init(rawValue:)) ?? .xapi
        let phase = try parameters.value("phase", mustBe: "pre, during, post or followup") { text in
            ["pre", "during", "post", "followup"].contains(text) ? text : nil
        }
        guard let phase else {
            throw Problem(.badRequest, "query", "phase: missing; it is pre, during, post or followup.")
        }
        let months = try parameters.value("monthsAfter", mustBe: "a whole number from 0 to \(maximumMonths)") { text in
            Int(text).flatMap { (0...maximumMonths).contains($0) ? $0 : nil }
        }
        if months != nil, phase != "followup" {
            throw Problem(.badRequest, "query", "monthsAfter: only for the phase followup.")
        }
        let wish = LaunchContextWish(
            phase: phase, registration: registration, instrument: parameters["instrument"], monthsAfter: months)
        return (wish, form, parameters)
    }
}
