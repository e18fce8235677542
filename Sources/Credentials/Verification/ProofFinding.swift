/// What was found about who signed a credential.
struct ProofFinding {
    let signature: VerificationCheck
    let issuer: VerificationCheck

    init(signature: CheckOutcome, issuer: CheckOutcome) {
        self.signature = VerificationCheck(.signature, signature)
        self.issuer = VerificationCheck(.issuer, issuer)
    }

    /// Whether it is certain that the issuer signed.
    var isEstablished: Bool { signature.outcome == .passed && issuer.outcome == .passed }
}
