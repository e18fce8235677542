/// A competence framework by name and URI.
public struct FrameworkReference: Hashable, Sendable {
    /// The framework's name with its version.
    public var name: String
    /// The framework's URI.
    public var uri: String?

    /// Names a framework.
    public init(name: String, uri: String? = nil) {
        self.name = name
        self.uri = uri
    }
}
