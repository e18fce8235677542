/// What is checked of a document beside its data model.
package enum DocumentCheck: String, Hashable, Sendable, CaseIterable {
    /// Its proof, and whose key made it.
    case proof
    /// Whether the issuer has revoked it.
    case status = "credentialStatus"
    /// Whether it is in force.
    case dates
}
