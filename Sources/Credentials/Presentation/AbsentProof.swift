/// No proof at all: anybody could have written the credential.
struct AbsentProof: SecuringMechanism {
    var verificationMethod: String? { nil }

    func objection(at instant: Instant) -> CheckOutcome? { .failed("Nobody signed it.") }

    func outcome(with key: PublicKey) -> CheckOutcome { .failed("Nobody signed it.") }
}
