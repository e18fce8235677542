/// Why a credential's status can't be told, by the names of Bitstring Status List v1.0.
public struct StatusListError: Error, Hashable, Sendable {
    /// The names of the errors.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        /// The list could not be fetched.
        case retrieval = "STATUS_RETRIEVAL_ERROR"
        /// The list is not by its issuer, not in force, or not for the purpose.
        case verification = "STATUS_VERIFICATION_ERROR"
        /// The list is shorter than a list may be.
        case listLength = "STATUS_LIST_LENGTH_ERROR"
        /// The list has no entry with the index.
        case range = "RANGE_ERROR"
        /// A value in the credential's entry or in the list is not of its form.
        case malformedValue = "MALFORMED_VALUE_ERROR"
    }

    /// The error's name.
    public let name: Name
    /// What is wrong, in a sentence.
    public let message: String

    /// An error.
    public init(_ name: Name, _ message: String) {
        self.name = name
        self.message = message
    }

    /// The error's type in problem details (RFC 9457).
    public var type: String { "https://www.w3.org/ns/credentials/status-list#" + name.rawValue }
}

extension StatusListError: CustomStringConvertible {
    /// The name and the message.
    public var description: String { "\(name.rawValue): \(message)" }
}
