internal import JSON

/// A proof as it stands in a document.
struct DataIntegrityProof: Sendable {
    /// The `type` of proofs with a cryptosuite.
    static let type = "DataIntegrityProof"

    /// The proof's own JSON.
    let value: JSONValue
    let id: String?
    let type: String
    let cryptosuite: String?
    /// The DID URL of the key.
    let verificationMethod: String
    let purpose: String
    let expires: Instant?
    let domains: [String]
    let challenge: String?
    /// The ids of the proofs that it covers.
    let previousProofs: [String]
    /// The signature in multibase.
    let proofValue: String

    /// Reads a proof; refuses one that lacks a member or has one of the wrong kind.
    init(_ value: JSONValue) throws(CredentialError) {
        guard value.kind == .object else { throw Self.error("is not an object") }
        self.value = value
        id = try Self.text(value, "id")
        type = try Self.required(value, "type")
        cryptosuite = try Self.text(value, "cryptosuite")
        verificationMethod = try Self.required(value, "verificationMethod")
        purpose = try Self.required(value, "proofPurpose")
        proofValue = try Self.required(value, "proofValue")
        _ = try Self.instant(value, "created")
        expires = try Self.instant(value, "expires")
        domains = try Self.texts(value, "domain")
        challenge = try Self.text(value, "challenge")
        _ = try Self.text(value, "nonce")
        previousProofs = try Self.texts(value, "previousProof")
    }

    /// Why the proof doesn't serve, whatever its signature.
    func objection(_ expectation: ProofExpectation) -> String? {
        if !sameBytes(purpose, expectation.purpose) {
            return "Its proof is for another purpose, \(quoted(purpose))."
        }
        if let expires, expires <= expectation.instant { return "Its proof has expired." }
        if let domain = expectation.domain, !domains.contains(where: sameBytes(domain)) {
            return "Its proof is not for the domain that was asked for."
        }
        if let challenge = expectation.challenge, self.challenge.map(sameBytes(challenge)) != true {
            return "Its proof doesn't answer the challenge that was given."
        }
        return nil
    }

    private static func required(_ value: JSONValue, _ name: String) throws(CredentialError) -> String {
        guard let text = try text(value, name), !text.isEmpty else { throw error("has no \(name)") }
        return text
    }

    private static func text(_ value: JSONValue, _ name: String) throws(CredentialError) -> String? {
        guard let member = value[name] else { return nil }
        guard let text = member.string else { throw error("has a member \(name) that is not a text") }
        return text
    }

    private static func texts(_ value: JSONValue, _ name: String) throws(CredentialError) -> [String] {
        guard let member = value[name] else { return [] }
        let elements = member.kind == .array ? Array(member.elements) : [member]
        let texts = elements.compactMap(\.string)
        guard texts.count == elements.count else { throw error("has a member \(name) that holds more than texts") }
        return texts
    }

    private static func instant(_ value: JSONValue, _ name: String) throws(CredentialError) -> Instant? {
        guard let text = try text(value, name) else { return nil }
        guard let instant = DateTime.parse(text) else { throw error("has a date \(name) that can't be read") }
        return instant
    }

    private static func error(_ what: String) -> CredentialError {
        CredentialError(.invalidProof, "The proof \(what).")
    }
}
