extension VerificationVerdict {
    /// Weighs the checks: what makes a credential worthless first, then what makes it uncertain, then its dates.
    init(_ checks: [VerificationCheck], validity: Validity) {
        let core = checks.filter { [.format, .schema, .signature, .issuer, .disclosures, .binding].contains($0.name) }
        let failed = Set(checks.filter(\.outcome.isFailed).map(\.name))
        if core.contains(where: \.outcome.isFailed) {
            self = .invalid
        } else if core.contains(where: \.outcome.isUnknown) {
            self = .undetermined
        } else if validity.isContradictory || failed.contains(.recipient) {
            self = .invalid
        } else if failed.contains(.status) {
            self = .revoked
        } else if case .expired = validity {
            self = .expired
        } else if case .notYet = validity {
            self = .notYetValid
        } else {
            self = checks.contains(where: \.outcome.isUnknown) ? .undetermined : .valid
        }
    }
}
