internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Operations
internal import Training

/// `/pilots/{code}/actions`: findings and actions of a pilot, for people, with forms for whom the key lets write.
///
/// A form makes the document that the interface under `/api` takes, and goes the same way. What is refused comes back
/// with the reason and everything that was filled in.
struct ActionPagesController {
    let keyed: KeyedPages

    func addRoutes(to router: Router<TesseraRequestContext>) {
        let group = keyed.group(of: router)
        group.get("pilots/:code/actions") { request, context in
            try await show(.register, keyed.reader(request, context), request, context)
        }
        group.get("pilots/:code/actions/findings/:number") { request, context in
            try await show(.finding(Self.number(context)), keyed.reader(request, context), request, context)
        }
        group.get("pilots/:code/actions/:number") { request, context in
            try await show(.action(Self.number(context)), keyed.reader(request, context), request, context)
        }
        group.post("pilots/:code/actions/findings") { request, context in
            try await send(.register, request, context) { findings, _, sent, by in
                let number = try await findings.note(ActionDefinitions.finding(sent), of: by.pilot, by: by.key)
                return ActionLinks.finding("\(number)", of: by.pilot)
            }
        }
        group.post("pilots/:code/actions/findings/:number/actions") { request, context in
            let number = try Self.number(context)
            return try await send(.finding(number), request, context) { findings, _, sent, by in
                let action = try await findings.propose(
                    ActionDefinitions.action(sent), about: number, of: by.pilot, by: by.key)
                return ActionLinks.action("\(action)", of: by.pilot)
            }
        }
        group.post("pilots/:code/actions/findings/:number/rejection") { request, context in
            let number = try Self.number(context)
            return try await send(.finding(number), request, context) { findings, _, sent, by in
                try await findings.reject(number, of: by.pilot, ActionDefinitions.rejection(sent), by: by.key)
                return ActionLinks.finding("\(number)", of: by.pilot)
            }
        }
        addSteps(to: group)
    }

    /// What happens to an action.
    private func addSteps(to group: RouterGroup<TesseraRequestContext>) {
        group.post("pilots/:code/actions/:number/state") { request, context in
            let number = try Self.number(context)
            return try await send(.action(number), request, context) { _, actions, sent, by in
                try await actions.move(number, ActionDefinitions.state(sent), by: by.key)
                return ActionLinks.action("\(number)", of: by.pilot)
            }
        }
        group.post("pilots/:code/actions/:number/effect") { request, context in
            let number = try Self.number(context)
            return try await send(.action(number), request, context) { _, actions, sent, by in
                try await actions.checkEffect(of: number, ActionDefinitions.effect(sent), by: by.key)
                return ActionLinks.action("\(number)", of: by.pilot)
            }
        }
        group.post("pilots/:code/actions/:number/proposal") { request, context in
            let number = try Self.number(context)
            _ = try context.requireCaller(.frameworkPropose)
            return try await send(.action(number), request, context) { _, actions, sent, by in
                try await actions.openProposal(for: number, ActionDefinitions.proposal(sent), by: by.key)
                return ActionLinks.action("\(number)", of: by.pilot)
            }
        }
        group.post("pilots/:code/actions/:number/reopening") { request, context in
            let number = try Self.number(context)
            return try await send(.action(number), request, context) { _, actions, sent, by in
                let action = try await actions.reopen(number, ActionDefinitions.reopening(sent), by: by.key)
                return ActionLinks.action("\(action)", of: by.pilot)
            }
        }
    }

    /// One of the pages.
    private enum Page {
        case register
        case finding(Int64)
        case action(Int64)
    }

    private func show(
        _ page: Page, _ caller: Caller, _ request: Request, _ context: TesseraRequestContext,
        status: HTTPResponse.Status = .ok, refused: RefusedForm? = nil
    ) async throws -> Response {
        let code = try FrameworkWish.segment("code", context)
        let path = request.uri.path
        let findings = FindingStore(keyed.access.database(for: caller))
        let json = try await keyed.found(findings.page(of: code), "pilot \(code.prefix(200))")
        switch page {
        case .register:
            let model = ActionRegister(json, for: caller, path: path, refused: refused)
            return try keyed.pages.page("action-register", model, status: status)
        case .finding(let number):
            guard let model = FindingPage(json, number, for: caller, path: path, refused: refused) else {
                throw Problem(.notFound, "not-found", "The pilot has no finding \(number).")
            }
            return try keyed.pages.page("finding", model, status: status)
        case .action(let number):
            guard let model = ActionPage(json, number, for: caller, path: path, refused: refused) else {
                throw Problem(.notFound, "not-found", "The pilot has no action \(number).")
            }
            return try keyed.pages.page("action", model, status: status)
        }
    }

    /// Who sends a form, and about which pilot.
    private struct Sender {
        let pilot: String
        let key: String
    }

    /// Does what a form asks for and leads to the page that shows it; what is refused comes back with the reason.
    private func send(
        _ page: Page, _ request: Request, _ context: TesseraRequestContext,
        _ act: (FindingStore, ActionStore, [String: String], Sender) async throws -> String
    ) async throws -> Response {
        let reader = try keyed.reader(request, context)
        let caller = try context.requireCaller(.pilotsWrite)
        let code = try FrameworkWish.segment("code", context)
        let form = try await SentForm(request, known: ActionDefinitions.fields)
        var sent: [String: String] = [:]
        for field in ActionDefinitions.fields {
            guard let text = form[field]?.replacing("\r\n", with: "\n").trimmingSpaces, !text.isEmpty else { continue }
            sent[field] = text
        }
        let database = keyed.access.database(for: caller)
        // An action is reached by the pilot that it belongs to only.
        if case .action(let number) = page {
            let action = try await keyed.found(ActionStore(database).action(number), "action \(number)")
            guard action.said("pilot") == code else {
                throw Problem(.notFound, "not-found", "The pilot has no action \(number).")
            }
        }
        do {
            let address = try await act(
                FindingStore(database), ActionStore(database), sent, Sender(pilot: code, key: caller.name))
            return Response(status: .seeOther, headers: [.location: address])
        } catch let error as DefinitionError where error.kind != .missing {
            let problem = Problem(error)
            let refused = RefusedForm(
                sent: SentPageForm(form: sent["form"] ?? "", values: sent, pointer: error.pointer),
                reason: problem.detail)
            return try await show(page, reader, request, context, status: problem.status, refused: refused)
        }
    }

    private static func number(_ context: TesseraRequestContext) throws -> Int64 {
        try context.number("number", of: "anything here")
    }
}
