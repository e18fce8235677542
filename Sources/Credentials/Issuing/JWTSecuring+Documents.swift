internal import JSON

extension JWTSecuring {
    /// Signs any credential, with the claims that repeat parts of it.
    ///
    /// - Throws: ``CredentialError`` when the signer gives no signature of ES256.
    func secure(_ credential: JSONValue) async throws -> [UInt8] {
        let issuer = credential["issuer"]
        let claims: [JSONTree.Member] = [
            .init("iss", issuer?.string ?? issuer?["id"]?.string), .init("jti", credential["id"]?.string),
            .init("sub", credential["credentialSubject"]?["id"]?.string),
            .init("nbf", Self.seconds(credential["validFrom"])), .init("exp", Self.seconds(credential["validUntil"])),
        ].filter { $0.value != nil }
        let members = claims.compactMap { claim in claim.value.map { (name: claim.name, json: $0.bytes) } }
        return try await token(of: credential.bytes(without: claims.map(\.name), adding: members))
    }

    private static func seconds(_ date: JSONValue?) -> JSONTree? {
        date?.string.flatMap(DateTime.parse).map { .integer($0.seconds) }
    }
}
