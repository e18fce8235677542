/// A Data Integrity proof within a credential, which is recognised but not yet checked.
struct EmbeddedProof: SecuringMechanism {
    /// The name of the cryptographic suite.
    let suite: String
    let verificationMethod: String?

    var objection: CheckOutcome? {
        .couldNotCheck("It carries a proof, \(quoted(suite)), which can't be checked here.")
    }

    func outcome(with key: PublicKey) -> CheckOutcome { objection ?? .couldNotCheck("It can't be checked here.") }
}
