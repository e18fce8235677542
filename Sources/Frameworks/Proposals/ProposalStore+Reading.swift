internal import JSON

extension ProposalStore {
    /// The proposals against a version, the newest first; nil when there is no such version.
    public func summaries(_ code: String, _ version: String) async throws -> [ProposalSummary]? {
        guard let json = try await list(code, version) else { return nil }
        return try JSONDocument(parsing: json).root.list("proposals") { try ProposalSummary(json: $0) }
    }

    /// A proposal with its discussion; nil when there is no such proposal.
    public func read(_ place: Place) async throws -> Proposal? {
        guard let json = try await proposal(at: place) else { return nil }
        return try Proposal(json: JSONDocument(parsing: json).root)
    }
}
