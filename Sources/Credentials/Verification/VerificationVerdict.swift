/// The answer to whether a credential can be relied on.
public enum VerificationVerdict: String, Hashable, Sendable, CaseIterable {
    /// Every check that applies was passed.
    case valid
    /// Genuine, but no longer in force.
    case expired
    /// Genuine, but not yet in force.
    case notYetValid
    /// Genuine, but taken back by the issuer.
    case revoked
    /// Not genuine, not well-formed, or not about the person named.
    case invalid
    /// Something that matters could not be checked.
    case undetermined

    /// The answer in plain words.
    public var text: String {
        switch self {
        case .valid: "This credential is valid."
        case .expired: "This credential is genuine, but it has expired."
        case .notYetValid: "This credential is genuine, but it is not yet in force."
        case .revoked: "This credential is genuine, but the issuer has revoked it."
        case .invalid: "Do not rely on this credential."
        case .undetermined: "This credential could not be verified."
        }
    }
}
