internal import Credentials

extension VerificationVerdict {
    /// The answer in two or three words.
    var title: String {
        switch self {
        case .valid: "Valid"
        case .expired: "Valid, but expired"
        case .notYetValid: "Not yet in force"
        case .revoked: "Revoked"
        case .invalid: "Not valid"
        case .undetermined: "Cannot be verified"
        }
    }

    /// How the answer looks.
    ///
    /// Genuine but taken back looks otherwise than not genuine.
    var tone: String {
        switch self {
        case .valid: "good"
        case .expired, .notYetValid, .undetermined: "warn"
        case .revoked: "revoked"
        case .invalid: "bad"
        }
    }
}

extension CheckOutcome {
    /// The outcome in a word, with a sign.
    var label: String {
        switch self {
        case .passed: "✓ Passed"
        case .failed: "✗ Failed"
        case .couldNotCheck: "? Not checkable"
        case .notApplicable: "– Nothing to check"
        case .notRequested: "– Not asked"
        }
    }

    /// How the outcome looks.
    var tone: String {
        switch self {
        case .passed: "good"
        case .failed: "bad"
        case .couldNotCheck: "warn"
        case .notApplicable, .notRequested: "calm"
        }
    }
}

extension VerificationCheck.Name {
    /// What is checked, in a word or two.
    var title: String {
        switch self {
        case .format: "Form"
        case .schema: "Open Badges 3.0"
        case .signature: "Signature"
        case .issuer: "Issuer"
        case .disclosures: "Disclosures"
        case .binding: "Holder's key"
        case .status: "Revocation"
        case .dates: "Dates"
        case .recipient: "Person"
        }
    }
}
