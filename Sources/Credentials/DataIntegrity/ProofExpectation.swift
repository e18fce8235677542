/// What a proof has to be for.
struct ProofExpectation: Sendable {
    /// What the key is used for; `assertionMethod` for credentials, `authentication` for presentations.
    var purpose = "assertionMethod"
    /// The domain that a presentation was asked for.
    var domain: String?
    /// The challenge that a presentation has to answer.
    var challenge: String?
    /// When it is looked at.
    var instant: Instant
}
