/// One file of SQL that the binary carries.
public struct SchemaFile: Sendable, Hashable {
    /// The path below `sql/`, as `migrations/0001_roles.sql`.
    public let name: String
    /// The file's text, byte for byte.
    public let text: String

    /// Makes a file from its path and text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
