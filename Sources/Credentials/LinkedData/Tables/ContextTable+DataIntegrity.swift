extension ContextTable {
    /// Data Integrity, version 2.
    static let dataIntegrity2 = ContextTable(
        "https://w3id.org/security/data-integrity/v2",
        sha256: "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4"
    ) {
        Namespace.security.terms("proof", type: .reference, in: .graph)
        dataIntegrityProof(cryptosuite: Namespace.security("cryptosuiteString"), hasPrevious: true)
    }

    /// Data Integrity, version 1.
    static let dataIntegrity1 = ContextTable(
        "https://w3id.org/security/data-integrity/v1",
        sha256: "b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554"
    ) {
        Namespace.security.terms("proof", type: .reference, in: .graph)
        dataIntegrityProof(cryptosuite: nil, hasPrevious: false)
    }

    /// The proof of Data Integrity, which several contexts define.
    static func dataIntegrityProof(cryptosuite: RDFText?, hasPrevious: Bool) -> [Term] {
        let previous = hasPrevious ? Namespace.security.terms("previousProof", type: .reference) : []
        return Namespace.security.scope("DataIntegrityProof") {
            Namespace.security.terms("challenge", "domain", "nonce")
            Namespace.security.terms("cryptosuite", type: cryptosuite)
            Namespace.dublinCore.terms("created", type: .dateTime)
            Namespace.security.terms("expires", as: "expiration", type: .dateTime)
            previous
            proofPurpose
            Namespace.security.terms("proofValue", type: .multibase)
            Namespace.security.terms("verificationMethod", type: .reference)
        }
    }

    /// What keys are used for.
    static let proofPurpose = Namespace.security.scope("proofPurpose", type: .term) {
        Namespace.security.terms("assertionMethod", type: .reference, in: .set)
        Namespace.security.terms("authentication", as: "authenticationMethod", type: .reference, in: .set)
        Namespace.security.terms("capabilityDelegation", as: "capabilityDelegationMethod", type: .reference, in: .set)
        Namespace.security.terms("capabilityInvocation", as: "capabilityInvocationMethod", type: .reference, in: .set)
        Namespace.security.terms("keyAgreement", as: "keyAgreementMethod", type: .reference, in: .set)
    }
}
