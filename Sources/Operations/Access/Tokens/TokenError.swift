/// Why a bearer token names nobody.
public enum TokenError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The token is not one that this installation accepts.
    case invalid(String)
    /// The issuer's keys cannot be had, so nothing is known of the token.
    case keysUnavailable(String)

    /// The error in words.
    public var description: String {
        switch self {
        case .invalid(let reason): reason
        case .keysUnavailable(let reason): "the issuer's keys cannot be had: \(reason)"
        }
    }
}
