/// What a host of badges may do for a holder, by the scopes of Open Badges 3.0.
public enum HostScope: String, Sendable, CaseIterable {
    /// Reading the holder's credentials.
    case readCredentials = "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly"
    /// Adding credentials of others to them.
    case upsertCredentials = "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert"
    /// Reading the holder's profile.
    case readProfile = "https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.readonly"
    /// Changing it.
    case updateProfile = "https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.update"
    /// Doing so while the holder is away, by refresh tokens.
    case offlineAccess = "offline_access"

    /// The scopes in a list that is separated by spaces, each once; nil when one is unknown, or there is none.
    public static func list(_ text: String) -> [HostScope]? {
        let names = text.split(separator: " ").map(String.init)
        let scopes = names.compactMap(HostScope.init(rawValue:))
        guard !scopes.isEmpty, scopes.count == names.count else { return nil }
        return allCases.filter(scopes.contains)
    }

    /// The scopes as one text.
    public static func text(_ scopes: [HostScope]) -> String { scopes.map(\.rawValue).joined(separator: " ") }
}
