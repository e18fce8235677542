/// Why nothing can be signed, or why a key's state does not change.
public struct IssuerKeyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of reasons.
    public enum Code: Sendable {
        /// The key that signs now is one that this process doesn't have.
        case notHere
        /// No key of an algorithm signs now.
        case noneInUse
        /// There is no such key.
        case unknown
        /// Its state, or the time since it was listed, forbids it.
        case forbidden
    }

    /// The kind of reason.
    public let code: Code
    /// The reason, and what to do about it.
    public let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
