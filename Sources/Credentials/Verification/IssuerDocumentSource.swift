/// Where a verifier gets the documents of issuers from.
///
/// Whoever fetches from the network bounds size and time and keeps away from private addresses; this module doesn't.
public protocol IssuerDocumentSource: Sendable {
    /// The bytes of the issuer's DID document.
    ///
    /// An error means *could not be checked*; the message of a ``CredentialError`` is shown to the reader.
    func document(of issuer: DIDWeb) async throws -> [UInt8]

    /// The bytes of what is published at the URL of an issuer, of a key or of an issuer's set of keys.
    ///
    /// Errors mean the same.
    func document(at url: String) async throws -> [UInt8]
}

extension IssuerDocumentSource {
    /// Knows no documents by URL.
    public func document(at url: String) async throws -> [UInt8] {
        throw CredentialError(.invalidDocument, "Its issuer is not known here.")
    }
}
