internal import JSON

/// A credential's place on a status list token: its claim `status` (draft-ietf-oauth-status-list).
public struct TokenStatusReference: Hashable, Sendable {
    /// The type by which status resolvers know such a place; the claim itself names none.
    public static let type = "status_list"

    /// The URL of the status list token.
    public let uri: String
    /// The credential's index on the list, from 0.
    public let index: Int

    /// Names a place on a list.
    public init(uri: String, index: Int) {
        self.uri = uri
        self.index = index
    }

    /// Reads the claim `status` of a token.
    /// - Throws: ``StatusListError`` when it names no place.
    init(_ status: JSONValue) throws(StatusListError) {
        let place = status["status_list"]
        guard let uri = place?["uri"]?.string, let index = place?["idx"]?.integer, (0..<(1 << 32)).contains(index)
        else {
            throw StatusListError(.malformedValue, "Its revocation status names no list, or no place on one.")
        }
        self.init(uri: uri, index: Int(index))
    }

    /// Reads the claim `status` of a token as JSON.
    /// - Throws: ``StatusListError`` when it names no place.
    public init(json: [UInt8]) throws(StatusListError) {
        guard let root = try? JSONDocument(parsing: json).root else {
            throw StatusListError(.malformedValue, "Its revocation status is not JSON.")
        }
        try self.init(root)
    }

    var tree: JSONTree {
        .object(.init("status_list", .object(.init("idx", .integer(index)), .init("uri", uri))))
    }
}
