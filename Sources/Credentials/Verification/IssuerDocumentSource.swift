/// Where a verifier gets the documents of issuers from.
///
/// Whoever fetches from the network bounds size and time and keeps away from private addresses; this module doesn't.
public protocol IssuerDocumentSource: Sendable {
    /// The bytes of the issuer's DID document.
    ///
    /// An error means *could not be checked*; the message of a ``CredentialError`` is shown to the reader.
    func document(of issuer: DIDWeb) async throws -> [UInt8]
}
