/// The pilot or partner in whose care a person was assessed.
public struct CredentialSource: Hashable, Sendable {
    /// Its URI.
    public var id: String
    /// Its name.
    public var name: String

    /// Names a source.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
