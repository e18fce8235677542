internal import Frameworks

/// The page of a proposal: what it changes, what is said about it, and how it was decided.
struct FrameworkProposal {
    /// A comment.
    struct Comment {
        let anchor: String
        let who: String
        let time: String
        let machineTime: String
        let paragraphs: [PageText]
    }

    /// Something that happened.
    struct Event {
        let what: String
        let time: String
        let machineTime: String
    }

    /// How it was decided or withdrawn.
    struct End {
        let heading: String
        let sentence: String
        let reason: [PageText]
    }

    /// The proposal that it carries, or one that carries it.
    struct Relative {
        let lead: String
        let label: String
        let url: String
    }

    let shell: FrameworkShell
    let number: Int64
    let heading: PageText
    let status: ProposalState
    let origin: String
    let reason: [PageText]
    let relatives: [Relative]
    /// That it cannot be accepted as it is.
    let warning: String?
    let edits: [ProposalChange]
    let end: End?
    let support: String
    let comments: [Comment]
    let commentCount: Int
    let hasComments: Bool
    let history: [Event]

    init(_ content: FrameworkContent, _ links: FrameworkLinks, proposal: Proposal, path: String) {
        let crumb = FrameworkShell.Crumb(label: PageText("Proposals", language: "en"), url: links.proposals)
        shell = FrameworkShell(content, links, path: path, crumbs: [crumb])
        number = proposal.number
        heading = PageText(proposal.title, language: proposal.language)
        status = ProposalState(proposal.status, isDraft: content.document.status == "Draft")
        origin = "Proposed by \(ProposalText.name(proposal.partner)) on \(ProposalText.day(proposal.proposedAt))"
        reason = ProposalText.paragraphs(proposal.reason, language: proposal.language)
        relatives = proposal.relatives.map { relative in
            let place = relative.place
            return Relative(
                lead: relative.isEarlier ? "Carries on" : "Carried on as",
                label: "proposal \(place.number) against \(place.code) \(place.version)",
                url: FrameworkLinks(code: place.code, version: place.version, language: links.language)
                    .proposal(place.number))
        }
        warning =
            proposal.misfits.isEmpty
            ? nil : "The draft has changed since: as it is, this proposal can no longer be accepted."
        let misfits = Dictionary(proposal.misfits.map { ($0.pointer, $0.reason) }) { first, _ in first }
        edits = proposal.edits.enumerated().map { index, edit in
            ProposalChange(edit, content, links, misfit: misfits["/edits/\(index)"])
        }
        end = proposal.end.map { Self.end($0, proposal.status.rawValue, language: proposal.language) }
        let supporters = proposal.endorsements.map(\.partner)
        support =
            supporters.isEmpty
            ? "No partner has endorsed it." : "Endorsed by \(supporters.joined(separator: ", "))."
        comments = proposal.comments.enumerated().map { index, comment in
            Comment(
                anchor: "comment-\(index + 1)", who: ProposalText.name(comment.partner),
                time: ProposalText.minute(comment.at), machineTime: comment.at,
                paragraphs: ProposalText.paragraphs(comment.text, language: comment.language))
        }
        commentCount = comments.count
        hasComments = !comments.isEmpty
        history = proposal.history.map { event in
            Event(
                what: event.action + " by " + ProposalText.name(event.partner), time: ProposalText.minute(event.at),
                machineTime: event.at)
        }
    }

    private static func end(_ end: Proposal.End, _ label: String, language: String) -> End {
        let done = label.prefix(1).uppercased() + label.dropFirst()
        return End(
            heading: label == "withdrawn" ? "Withdrawal" : "Decision",
            sentence: "\(done) by \(ProposalText.name(end.partner)) on \(ProposalText.day(end.at))",
            reason: end.reason.map { ProposalText.paragraphs($0, language: language) } ?? [])
    }
}
