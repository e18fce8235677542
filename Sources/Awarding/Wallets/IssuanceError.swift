/// Why a wallet is not given a credential, by the codes of OpenID4VCI 1.0 and OAuth 2.0.
public struct IssuanceError: Error, Sendable, Equatable {
    /// The codes.
    public enum Code: String, Sendable {
        /// A parameter is missing, or is not what it has to be, or stands where it may not.
        case invalidRequest = "invalid_request"
        /// A code or transaction code that is wrong, was used or has expired.
        case invalidGrant = "invalid_grant"
        /// A token that is not good, or not any more.
        case invalidToken = "invalid_token"
        /// A credential request that is malformed.
        case invalidCredentialRequest = "invalid_credential_request"
        /// A credential configuration that there isn't.
        case unknownCredentialConfiguration = "unknown_credential_configuration"
        /// A credential that the token isn't for.
        case unknownCredentialIdentifier = "unknown_credential_identifier"
        /// A proof of a key that proves nothing.
        case invalidProof = "invalid_proof"
        /// A proof that answers no challenge of ours, or one that was used.
        case invalidNonce = "invalid_nonce"
        /// A credential that is not issued any more.
        case credentialRequestDenied = "credential_request_denied"
        /// A notification id that the token isn't for.
        case invalidNotificationID = "invalid_notification_id"
        /// A notification that is malformed.
        case invalidNotificationRequest = "invalid_notification_request"
    }

    /// The code.
    public let code: Code
    /// What is wrong, in plain words and ASCII without quotation marks.
    public let description: String

    /// An error.
    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
