extension ContextTable {
    /// Verifiable Credentials, data model 1.1.
    static let credentials1 = ContextTable(
        "https://www.w3.org/2018/credentials/v1",
        sha256: "ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc"
    ) {
        Namespace.security.terms("proof", type: .reference, in: .graph)
        credential
        Namespace.credentials.scope("VerifiablePresentation") {
            Namespace.credentials.prefix("cred")
            Namespace.security.prefix("sec")
            Namespace.credentials.terms("holder", type: .reference)
            Namespace.credentials.terms("verifiableCredential", type: .reference, in: .graph)
            Namespace.security.terms("proof", type: .reference, in: .graph)
        }
        signature("EcdsaSecp256k1Signature2019")
        signature("EcdsaSecp256r1Signature2019")
        signature("Ed25519Signature2018")
        // The published context forgot the prefixes of this one, so that they are schemes of IRIs.
        Namespace.security.scope("RsaSignature2018", hasAliases: false) {
            signatureTerms(security: Namespace("sec:"), dateTime: "xsd:dateTime")
        }
    }

    private static let credential = Namespace.credentials.scope("VerifiableCredential") {
        Namespace.credentials.prefix("cred")
        Namespace.security.prefix("sec")
        Namespace.xsd.prefix("xsd")
        Namespace.credentials.scope("credentialSchema", type: .reference) {
            Namespace.credentials.prefix("cred")
            Namespace.credentials.terms("JsonSchemaValidator2018")
        }
        Namespace.credentials.scope("refreshService", type: .reference) {
            Namespace.credentials.prefix("cred")
            Namespace.credentials.terms("ManualRefreshService2018")
        }
        Namespace.credentials.terms(
            "credentialStatus", "credentialSubject", "evidence", "holder", "issuer", "termsOfUse", type: .reference)
        Namespace.credentials.terms(
            "expirationDate", "issuanceDate", "issued", "validFrom", "validUntil", type: .dateTime)
        Namespace.security.terms("proof", type: .reference, in: .graph)
    }

    private static func signature(_ name: RDFText) -> [Term] {
        Namespace.security.scope(name) {
            Namespace.security.prefix("sec")
            Namespace.xsd.prefix("xsd")
            signatureTerms(security: .security, dateTime: .dateTime)
        }
    }

    @TermList private static func signatureTerms(security: Namespace, dateTime: RDFText) -> [Term] {
        security.terms("challenge", "domain", "jws", "nonce", "proofValue")
        Namespace.dublinCore.terms("created", type: dateTime)
        security.terms("expires", as: "expiration", type: dateTime)
        security.scope("proofPurpose", type: .term) {
            Namespace.security.prefix("sec")
            Namespace.security.terms("assertionMethod", type: .reference, in: .set)
            Namespace.security.terms("authentication", as: "authenticationMethod", type: .reference, in: .set)
        }
        security.terms("verificationMethod", type: .reference)
    }
}
