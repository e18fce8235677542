extension CompactJWS: SecuringMechanism {
    var verificationMethod: String? { header.keyID }

    func objection(at instant: Instant) -> CheckOutcome? {
        let algorithm = header.algorithm
        if sameBytes(algorithm, SignatureAlgorithm.es256.name) {
            if header.bringsKey {
                return .failed("The credential brings its own key, which anybody can make. It proves no issuer.")
            }
            return header.keyID == nil ? .failed("The credential doesn't name the key it was signed with.") : nil
        }
        if Self.otherSignatures.contains(where: { sameBytes($0, algorithm) }) {
            return .couldNotCheck("It is signed with \(algorithm); only ES256 can be checked here.")
        }
        return .failed("Its algorithm, \(quoted(algorithm)), is no signature of an issuer.")
    }

    /// Signatures with a private key that exist (RFC 7518, RFC 8037) but that aren't checked.
    private static let otherSignatures = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES384", "ES512", "ES256K", "EdDSA", "Ed25519",
    ]

    func outcome(with key: PublicKey) -> CheckOutcome {
        key.algorithm == .es256 && key.isValid(signature: signature, over: signingInput)
            ? .passed : .failed("The signature doesn't fit: the credential was changed, or somebody else signed it.")
    }
}
