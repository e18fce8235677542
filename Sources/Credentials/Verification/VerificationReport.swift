public import FoundationEssentials

/// What a verification found: an answer, and each check by itself.
public struct VerificationReport: Sendable {
    /// The answer.
    public let verdict: VerificationVerdict
    /// The checks in their order, each exactly once.
    public let checks: [VerificationCheck]
    /// The instant for which it was verified.
    public let instant: Date
    /// What the credential says; nil unless its signature and issuer were passed, since otherwise nobody says it.
    public let content: VerifiedContent?
    /// The reports of the credentials within a learner record, in their order; of other credentials there are none.
    public internal(set) var parts: [VerificationReport] = []

    /// The check with this name.
    public subscript(name: VerificationCheck.Name) -> VerificationCheck? {
        checks.first { $0.name == name }
    }

    /// The answer in plain words, with the first reason against it.
    public var text: String {
        guard let reason = decisiveCheck?.text, verdict == .invalid || verdict == .undetermined else {
            return verdict.text + partsText
        }
        return verdict.text + " " + reason
    }

    /// A warning that the record's own verdict is not that of each credential in it.
    private var partsText: String {
        let count = parts.count { $0.verdict != .valid }
        return count == 0 ? "" : " But \(count) of the \(parts.count) credentials in it are not valid: see each."
    }

    private var decisiveCheck: VerificationCheck? {
        checks.first { verdict == .invalid ? $0.outcome.isFailed : $0.outcome.isUnknown }
    }
}
