public import struct FoundationEssentials.Date

/// What became of a well-formed signature.
public struct SignatureFinding: Sendable, Equatable {
    /// How far a signature can be trusted.
    public enum Status: String, Sendable, CaseIterable {
        /// Right, and by a key or certificate that this installation trusts.
        case verified
        /// No certificate was sent along and no trusted key made it: it could not be checked.
        case keyUnknown = "key_unknown"
        /// Right, but a certificate was not valid at the time of checking.
        case chainExpired = "chain_expired"
        /// Right by the certificate sent along, which no trusted one vouches for.
        case chainUntrusted = "chain_untrusted"
    }

    /// How far it can be trusted.
    public let status: Status
    /// `RS256`, `RS384` or `RS512`.
    public let algorithm: String
    /// Who the certificate says has signed (RFC 4514); nil when none was sent along.
    public var subject: String?
    /// Who vouches for the certificate.
    public var issuer: String?
    /// From when on all certificates are valid.
    public var validFrom: Date?
    /// Until when all certificates are valid.
    public var validUntil: Date?
    /// SHA-256 of the key's SubjectPublicKeyInfo; nil when the key is unknown.
    public var keyDigest: [UInt8]?
}
