/// Why a key could not be made or found.
public enum APIKeyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A living key has the name already.
    case nameTaken(String)
    /// No living key has the name.
    case unknownName(String)
    /// The name is empty or has a colon, which ends the user name of HTTP Basic.
    case badName(String)
    /// No partner has the code.
    case unknownPartner(String)
    /// The secret given for the key is too short to be one.
    case weakSecret

    /// The error in words.
    public var description: String {
        switch self {
        case .nameTaken(let name): "name: a key named \"\(name)\" exists; revoke or rotate it, or choose another name."
        case .unknownName(let name): "name: no key is named \"\(name)\"."
        case .badName(let name): "name: \"\(name)\" is empty, or has a colon or a control character."
        case .unknownPartner(let code): "partner: no partner has the code \"\(code)\"."
        case .weakSecret: "secret: it must have at least 8 characters."
        }
    }
}
