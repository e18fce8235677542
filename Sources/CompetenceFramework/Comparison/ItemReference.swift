/// An item as differences name it.
public struct ItemReference: Sendable, Hashable {
    /// The identifier.
    public let identifier: String
    /// The code, where it has one.
    public let code: String?
    /// The type in CASE.
    public let type: String?
    /// The statement.
    public let statement: String

    init(_ item: CFItem) {
        identifier = item.identifier
        code = item.code
        type = item.itemType
        statement = item.fullStatement
    }
}
