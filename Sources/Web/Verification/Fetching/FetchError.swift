/// Why a document of somebody else's was not fetched.
public struct FetchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of reasons.
    enum Kind: Hashable, Sendable {
        /// This installation fetches nothing.
        case disabled
        /// The address is of a form, or leads to a place, that isn't asked.
        case refused
        /// Nobody answered in time, or not with a document.
        case unavailable
        /// What was sent is too large.
        case tooLarge
        /// Too many documents are being fetched at the moment.
        case busy
    }

    let kind: Kind
    /// The reason as a sentence, without anything that strangers wrote.
    public let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    static let disabled = FetchError(.disabled, "This installation asks no other servers.")
    /// One text for names that don't exist and for those of private networks: who asks learns nothing of either.
    static let notPublic = FetchError(.refused, "Its host has no public address.")
    static let timeout = FetchError(.unavailable, "The server did not answer in time.")
    static let unreachable = FetchError(.unavailable, "The server could not be reached securely.")
    static let tooLarge = FetchError(.tooLarge, "The server sent more than is read of one document.")
    static let busy = FetchError(.busy, "Too many documents are being fetched at the moment; try again later.")
}
