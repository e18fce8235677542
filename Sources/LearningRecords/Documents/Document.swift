internal import Crypto
public import LibPQ

/// A stored document.
public struct Document: Sendable {
    /// What it says.
    public let content: DocumentContent
    /// Changes whenever the contents do.
    public let tag: String
    /// When it was last stored, by the database's clock.
    public let updatedAt: Timestamp
}

/// What a document says: any bytes, and what kind they are.
public struct DocumentContent: Sendable, Hashable {
    /// The bytes, as received.
    public let bytes: [UInt8]
    /// The media type, as received.
    public let mediaType: String

    /// Takes bytes of a media type.
    public init(bytes: [UInt8], mediaType: String) {
        self.bytes = bytes
        self.mediaType = mediaType
    }

    /// The tag of these bytes.
    public var tag: String { Self.tag(of: bytes) }

    /// The tag of bytes: their SHA-1 in hexadecimal, lower case.
    ///
    /// xAPI 1.0.3 (Communication §3.1) demands just this, and clients of it compute it themselves. It tells versions of
    /// one document apart and protects nothing.
    public static func tag(of bytes: [UInt8]) -> String {
        Insecure.SHA1.hash(data: bytes).reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
