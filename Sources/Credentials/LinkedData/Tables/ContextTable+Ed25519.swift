extension ContextTable {
    /// Keys and proofs of `Ed25519Signature2020`, the suite that came before Data Integrity.
    static let ed25519 = ContextTable(
        "https://w3id.org/security/suites/ed25519-2020/v1",
        sha256: "b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588"
    ) {
        Namespace.security.terms("proof", type: .reference, in: .graph)
        Namespace.security.scope("Ed25519VerificationKey2020") {
            Namespace.security.terms("controller", type: .reference)
            Namespace.security.terms("revoked", type: .dateTime)
            Namespace.security.terms("publicKeyMultibase", type: .multibase)
        }
        Namespace.security.scope("Ed25519Signature2020") {
            Namespace.security.terms("challenge", "domain", "nonce")
            Namespace.dublinCore.terms("created", type: .dateTime)
            Namespace.security.terms("expires", as: "expiration", type: .dateTime)
            proofPurpose
            Namespace.security.terms("proofValue", type: .multibase)
            Namespace.security.terms("verificationMethod", type: .reference)
        }
    }
}
