internal import JSON

/// What a holder adds to an SD-JWT to show that the key is theirs that it is bound to (RFC 9901 §4.3).
struct KeyBinding: Sendable {
    private let token: CompactJWS
    private let payload: JSONValue

    /// Reads the token at the end of an SD-JWT.
    init(_ text: some Collection<UInt8>) throws(CredentialError) {
        token = try CompactJWS(parsing: text, types: ["kb+jwt"], reading: .anyMembers)
        let limits = JSONLimits(maximumDepth: 8, maximumBytes: 16384)
        guard token.header.type == "kb+jwt", let root = try? JSONDocument(parsing: token.payload, limits: limits).root,
            root.kind == .object
        else { throw CredentialError(.invalidToken, "The holder's signature at the end is none of a key binding.") }
        payload = root
    }

    /// Whether the key that the credential is bound to signed just this presentation.
    ///
    /// Whom it was made for and whose challenge it answers only they can tell: nobody asked for it here.
    ///
    /// - Parameters:
    ///   - digest: Of the presentation up to the key binding.
    ///   - confirmation: The credential's claim `cnf`.
    func outcome(digest: String, confirmation: JSONValue?, at instant: Instant) -> CheckOutcome {
        guard let jwk = confirmation?["jwk"] else {
            return .failed("It ends with a holder's signature, but is not bound to a key (cnf).")
        }
        guard let key = try? PublicKey(jwk: jwk) else {
            return .couldNotCheck("The key that it is bound to is of a kind that can't be checked here.")
        }
        guard CompactJWS.algorithm(named: token.header.algorithm) == key.algorithm,
            key.isValid(signature: token.signature, over: token.signingInput)
        else { return .failed("The key that it is bound to did not sign this presentation.") }
        guard payload["sd_hash"]?.string.map(sameBytes(digest)) == true else {
            return .failed("The holder signed another presentation than this one.")
        }
        guard let made = payload["iat"]?.double.flatMap({ Int(exactly: $0.rounded(.down)) }),
            payload["aud"]?.kind == .string, payload["nonce"]?.kind == .string
        else { return .failed("The holder's signature doesn't say when, for whom and to which question it was made.") }
        guard made <= instant.seconds + Self.tolerance else {
            return .failed("The holder's signature is of a time that has not come yet.")
        }
        return .passed
    }

    /// How many seconds a holder's clock may be ahead.
    private static let tolerance = 300
}
