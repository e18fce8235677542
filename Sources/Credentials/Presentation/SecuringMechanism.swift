/// What secures a presented credential, whichever way.
///
/// A mechanism never decides whose key it is: it names one, and is then given the key that the issuer lists.
protocol SecuringMechanism: Sendable {
    /// The DID URL of the key that the credential names.
    var verificationMethod: String? { get }

    /// What can be told without a key, if that already settles it.
    func objection(at instant: Instant) -> CheckOutcome?

    /// The outcome of checking with the issuer's key.
    func outcome(with key: PublicKey) -> CheckOutcome
}
