/// A credential's place on a status list token: its claim `status` (draft-ietf-oauth-status-list).
public struct TokenStatusReference: Hashable, Sendable {
    /// The URL of the status list token.
    public let uri: String
    /// The credential's index on the list, from 0.
    public let index: Int

    /// Names a place on a list.
    public init(uri: String, index: Int) {
        self.uri = uri
        self.index = index
    }

    var tree: JSONTree {
        .object(.init("status_list", .object(.init("idx", .integer(index)), .init("uri", uri))))
    }
}
