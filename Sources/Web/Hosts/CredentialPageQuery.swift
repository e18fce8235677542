internal import FoundationEssentials
internal import HTTPTypes
internal import JSON

/// Which page of a holder's credentials a host asks for.
struct CredentialPageQuery {
    /// The most credentials that one answer has.
    static let maximumLimit = 100

    private(set) var limit = 25
    private(set) var offset = 0
    private(set) var since: Date?
    private var sinceText: String?

    /// Reads a query.
    /// - Throws: ``HostProblem``.
    init(_ query: String?) throws {
        var seen: Set<String> = []
        for (name, value) in try QueryParameters.pairs(of: (query ?? "")[...]) {
            guard seen.insert(name).inserted else { throw Self.fault("\(name.prefix(100)): given more than once.") }
            switch name {
            case "limit": limit = min(try Self.number(name, value, 1...Int(Int32.max)), Self.maximumLimit)
            case "offset": offset = try Self.number(name, value, 0...Int(Int32.max))
            case "since":
                guard let date = try? Date(value, strategy: .iso8601) else {
                    throw Self.fault("since: it has to be a date and time with a zone, as 2026-11-02T09:00:00Z.")
                }
                since = date
                sinceText = value
            default: throw Self.fault("\(name.prefix(100)): no such parameter. Known: limit, offset, since.")
            }
        }
    }

    /// The header field `Link` to the other pages (RFC 8288): `first` and `last` always.
    func links(to url: String, total: Int) -> String {
        let last = total == 0 ? 0 : (total - 1) / limit * limit
        var links = [("first", 0), ("last", last)]
        if offset + limit < total { links.append(("next", offset + limit)) }
        if offset > 0 { links.append(("prev", max(0, offset - limit))) }
        let since = sinceText.map { "&since=" + $0.replacing("+", with: "%2B") } ?? ""
        return links.map { "<\(url)?limit=\(limit)&offset=\($0.1)\(since)>; rel=\"\($0.0)\"" }.joined(separator: ", ")
    }

    private static func number(_ name: String, _ text: String, _ range: ClosedRange<Int>) throws -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw fault("\(name): it has to be a whole number from \(range.lowerBound).")
        }
        return number
    }

    private static func fault(_ text: String) -> HostProblem { HostProblem(.badRequest, .invalidQuery, text) }
}
