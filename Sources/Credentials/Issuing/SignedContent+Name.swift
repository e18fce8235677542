internal import JSON

extension SignedContent {
    /// What a credential that has a name in it says of the name, after its description.
    static let nameNote = "The person's name is as the person gave it; the issuer has not checked it."

    /// The same, with the person's name in it in clear, and a word on where the name is from.
    ///
    /// The name stands after what else the person can be recognised by, so that whoever asks can still compare that. Id,
    /// dates and place in the status list stay: it is the same credential, and revoked with it.
    ///
    /// - Throws: `CredentialError` when the credential says a name already.
    public func naming(_ name: PersonName) throws(CredentialError) -> SignedContent {
        let root = try Self.parse(json)
        guard let subject = root["credentialSubject"] else {
            throw CredentialError(.invalidCredential, "The credential lacks a subject.")
        }
        let known = subject["identifier"].map { Array($0.elements) } ?? []
        guard !known.contains(where: { $0["identityType"]?.string.map(sameBytes("name")) ?? false }) else {
            throw CredentialError(.invalidCredential, "The credential has a name in it already.")
        }
        let identifiers = JSONTree.array(
            known.map { .raw(Array($0.bytes)) } + [RecipientIdentifier.name(name.text).tree])
        let named = subject.bytes(setting: "identifier", to: identifiers.bytes)
        let description = [root["description"]?.string, Self.nameNote].compactMap(\.self).joined(separator: " ")
        let noted = try Self.parse(root.bytes(setting: "description", to: JSONTree.string(description).bytes))
        return SignedContent(
            id: id, json: noted.bytes(setting: "credentialSubject", to: named), claims: claims)
    }
}

extension JSONValue {
    /// An object's JSON with a value for a member: in the place that it has, or at the end.
    fileprivate func bytes(setting name: String, to json: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        var isSet = false
        writer.object { writer in
            for (key, value) in members {
                let own = key.string ?? ""
                let isMeant = sameBytes(own, name)
                writer.key(own)
                writer.raw(isMeant ? json : Array(value.bytes))
                isSet = isSet || isMeant
            }
            guard !isSet else { return }
            writer.key(name)
            writer.raw(json)
        }
        return writer.bytes
    }
}
