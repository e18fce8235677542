public import FoundationEssentials

/// Who makes a request, and what it may do: an API key, or whom an issuer's token names.
public struct Caller: Sendable, Hashable {
    /// Names the caller in logs, and what is counted per caller.
    public let id: String
    /// The name of the API key, or whom the token names: for people who read who did what.
    public let name: String
    /// The caller's API key; nil for a token.
    public let keyID: UUID?
    /// The home page of the account that vouches for the caller's statements (xAPI 2.0 §4.2.3.6); nil for this
    /// installation's own keys.
    public let homePage: String?
    /// The name of that account.
    public let accountName: String
    /// The account of the application that acts for the caller, where it is another.
    public let application: String?
    /// What the caller may do.
    public let scopes: Set<Scope>
    /// The partner whose data the caller is limited to; nil for the whole scheme.
    public let partnerCode: String?
    /// The xAPI version that answers a request which names none, `1.0.3` or `2.0.0`.
    public let xapiVersion: String
    /// Whether statements of the caller that are refused as invalid go to quarantine.
    public let quarantines: Bool

    /// Whether the caller may do what a scope stands for.
    public func grants(_ scope: Scope) -> Bool { scope.isGranted(by: scopes) }
}

extension Caller {
    /// The holder of an API key.
    public init(_ key: APIKey) {
        id = key.id.uuidString.lowercased()
        name = key.name
        keyID = key.id
        homePage = nil
        accountName = id
        application = nil
        scopes = key.scopes
        partnerCode = key.partnerCode
        xapiVersion = key.xapiVersion
        quarantines = key.quarantines
    }

    /// Whom a token names: the subject, as its issuer knows it.
    ///
    /// - Parameters:
    ///   - application: Who brings the token, as the issuer knows it; the subject itself where no user is there.
    ///   - partner: Code of the partner whose data it is limited to.
    init(issuer: String, subject: String, application: String?, scopes: Set<Scope>, partner: String?) {
        id = "\(issuer)#\(subject)"
        name = subject
        keyID = nil
        homePage = issuer
        accountName = subject
        self.application = application == subject ? nil : application
        self.scopes = scopes
        partnerCode = partner
        xapiVersion = "2.0.0"
        quarantines = false
    }
}
