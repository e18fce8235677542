extension CompactJWS {
    /// Signs a payload with ES256.
    static func token(header: JSONTree, payload: [UInt8], signer: any Signer) async throws -> [UInt8] {
        guard signer.algorithm == .es256 else {
            throw CredentialError(.signingFailed, "Tokens are signed with ES256, not with \(signer.algorithm).")
        }
        var token = Base64URL.encode(header.bytes) + [UInt8(ascii: ".")] + Base64URL.encode(payload)
        let signature = try await signer.signature(over: token)
        guard signature.count == 64 else {
            throw CredentialError(.signingFailed, "The signer gave \(signature.count) bytes where ES256 has 64.")
        }
        token += [UInt8(ascii: ".")] + Base64URL.encode(signature)
        return token
    }
}
