internal import FoundationEssentials
internal import HTTPTypes
internal import JSON
internal import XAPI

extension Problem {
    /// Statements of a trusted key that are refused, and where they are kept; nil when there was no room for them.
    init(_ rejection: StatementRejection, quarantine id: UUID?) {
        let path = id.map { "/api/quarantine/" + $0.uuidString.lowercased() }
        let kept =
            path.map { "Nothing was stored; the request is kept in quarantine, see \($0)." }
            ?? "Nothing was stored, and the quarantine of this key is full: the request is not kept."
        self.init(.badRequest, "invalid-statement", "\(rejection.summary) \(kept)") { writer in
            rejection.writeMembers(to: &writer)
            writer.member(
                "quarantine",
                object: { writer in
                    writer.member("kept", boolean: id != nil)
                    writer.member("id", stringIfPresent: id.map { $0.uuidString.lowercased() })
                    writer.member("url", stringIfPresent: path)
                })
        }
    }
}
