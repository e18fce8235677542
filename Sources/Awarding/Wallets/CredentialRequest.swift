public import FoundationEssentials

/// What a wallet asks of the credential endpoint.
public struct CredentialRequest: Sendable {
    /// Which credential is asked for.
    public enum Selection: Sendable, Equatable {
        /// The one that the token is for, in the format of a configuration.
        case configuration(String)
        /// One by the identifier that came with the token.
        case identifier(String)
    }

    /// Which credential.
    public var selection: Selection
    /// Proofs of keys, each of which gets a copy of its own.
    public var proofs: [[UInt8]]

    /// Asks for copies of a credential.
    public init(_ selection: Selection, proofs: [[UInt8]]) {
        self.selection = selection
        self.proofs = proofs
    }
}

/// What a wallet is given.
public struct IssuedCopies: Sendable {
    /// The format of all copies.
    public let format: WalletFormat
    /// The copies in the order of the proofs.
    public let copies: [[UInt8]]
    /// What the wallet names when it tells what became of them.
    public let notificationID: UUID
}
