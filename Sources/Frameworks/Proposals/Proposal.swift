internal import JSON

/// A proposal against a draft of a framework, with its discussion.
///
/// A partner is named by its code; nil is the scheme itself. Times are in UTC (RFC 3339).
public struct Proposal: Sendable {
    /// What somebody said about it.
    public struct Comment: Sendable {
        /// Who said it.
        public let partner: String?
        /// BCP 47 tag of the text.
        public let language: String
        /// What was said.
        public let text: String
        /// When it was said.
        public let at: String
    }

    /// A partner that stands behind it.
    public struct Endorsement: Sendable {
        /// The partner's code.
        public let partner: String
        /// When it said so.
        public let at: String
    }

    /// How it was decided or withdrawn.
    public struct End: Sendable {
        /// Who did it.
        public let partner: String?
        /// Why; a withdrawal needs no reason.
        public let reason: String?
        /// When.
        public let at: String
    }

    /// Something that happened to it.
    public struct Event: Sendable {
        /// What: `proposed`, `commented`, `endorsed`, `endorsement withdrawn`, `withdrawn`, `accepted` or `rejected`.
        public let action: String
        /// Who did it.
        public let partner: String?
        /// When it happened.
        public let at: String
        /// Which comment was made, counted from 1.
        public let comment: Int64?
    }

    /// A proposal against another version that says the same.
    public struct Relative: Sendable {
        /// Whether it is the earlier of the two, that was left undecided.
        public let isEarlier: Bool
        /// Where it is.
        public let place: ProposalStore.Place
    }

    /// Its number in the version.
    public let number: Int64
    /// Its identifier, the same in every installation.
    public let identifier: String
    /// Who proposes it.
    public let partner: String?
    /// What it is, in one line.
    public let title: String
    /// Why it should be so.
    public let reason: String
    /// BCP 47 tag of title and reason.
    public let language: String
    /// How far its discussion has come.
    public let status: ProposalStatus
    /// When it was proposed.
    public let proposedAt: String
    /// What it changes.
    public let edits: [ProposalEdit]
    /// What was said about it, in order.
    public let comments: [Comment]
    /// Who stands behind it.
    public let endorsements: [Endorsement]
    /// How it was decided or withdrawn, unless it is open.
    public let end: End?
    /// All that happened to it, in order.
    public let history: [Event]
    /// The edits that do not fit the draft as it is now, while it can still be accepted.
    public let misfits: [ProposalRefusal.Misfit]
    /// Proposals against other versions that it carries, or that carry it.
    public let relatives: [Relative]
}

extension Proposal {
    /// Reads the answer of `framework/proposal`.
    init(json: JSONValue) throws {
        number = try json.number("number")
        identifier = try json.text("identifier")
        partner = json["partner"]?.string
        title = try json.text("title")
        reason = try json.text("reason")
        language = try json.text("language")
        status = try ProposalStatus(json)
        proposedAt = try json.text("proposedAt")
        edits = try json.list("edits") { try ProposalEdit(json: $0) }
        comments = try json.list("comments") { comment in
            try Comment(
                partner: comment["partner"]?.string, language: comment.text("language"), text: comment.text("text"),
                at: comment.text("at"))
        }
        endorsements = try json.list("endorsements") { endorsement in
            try Endorsement(partner: endorsement.text("partner"), at: endorsement.text("at"))
        }
        end = try json["end"].map { end in
            try End(partner: end["partner"]?.string, reason: end["reason"]?.string, at: end.text("at"))
        }
        history = try json.list("history") { event in
            try Event(
                action: event.text("action"), partner: event["partner"]?.string, at: event.text("at"),
                comment: event["comment"]?.integer)
        }
        misfits =
            try json["misfits"]?.elements.map { misfit in
                try ProposalRefusal.Misfit(pointer: misfit.text("pointer"), reason: misfit.text("reason"))
            } ?? []
        relatives = try json.list("related") { relative in
            try Relative(
                isEarlier: relative.text("relation") == "carries",
                place: ProposalStore.Place(
                    code: relative.text("code"), version: relative.text("version"), number: relative.number("number")))
        }
    }
}
