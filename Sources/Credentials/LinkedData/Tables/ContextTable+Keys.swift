extension ContextTable {
    /// Keys in Multibase.
    static let multikey = ContextTable(
        "https://w3id.org/security/multikey/v1",
        sha256: "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597"
    ) {
        Namespace.security.scope("Multikey") {
            key
            Namespace.security.terms("publicKeyMultibase", "secretKeyMultibase", type: .multibase)
        }
    }

    /// Keys in JOSE's form.
    static let jsonWebKey = ContextTable(
        "https://w3id.org/security/jwk/v1",
        sha256: "0f14b62f6071aafe00df265770ea0c7508e118247d79b7d861a406d2aa00bece"
    ) {
        Namespace.security.scope("JsonWebKey") {
            key
            Namespace.security.terms("publicKeyJwk", "secretKeyJwk", type: .json)
        }
    }

    /// What keys of every form have.
    @TermList private static var key: [Term] {
        Namespace.security.terms("controller", type: .reference)
        Namespace.security.terms("revoked", type: .dateTime)
        Namespace.security.terms("expires", as: "expiration", type: .dateTime)
    }
}
