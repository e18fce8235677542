internal import JSON
public import LibPQ

/// The documents of a collection by their ids, in the order of the ids' bytes.
public struct DocumentList: Sendable {
    /// The ids.
    public let ids: [String]
    /// When the latest of the documents was stored; nil when there are none.
    public let updatedAt: LibPQ.Timestamp?

    init(_ rows: [(String, LibPQ.Timestamp)]) {
        ids = rows.map(\.0)
        updatedAt = rows.map(\.1).max()
    }

    /// The list as it is served: an array of the ids.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in for id in ids { writer.string(id) } }
        return writer.bytes
    }

    /// The tag of the list: another one when a document comes or goes.
    public var tag: String { DocumentContent.tag(of: json) }
}
