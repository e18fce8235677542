internal import Frameworks
internal import Hummingbird

extension FrameworkController {
    /// The proposals against a version, to read; they are made through the API.
    func addProposals(to group: RouterGroup<TesseraRequestContext>) {
        group.get(":code/:version/proposals") { request, context in
            let wish = try FrameworkWish(request, context)
            let content = try await content(of: wish, levels: .none)
            guard let summaries = try await proposals.summaries(wish.code, wish.version) else {
                throw Problem.noFramework(wish.code, wish.version)
            }
            let page = FrameworkProposals(content, wish.links, summaries: summaries, path: wish.path)
            return try self.page("framework-proposals", page, for: request)
        }
        group.get(":code/:version/proposals/:number") { request, context in
            let wish = try FrameworkWish(request, context)
            let place = try ProposalStore.Place(
                code: wish.code, version: wish.version, number: ProposalsController.number(context))
            let content = try await content(of: wish, levels: .all)
            guard let proposal = try await proposals.read(place) else { throw Problem.noProposal(place) }
            let page = FrameworkProposal(content, wish.links, proposal: proposal, path: wish.path)
            return try self.page("framework-proposal", page, for: request)
        }
    }
}
