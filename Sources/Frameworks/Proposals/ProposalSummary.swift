internal import JSON

/// A proposal as a list has it.
public struct ProposalSummary: Sendable {
    /// Its number in the version.
    public let number: Int64
    /// Code of the partner that proposes it; nil for the scheme itself.
    public let partner: String?
    /// What it is, in one line.
    public let title: String
    /// BCP 47 tag of the title.
    public let language: String
    /// How far its discussion has come.
    public let status: ProposalStatus
    /// When it was proposed, in UTC (RFC 3339).
    public let proposedAt: String
    /// When it was decided or withdrawn.
    public let endedAt: String?
    /// How many edits it has.
    public let edits: Int64
    /// How many comments there are.
    public let comments: Int64
    /// How many partners stand behind it.
    public let endorsements: Int64
}

extension ProposalSummary {
    /// Reads an element of the answer of `framework/proposals`.
    init(json: JSONValue) throws {
        number = try json.number("number")
        partner = json["partner"]?.string
        title = try json.text("title")
        language = try json.text("language")
        status = try ProposalStatus(json)
        proposedAt = try json.text("proposedAt")
        endedAt = json["endedAt"]?.string
        edits = try json.number("edits")
        comments = try json.number("comments")
        endorsements = try json.number("endorsements")
    }
}

extension ProposalStatus {
    init(_ json: JSONValue) throws {
        guard let status = try ProposalStatus(rawValue: json.text("status")) else {
            throw UnexpectedContent(member: "status")
        }
        self = status
    }
}

extension JSONValue {
    /// A member that is a whole number.
    func number(_ member: String) throws -> Int64 {
        guard let number = self[member]?.integer else { throw UnexpectedContent(member: member) }
        return number
    }
}
