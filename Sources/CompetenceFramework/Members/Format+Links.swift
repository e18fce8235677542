import JSON

extension Format<LinkURI> {
    /// A link; a text is read as its URI, where that ends in the identifier.
    static let link = Format(
        shape: .json,
        read: { value, reader in
            guard value.kind == .string else { return object.read(value, &reader) }
            let uri = value.string ?? ""
            guard URIText.isAbsolute(uri), let identifier = UUIDText.canonical(String(uri.suffix(36))) else {
                reader.fault(.kind, "An object is expected, not a string.")
                return nil
            }
            reader.remark(.kind, "An object is expected, not a string; it is read as the link's URI.")
            return LinkURI(title: "", identifier: identifier, uri: uri)
        },
        write: { link, writer, form in link.write(to: &writer, form) })
}
