/// Where a verifier learns whether an issuer has revoked a credential.
public protocol StatusResolver: Sendable {
    /// The standing of a credential by its `credentialStatus`.
    ///
    /// An error means *could not be checked*; the message of a ``CredentialError`` or ``StatusListError`` is shown to
    /// the reader.
    func standing(by status: CredentialStatusReference) async throws -> CredentialStanding

    /// The standing of a credential that names no `credentialStatus`; nil where nothing more is known of it.
    ///
    /// - Parameters:
    ///   - credential: The credential's id.
    ///   - issuer: Its issuer, whose signature has been checked or is yet to be.
    func standing(ofCredential credential: String, issuer: String) async throws -> CredentialStanding?
}

extension StatusResolver {
    /// Nothing is known of credentials that name no status.
    public func standing(ofCredential credential: String, issuer: String) async throws -> CredentialStanding? { nil }
}

/// Whether an issuer still stands by a credential.
public enum CredentialStanding: Hashable, Sendable {
    /// It does.
    case good
    /// It has revoked it; a reason may be known.
    case revoked(reason: String?)
    /// It has taken it back for now.
    case suspended
}

/// The `credentialStatus` of a credential.
public struct CredentialStatusReference: Hashable, Sendable {
    /// Its type, such as `BitstringStatusListEntry`.
    public let type: String
    /// Its id.
    public let id: String?
    /// The issuer of the credential.
    public let issuer: String
    /// The credential's own id.
    public let credential: String?
    /// The whole object as JSON.
    public let json: [UInt8]
}
