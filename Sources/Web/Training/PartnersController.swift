internal import Hummingbird
internal import Operations
internal import Training

/// `/api/partners` and `/api/joint-curricula`: who the partners are, what they need, and whom they mean to train.
struct PartnersController {
    let access: TrainingAccess
    let limits: RequestLimits

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("partners") { _, context in
            try await Response.found(store(context, .trainingRead).partners(), "list")
        }
        group.get("joint-curricula") { _, context in
            try await Response.found(store(context, .trainingRead).jointCurricula(), "list")
        }
        let partner = group.group("partners/:code")
        partner.get { _, context in
            let code = try context.parameters.require("code")
            return try await Response.found(store(context, .trainingRead).partner(code), "partner \(code)")
        }
        partner.put { request, context in
            let partners = try store(context, .pilotsWrite)
            let code = try context.parameters.require("code")
            try await partners.define(request.definition(upTo: limits.bodyBytes, "code", is: code))
            return Response(status: .noContent)
        }
        partner.get("needs") { _, context in
            let code = try context.parameters.require("code")
            return try await Response.found(store(context, .trainingRead).needs(of: code), "partner \(code)")
        }
        partner.put("needs") { request, context in
            let partners = try store(context, .pilotsWrite)
            let code = try context.parameters.require("code")
            try await partners.defineNeeds(of: code, request.definition(upTo: limits.bodyBytes))
            return Response(status: .noContent)
        }
        partner.get("targets") { _, context in
            let code = try context.parameters.require("code")
            return try await Response.found(store(context, .trainingRead).targets(of: code), "partner \(code)")
        }
        partner.put("targets") { request, context in
            let partners = try store(context, .pilotsWrite)
            let code = try context.parameters.require("code")
            try await partners.defineTargets(of: code, request.definition(upTo: limits.bodyBytes))
            return Response(status: .noContent)
        }
    }

    /// The partners as the caller may see them, if it has the scope.
    private func store(_ context: TesseraRequestContext, _ scope: Scope) throws -> PartnerStore {
        PartnerStore(access.database(for: try context.requireCaller(scope)))
    }
}
