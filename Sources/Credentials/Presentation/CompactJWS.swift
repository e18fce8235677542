/// A JSON Web Signature in compact form, taken apart but not yet checked.
struct CompactJWS: Sendable {
    /// The size beyond which a token isn't read.
    static let maximumBytes = 1_048_576

    let header: JOSEHeader
    /// The signed content.
    let payload: [UInt8]
    /// What the signature is over: header and payload as they stand in the token.
    let signingInput: [UInt8]
    let signature: [UInt8]

    /// Reads a token: three parts of base64url in its only form, joined by points, nothing around them.
    init(
        parsing token: some Collection<UInt8>, types: [String] = JOSEHeader.credentialTypes,
        reading: JOSEHeader.Reading = .badgeMembers
    ) throws(CredentialError) {
        guard token.count <= Self.maximumBytes else {
            throw CredentialError(.invalidToken, "The token is longer than \(Self.maximumBytes) bytes.")
        }
        let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
            throw CredentialError(.invalidToken, "A compact JWS has three parts: header, payload and signature.")
        }
        guard parts[0].count <= reading.maximumBytes else {
            throw CredentialError(.invalidToken, "The header is longer than \(reading.maximumBytes) characters.")
        }
        guard let header = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw CredentialError(.invalidToken, "A part of the token is not base64url without padding.") }
        self.header = try JOSEHeader(parsing: header, types: types, reading: reading)
        self.payload = payload
        self.signature = signature
        signingInput = parts[0] + [UInt8(ascii: ".")] + parts[1]
    }
}
