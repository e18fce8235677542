extension DIDKey {
    /// The identity in a DID URL whose fragment repeats its key; none when the URL is no such.
    init?(verificationMethod url: String) {
        guard let end = url.utf8.firstIndex(of: UInt8(ascii: "#")),
            let identity = try? DIDKey(did: String(url[..<end])), sameBytes(identity.verificationMethod, url)
        else { return nil }
        self = identity
    }
}
