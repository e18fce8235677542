/// What was found about who signed a credential.
struct ProofFinding {
    let signature: VerificationCheck
    let issuer: VerificationCheck

    init(signature: CheckOutcome, issuer: CheckOutcome) {
        self.signature = VerificationCheck(.signature, signature)
        self.issuer = VerificationCheck(.issuer, issuer)
    }

    /// What several proofs of one credential come to.
    ///
    /// A signature that doesn't fit is worse than all that the others can mend. Otherwise one proof of the issuer's
    /// suffices, and others, of a kind or by somebody unknown, take nothing from it.
    init(combining findings: [ProofFinding]) {
        let weighed =
            findings.first { $0.signature.outcome.isFailed } ?? findings.first(where: \.isEstablished)
            ?? findings.first { $0.signature.outcome == .passed && $0.issuer.outcome.isFailed }
            ?? findings.first { !$0.issuer.outcome.isFailed } ?? findings.first
        self = weighed ?? ProofFinding(signature: .failed("Nobody signed it."), issuer: .failed("Nobody signed it."))
    }

    /// Whether it is certain that the issuer signed.
    var isEstablished: Bool { signature.outcome == .passed && issuer.outcome == .passed }
}
