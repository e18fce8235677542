internal import JSON

/// A disclosure as somebody handed it in.
struct ReceivedDisclosure: Sendable {
    /// The disclosure as it stood in the SD-JWT.
    let text: [UInt8]
    /// The name of the member that it discloses; nil for an element of an array.
    let name: String?
    /// What is disclosed.
    let value: JSONValue

    /// Reads a disclosure: base64url of an array of salt, perhaps a name, and a value.
    init(_ text: some Collection<UInt8>) throws(CredentialError) {
        guard let json = Base64URL.decode(text), !json.isEmpty else { throw Self.error("is not base64url") }
        let limits = JSONLimits(maximumDepth: 32, maximumBytes: CompactJWS.maximumBytes)
        guard let root = try? JSONDocument(parsing: json, limits: limits).root, root.kind == .array,
            root.count == 2 || root.count == 3, root[0]?.kind == .string, let value = root[root.count - 1]
        else { throw Self.error("is not a list of a salt, a name for a member, and a value") }
        if root.count == 3 {
            guard let name = root[1]?.string else { throw Self.error("has a name that is no text") }
            guard !["_sd", "..."].contains(where: sameBytes(name)) else {
                throw Self.error("has a name that no claim may have, \(quoted(name))")
            }
            self.name = name
        } else {
            name = nil
        }
        self.text = Array(text)
        self.value = value
    }

    private static func error(_ what: String) -> CredentialError {
        CredentialError(.invalidToken, "A disclosure \(what).")
    }
}
