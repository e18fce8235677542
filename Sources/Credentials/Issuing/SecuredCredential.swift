/// A credential that has been secured: the exact bytes to keep and to hand out.
public struct SecuredCredential: Hashable, Sendable {
    /// The credential's id.
    public let id: String
    /// The media type of the bytes.
    public let mediaType: String
    /// The DID URL of the key that secured it.
    public let verificationMethod: String
    /// The secured credential.
    public let bytes: [UInt8]

    /// The secured credential as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
