extension CompactJWS: SecuringMechanism {
    var verificationMethod: String? { header.keyID }

    func objection(at instant: Instant) -> CheckOutcome? {
        let algorithm = header.algorithm
        if Self.knownSignatures.contains(where: { sameBytes($0.name, algorithm) }) {
            if header.bringsKey {
                return .failed("The credential brings its own key, which anybody can make. It proves no issuer.")
            }
            return header.keyID == nil ? .failed("The credential doesn't name the key it was signed with.") : nil
        }
        if Self.otherSignatures.contains(where: { sameBytes($0, algorithm) }) {
            return .couldNotCheck(
                "It is signed with \(algorithm); only ES256, ES384, RS256 and EdDSA can be checked here.")
        }
        return .failed("Its algorithm, \(quoted(algorithm)), is no signature of an issuer.")
    }

    /// The signatures that are checked, by each of their names; Ed25519 has a newer one (RFC 9864).
    private static let knownSignatures: [(name: String, algorithm: SignatureAlgorithm)] =
        [SignatureAlgorithm.es256, .es384, .rs256, .edDSA].map { ($0.name, $0) } + [("Ed25519", .edDSA)]

    /// Signatures with a private key that exist (RFC 7518, RFC 8812) but that aren't checked.
    private static let otherSignatures = ["RS384", "RS512", "PS256", "PS384", "PS512", "ES512", "ES256K", "Ed448"]

    /// The algorithm of a signature that is checked.
    static func algorithm(named name: String) -> SignatureAlgorithm? {
        knownSignatures.first { sameBytes($0.name, name) }?.algorithm
    }

    func outcome(with key: PublicKey) -> CheckOutcome {
        key.algorithm == Self.algorithm(named: header.algorithm)
            && key.isValid(signature: signature, over: signingInput)
            ? .passed : .failed("The signature doesn't fit: the credential was changed, or somebody else signed it.")
    }
}
