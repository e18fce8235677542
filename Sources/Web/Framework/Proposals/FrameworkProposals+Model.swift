internal import Frameworks

/// The page that lists the proposals against a version of a framework.
struct FrameworkProposals {
    /// A proposal in the list.
    struct Entry {
        let number: Int64
        let url: String
        let title: PageText
        let status: ProposalState
        let proposer: String
        let day: String
        let counts: String
    }

    let shell: FrameworkShell
    let version: String
    let verdict: String
    /// What can be done about the version, or no longer.
    let advice: String
    /// Where proposals are made, while they can be.
    let address: String?
    let entries: [Entry]
    let hasEntries: Bool

    init(_ content: FrameworkContent, _ links: FrameworkLinks, summaries: [ProposalSummary], path: String) {
        let document = content.document
        shell = FrameworkShell(content, links, path: path, crumbs: [])
        version = document.version
        let isDraft = document.status == "Draft"
        entries = summaries.map { summary in
            Entry(
                number: summary.number, url: links.proposal(summary.number),
                title: PageText(summary.title, language: summary.language),
                status: ProposalState(summary.status, isDraft: isDraft), proposer: ProposalText.name(summary.partner),
                day: ProposalText.day(summary.proposedAt), counts: Self.counts(summary))
        }
        hasEntries = !entries.isEmpty
        verdict = Self.verdict(entries)
        advice =
            isDraft
            ? "A draft changes by what partners propose, discuss and endorse here, and what is then decided."
            : "This version no longer changes. What was left undecided can be carried to a draft derived from it."
        let segments = [document.code, document.version].map(PathSegment.encoded).joined(separator: "/")
        address = isDraft ? "POST /api/frameworks/\(segments)/proposals" : nil
    }

    private static func verdict(_ entries: [Entry]) -> String {
        if entries.isEmpty { return "Nothing has been proposed." }
        let states = ["open", "undecided", "accepted", "rejected", "withdrawn"].compactMap { label in
            let count = entries.filter { $0.status.label == label }.count
            return count == 0 ? nil : "\(count) \(label)"
        }
        return (entries.count == 1 ? "1 proposal: " : "\(entries.count) proposals: ")
            + states.joined(separator: ", ") + "."
    }

    private static func counts(_ summary: ProposalSummary) -> String {
        func counted(_ count: Int64, _ noun: String) -> String? {
            count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        return [
            counted(summary.edits, "edit"), counted(summary.comments, "comment"),
            counted(summary.endorsements, "endorsement"),
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

/// How far the discussion of a proposal has come, for people.
struct ProposalState {
    let label: String
    /// The class that colours it.
    let tone: String

    init(_ status: ProposalStatus, isDraft: Bool) {
        switch status {
        case .open where isDraft: (label, tone) = ("open", "open")
        case .open: (label, tone) = ("undecided", "calm")
        case .accepted: (label, tone) = ("accepted", "good")
        case .rejected: (label, tone) = ("rejected", "bad")
        case .withdrawn: (label, tone) = ("withdrawn", "calm")
        }
    }
}

/// What proposals say, for people.
enum ProposalText {
    /// Who does something.
    static func name(_ partner: String?) -> String { partner ?? "the scheme" }

    /// The day of a time.
    static func day(_ time: String) -> String { String(time.prefix(10)) }

    /// A time to the minute.
    static func minute(_ time: String) -> String { time.prefix(16).replacing("T", with: " ") + " UTC" }

    /// A text's paragraphs.
    static func paragraphs(_ text: String, language: String) -> [PageText] {
        text.split(whereSeparator: \.isNewline).map { PageText(String($0), language: language) }
    }
}
