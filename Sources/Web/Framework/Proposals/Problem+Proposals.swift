internal import Frameworks
internal import HTTPTypes
internal import JSON

extension Problem {
    /// Why a proposal, or something about one, is refused.
    init(_ refusal: ProposalRefusal) {
        switch refusal.reason {
        case .invalid:
            self.init(.badRequest, "proposal", refusal.message) { writer in
                writer.member("pointer", stringIfPresent: refusal.pointer)
            }
        case .notFound: self.init(.notFound, "not-found", refusal.message)
        case .notPermitted: self.init(.forbidden, "forbidden", refusal.message)
        case .conflict:
            let edits = refusal.misfits.map { " \($0.pointer): \($0.reason)." }.joined()
            self.init(.conflict, "proposal-conflict", refusal.message + (edits.isEmpty ? "." : ":" + edits)) { writer in
                guard !refusal.misfits.isEmpty else { return }
                writer.member(
                    "edits",
                    array: { writer in
                        for misfit in refusal.misfits {
                            writer.object { writer in
                                writer.member("pointer", string: misfit.pointer)
                                writer.member("reason", string: misfit.reason)
                            }
                        }
                    })
            }
        }
    }

    /// There is no such version that anybody may see.
    static func noFramework(_ code: String, _ version: String) -> Problem {
        Problem(
            .notFound, "not-found",
            "There is no version \"\(version.prefix(200))\" of a framework \"\(code.prefix(200))\" here.")
    }

    /// There is no such proposal that anybody may see.
    static func noProposal(_ place: ProposalStore.Place) -> Problem {
        Problem(
            .notFound, "not-found",
            "There is no proposal \(place.number) against version \"\(place.version.prefix(200))\" of a framework "
                + "\"\(place.code.prefix(200))\" here.")
    }
}
