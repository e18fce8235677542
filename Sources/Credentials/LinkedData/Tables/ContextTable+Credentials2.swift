extension ContextTable {
    /// Verifiable Credentials, data model 2.0.
    static let credentials2 = ContextTable(
        "https://www.w3.org/ns/credentials/v2",
        sha256: "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"
    ) {
        Namespace.schema.terms("description", "name")
        Namespace.schema.terms("mediaType", as: "encodingFormat")
        Namespace.security.terms("digestMultibase", type: .multibase)
        Namespace.credentials.terms("digestSRI", type: Namespace.credentials("sriString"))
        Namespace.credentials.terms(
            "EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation", "JsonSchemaCredential")
        credential
        presentation
        Namespace.credentials.scope("JsonSchema") { Namespace.credentials.terms("jsonSchema", type: .json) }
        Namespace.status.terms("BitstringStatusListCredential")
        Namespace.status.scope("BitstringStatusList") {
            Namespace.status.terms("encodedList", type: .multibase)
            Namespace.status.terms("statusPurpose", "ttl")
        }
        statusEntry
        dataIntegrityProof(cryptosuite: Namespace.security("cryptosuiteString"), hasPrevious: true)
        tokenClaims
    }

    private static let credential = Namespace.credentials.scope("VerifiableCredential") {
        Namespace.credentials.terms(
            "confidenceMethod", "credentialSchema", "credentialStatus", "credentialSubject", "evidence", "issuer",
            "refreshService", "relatedResource", "renderMethod", "termsOfUse", type: .reference)
        Namespace.schema.terms("description", "name")
        Namespace.security.terms("proof", type: .reference, in: .graph)
        Namespace.credentials.terms("validFrom", "validUntil", type: .dateTime)
    }

    private static let presentation = Namespace.credentials.scope("VerifiablePresentation") {
        Namespace.credentials.terms("holder", "termsOfUse", type: .reference)
        Namespace.security.terms("proof", type: .reference, in: .graph)
        Namespace.credentials.clearing("verifiableCredential", type: .reference, in: .graph)
    }

    private static let statusEntry = Namespace.status.scope("BitstringStatusListEntry") {
        Namespace.status.terms("statusListCredential", "statusReference", type: .reference)
        Namespace.status.terms("statusListIndex", "statusPurpose")
        Namespace.status.terms("statusSize", type: Namespace.xsdByHTTPS("integer"))
        Namespace.status.scope("statusMessage") { Namespace.status.terms("message", "status") }
    }

    @TermList private static var tokenClaims: [Term] {
        Namespace.jwt.terms("...", "_sd_alg")
        Namespace.jwt.terms("_sd", type: .json)
        Namespace.jwt.terms("aud", type: .reference)
        Namespace.jwt.scope("cnf", hasAliases: false) {
            Namespace.jwt.terms("kid", type: .reference)
            Namespace.jwt.terms("jwk", type: .json)
        }
        Namespace.jwt.terms("exp", "iat", "nbf", type: Namespace.xsdByHTTPS("nonNegativeInteger"))
        Namespace.jose.terms("iss", "jku", "kid", "sub", "x5u", type: .reference)
    }
}
