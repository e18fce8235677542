/// A proof that can't be read.
struct MalformedProof: SecuringMechanism {
    let reason: String

    var verificationMethod: String? { nil }

    func objection(at instant: Instant) -> CheckOutcome? { .failed(reason) }

    func outcome(with key: PublicKey) -> CheckOutcome { .failed(reason) }
}
