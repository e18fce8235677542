internal import JSON
internal import LibPQ

/// Why a proposal, or something about one, is refused.
public struct ProposalRefusal: Error, Sendable, Equatable {
    /// Of which kind the reason is.
    public enum Reason: Sendable {
        /// What was sent breaks a rule; the message names the field and the rule.
        case invalid
        /// There is no such version or proposal.
        case notFound
        /// It is not for this partner to do.
        case notPermitted
        /// It does not fit what is there: the version is adopted, the discussion over, or the text another by now.
        case conflict
    }

    /// An edit that does not fit the framework as it is now.
    public struct Misfit: Sendable, Hashable {
        /// Which edit of the proposal, as a JSON Pointer.
        public let pointer: String
        /// Why it does not fit.
        public let reason: String
    }

    /// Of which kind the reason is.
    public let reason: Reason
    /// The reason, in words.
    public let message: String
    /// The field that breaks a rule, as a JSON Pointer (RFC 6901); nil if none does by itself.
    public let pointer: String?
    /// The edits that do not fit, if that is the reason.
    public let misfits: [Misfit]
}

extension ProposalRefusal {
    /// What the functions of the database refuse; nil for other failures.
    init?(_ error: PostgresError) {
        switch error.sqlState?.rawValue {
        case "P0002": reason = .notFound
        case "42501" where error.message.hasPrefix("proposal "): reason = .notPermitted
        case "55000": reason = .conflict
        case let state? where ["22", "23", "54"].contains(state.prefix(2)): reason = .invalid
        default: return nil
        }
        message = error.message
        // framework.refuse_proposal tells the pointer as the detail; other errors have other details, or none.
        pointer = reason == .invalid ? error.detail.flatMap { $0.isEmpty || $0.hasPrefix("/") ? $0 : nil } : nil
        misfits = reason == .conflict ? Self.misfits(in: error.detail) : []
    }

    private static func misfits(in detail: String?) -> [Misfit] {
        guard let detail, let list = try? JSONDocument(parsing: Array(detail.utf8)).root else { return [] }
        return list.elements.compactMap { misfit in
            guard let pointer = misfit["pointer"]?.string, let reason = misfit["reason"]?.string else { return nil }
            return Misfit(pointer: pointer, reason: reason)
        }
    }
}
