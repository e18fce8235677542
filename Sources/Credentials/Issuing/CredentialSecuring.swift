/// A way to secure a credential: an envelope around it, or a proof within.
public protocol CredentialSecuring: Sendable {
    /// Secures a credential; the result verifies anywhere without us.
    func secure(_ credential: OpenBadgeCredential) async throws -> SecuredCredential
}
