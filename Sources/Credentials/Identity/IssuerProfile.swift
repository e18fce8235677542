/// Who issues credentials, as each credential says it.
public struct IssuerProfile: Hashable, Sendable {
    /// The issuer's DID.
    public var id: String
    /// The name to show.
    public var name: String
    /// The issuer's home page.
    public var url: String?
    /// What the issuer does, in a sentence.
    public var description: String?
    /// Where to write to.
    public var email: String?
    /// The URL of a logo.
    public var image: String?

    /// Describes an issuer.
    public init(
        id: String, name: String, url: String? = nil, description: String? = nil, email: String? = nil,
        image: String? = nil
    ) {
        self.id = id
        self.name = name
        self.url = url
        self.description = description
        self.email = email
        self.image = image
    }

    var tree: JSONTree {
        .object(
            .init("id", id), .init("type", texts: ["Profile"]), .init("name", name), .init("url", url),
            .init("description", description), .init("email", email),
            .init("image", image.map { .object(.init("id", $0), .init("type", "Image")) }))
    }
}
