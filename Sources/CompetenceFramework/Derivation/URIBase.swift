/// Where the objects of a document are.
struct URIBase: Sendable {
    /// What comes before `/CFItems/…`.
    let base: String

    /// The base of a document's URI, which is `…/CFDocuments/{identifier}` or any other.
    init(_ document: CFDocument) {
        let suffix = "/CFDocuments/" + document.identifier
        base = document.uri.hasSuffix(suffix) ? String(document.uri.dropLast(suffix.count)) : document.uri
    }

    /// The URI of an object of a class.
    func uri(_ name: String, _ identifier: String) -> String { "\(base)/\(name)/\(identifier)" }
}
