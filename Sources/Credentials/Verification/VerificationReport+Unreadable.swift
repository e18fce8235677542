package import FoundationEssentials

extension VerificationReport {
    /// The report of a file that should hold a credential, and doesn't.
    package static func unreadable(
        _ error: CredentialError, recipient: String?, at instant: Date
    ) -> VerificationReport {
        unreadable(.failed(error.message), recipient: recipient, at: instant)
    }

    /// The report of something whose form already ends the verification.
    static func unreadable(_ format: CheckOutcome, recipient: String?, at instant: Date) -> VerificationReport {
        let unread = CheckOutcome.couldNotCheck("It could not be read that far.")
        return VerificationReport(
            verdict: format.isFailed ? .invalid : .undetermined,
            checks: [
                VerificationCheck(.format, format), VerificationCheck(.schema, unread),
                VerificationCheck(.signature, unread), VerificationCheck(.issuer, unread),
            ] + VerificationCheck.unseen(recipient: recipient),
            instant: instant, content: nil)
    }
}

extension VerificationCheck {
    /// The checks of what a credential says, as long as it isn't certain who says it.
    static func unseen(recipient: String?) -> [VerificationCheck] {
        let unseen = CheckOutcome.couldNotCheck("Not looked at, since it is not certain who signed it.")
        return [
            VerificationCheck(.status, unseen), VerificationCheck(.dates, unseen),
            VerificationCheck(.recipient, recipient == nil ? .notRequested : unseen),
        ]
    }
}
