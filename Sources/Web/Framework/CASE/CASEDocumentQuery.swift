internal import CompetenceFramework
internal import HTTPTypes
internal import JSON

/// Which documents a request for `CFDocuments` asks for, in which order, and how much of each.
struct CASEDocumentQuery {
    /// The most documents that one answer has.
    static let maximumLimit = 500

    private(set) var limit = 100
    private(set) var offset = 0
    private var sort: String?
    private var isDescending = false
    private var filter: CASEFilter?
    private var fields: [String]?
    private let version: CASEVersion
    /// The parameters as they came, but for the page; links to other pages repeat them.
    private let others: [(name: String, value: String)]

    /// The members of a document by which can be sorted, filtered and selected.
    private static func members(_ version: CASEVersion) -> Set<String> {
        let added: Set<String> = ["frameworkType", "caseVersion", "extensions"]
        return Set([
            "identifier", "uri", "frameworkType", "caseVersion", "creator", "title", "lastChangeDateTime",
            "officialSourceURL", "publisher", "description", "subject", "subjectURI", "language", "version",
            "adoptionStatus", "statusStartDate", "statusEndDate", "licenseURI", "notes", "extensions", "CFPackageURI",
        ]).subtracting(version == .v1p0 ? added : [])
    }

    /// Reads the parameters of a request.
    /// - Throws: ``CASEProblem``.
    init(_ pairs: [(name: String, value: String)], version: CASEVersion) throws {
        self.version = version
        others = pairs.filter { $0.name != "limit" && $0.name != "offset" }
        var seen: Set<String> = []
        let members = Self.members(version)
        for (name, value) in pairs {
            guard seen.insert(name).inserted else {
                throw CASEProblem(.badRequest, .selection, "\(name.prefix(200)): given more than once.")
            }
            func number(_ range: ClosedRange<Int>) throws -> Int {
                guard let number = Int(value), range.contains(number) else {
                    throw CASEProblem(
                        .badRequest, .selection,
                        "\(name): \"\(value.prefix(200))\" is no whole number from \(range.lowerBound)"
                            + (range.upperBound == .max ? "." : " to \(range.upperBound)."))
                }
                return number
            }
            switch name {
            case "limit": limit = try number(1...Self.maximumLimit)
            case "offset": offset = try number(0...Int.max)
            case "sort":
                guard members.contains(value) else {
                    throw CASEProblem(.badRequest, .sort, "sort: a document has no member \"\(value.prefix(200))\".")
                }
                sort = value
            case "orderBy":
                guard ["asc", "desc"].contains(value) else {
                    throw CASEProblem(.badRequest, .sort, "orderBy: \"\(value.prefix(200))\" is neither asc nor desc.")
                }
                isDescending = value == "desc"
            case "filter": filter = try CASEFilter(value, members: members)
            case "fields":
                let names = value.split(separator: ",").map { String($0.filter { $0 != " " }) }
                guard !names.isEmpty, names.allSatisfy(members.contains) else {
                    let unknown = names.first { !members.contains($0) } ?? ""
                    throw CASEProblem(
                        .badRequest, .selection, "fields: a document has no member \"\(unknown.prefix(200))\".")
                }
                fields = names
            default:
                throw CASEProblem(
                    .badRequest, .selection,
                    "\(name.prefix(200)): no such parameter. Known: fields, filter, limit, offset, orderBy, sort.")
            }
        }
    }

    /// The answer with the page that is asked for, and how many documents there are on all pages.
    func page(of documents: [CFDocument]) throws -> (json: [UInt8], total: Int) {
        var found = try documents.map { try JSONDocument(parsing: $0.json(version: version)).root }
        if let filter { found = found.filter(filter.matches) }
        if let sort { found = Self.sorted(found, by: sort, isDescending: isDescending) }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(
                "CFDocuments",
                array: { writer in
                    for document in found.dropFirst(offset).prefix(limit) { write(document, to: &writer) }
                })
        }
        return (writer.bytes, found.count)
    }

    /// Where the first, last, previous and next pages are (RFC 8288).
    func links(to address: String, total: Int) -> String {
        let last = total == 0 ? 0 : (total - 1) / limit * limit
        var pages = [("first", 0), ("last", last)]
        if offset > 0 { pages.append(("prev", max(0, min(offset, total) - limit))) }
        if offset < total, limit < total - offset { pages.append(("next", offset + limit)) }
        return pages.map { relation, offset in
            let parameters =
                others.map { "\(PathSegment.encoded($0.name))=\(PathSegment.encoded($0.value))" }
                + ["limit=\(limit)", "offset=\(offset)"]
            return "<\(address)?\(parameters.joined(separator: "&"))>; rel=\"\(relation)\""
        }.joined(separator: ", ")
    }

    private func write(_ document: JSONValue, to writer: inout JSONWriter) {
        guard let fields else { return writer.raw(document.bytes) }
        writer.object { writer in
            for (key, value) in document.members {
                guard let name = key.string, fields.contains(name) else { continue }
                writer.member(name, raw: value.bytes)
            }
        }
    }

    /// Documents without the member come last, whatever the order.
    private static func sorted(_ documents: [JSONValue], by member: String, isDescending: Bool) -> [JSONValue] {
        let keyed = documents.map { document in
            (document, CASEFilter.texts(document[member]).first.map { Array($0.lowercased().utf8) })
        }
        let (present, absent) = (keyed.filter { $0.1 != nil }, keyed.filter { $0.1 == nil })
        let ordered = present.sorted { one, other in
            let (left, right) = (one.1 ?? [], other.1 ?? [])
            return isDescending ? right.lexicographicallyPrecedes(left) : left.lexicographicallyPrecedes(right)
        }
        return (ordered + absent).map(\.0)
    }
}
