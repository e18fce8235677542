internal import HTTPTypes
internal import Hummingbird
internal import JSON

extension Request {
    /// The JSON document in the body, which defines something.
    ///
    /// - Parameters:
    ///   - member: The member that repeats what the URL names; nil where none does.
    ///   - name: What the URL names.
    func definition(upTo limit: Int, _ member: String? = nil, is name: String = "") async throws -> [UInt8] {
        try await definition(upTo: limit, member.map { [$0: name] } ?? [:])
    }

    /// The JSON document in the body, which defines something.
    ///
    /// - Parameter names: What the URL names, by the members that repeat it.
    func definition(upTo limit: Int, _ names: KeyValuePairs<String, String>) async throws -> [UInt8] {
        let document = try await json(upTo: limit)
        for (member, name) in names where document.root[member]?.string != name {
            throw Problem(.badRequest, "definition", "/\(member) must be the one in the URL, \"\(name)\".") { writer in
                writer.member("pointer", string: "/" + member)
            }
        }
        return document.bytes
    }
}

extension Response {
    /// A JSON document that was found; 404 when there is no such thing, or not for the caller.
    static func found(_ document: [UInt8]?, _ what: String) throws -> Response {
        guard let document else {
            throw Problem(.notFound, "not-found", "There is no \(what), or not for this key.")
        }
        return .json(document)
    }
}
