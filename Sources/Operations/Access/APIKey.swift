public import FoundationEssentials

/// A key with which a program speaks to the HTTP interfaces: HTTP Basic, name and secret.
public struct APIKey: Sendable, Equatable {
    /// Names the key in logs and as the authority of its statements.
    public let id: UUID
    /// The user name of HTTP Basic.
    public let name: String
    /// SHA-256 of the secret.
    let secretHash: [UInt8]
    /// What the key may do.
    public let scopes: Set<Scope>
    /// The partner whose data the key is limited to; nil for the whole scheme.
    public let partnerKey: Int64?
    /// That partner's code.
    public let partnerCode: String?
    /// The xAPI version that answers a request which names none, `1.0.3` or `2.0.0`.
    public let xapiVersion: String
    /// Whether statements of the key that are refused as invalid go to quarantine.
    public let quarantines: Bool
    /// When the key was made.
    public let createdAt: Date
    /// From when the key is refused.
    public let expiresAt: Date?
    /// Last use, to the minute.
    public let lastUsedAt: Date?

    /// Whether the key is past its expiry.
    public func isExpired(at moment: Date) -> Bool {
        expiresAt.map { $0 <= moment } ?? false
    }

    /// Whether the key may do what a scope stands for.
    public func grants(_ scope: Scope) -> Bool {
        scope.isGranted(by: scopes)
    }
}
